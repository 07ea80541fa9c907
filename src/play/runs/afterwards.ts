import type {JournalledSession} from '../../session/index.ts';
import {NOTHING_MORE, type CardMore} from '../../view/index.ts';
import {nextOnLadder} from '../../view/programs/menu/index.ts';
import type {House, LevelTexts, Scoring} from '../house.types.ts';

/** What comes of a run after its end. */
export type Afterwards = {
	/** Asked for the first time, it begins to be worked out; the same object while it is no more. */
	readonly more: () => CardMore;
	stop(): void;
};

type Of = {
	readonly session: JournalledSession;
	readonly file: string;
	readonly loaded: LevelTexts;
	readonly house: House;
};

/** The score, the record and what can be done next, of a run that is kept. */
export function afterwardsOf(of: Of): Afterwards {
	let more: CardMore = {...NOTHING_MORE, coming: true, offers: ['retry', 'debrief', 'replay']};
	let scoring: Scoring | null = null;
	let begun = false;
	let stopped = false;
	const begin = async () => {
		of.session.noteReached();
		const [best, levels] = await Promise.all([bestOf(of), of.house.levelCards([])]);
		const next = nextOnLadder(of.loaded.level.id, levels);
		more = {
			...more,
			best,
			offers: [...more.offers, ...(next === undefined ? [] : ['next' as const])],
		};
		const read = await of.house.journals.read(of.file);
		if (read.ok && !stopped) scoring = await of.house.scoring(of.loaded, read.journal);
		if (scoring === null) more = {...more, coming: false};
	};
	return {
		more() {
			if (!begun) {
				begun = true;
				// A run that cannot be scored has its card all the same.
				begin().catch(() => {
					more = {...more, coming: false};
				});
			}
			if (scoring !== null && scoring.soFar !== more.soFar) more = withScore(more, scoring);
			return more;
		},
		stop() {
			stopped = true;
			scoring?.stop();
		},
	};
}

function withScore(more: CardMore, {soFar, standing}: Scoring): CardMore {
	const done = soFar?.score !== null && soFar !== null;
	const share = done && !more.offers.includes('share') ? (['share'] as const) : [];
	return {...more, soFar, standing, coming: !done, offers: [...more.offers, ...share]};
}

/** The least harm of the wins before this run. */
async function bestOf({session, file, loaded, house}: Of): Promise<number | null> {
	const own = house.journals.nameOf(file);
	const wins = (await house.endedRuns()).filter(
		({level, won, journal}) => won && level === loaded.level.id && journal !== own,
	);
	return session.ended && wins.length > 0 ? Math.min(...wins.map(({harm}) => harm)) : null;
}
