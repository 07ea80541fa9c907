import type {ShelvedLevel} from './house.types.ts';
import type {Glance} from './kept/index.ts';
import type {TextCard} from '../view/programs/menu/index.ts';

const TITLE = /^#\s+(.+)$/mu;

/** Where the prose lies that one can read. */
export type Prose = {
	/** The runbooks as they were on the night, by their ids. */
	runbooks(): readonly {readonly id: string; readonly text: string}[];
	/** What the night teaches, a page each, by their ids. */
	lessons(): readonly {readonly id: string; readonly text: string}[];
	/** What lay behind a level; empty where it has none. */
	note(level: string): string;
};

/**
 * The runbooks as they were on the night, what it teaches, and of each level what lay behind it. That is sealed until the
 * level was played to an end, and the lessons until any was: whoever reads first has nothing left to find.
 */
export function textsToRead(
	prose: Prose,
	levels: readonly Pick<ShelvedLevel, 'id' | 'title'>[],
	runs: readonly Pick<Glance, 'level' | 'outcome'>[],
): readonly TextCard[] {
	return [
		...prose.runbooks().map(({id, text}) => card(id, text, null)),
		...prose.lessons().map(({id, text}) => card(id, text, runs.some(hasEnded) ? null : PLAY_FIRST)),
		...levels.flatMap(level => {
			const ended = runs.some(run => run.level === level.id && hasEnded(run));
			return noteOf(level, prose.note(level.id), ended);
		}),
	];
}

const PLAY_FIRST = 'Play any level to an end first, won or lost.';

function hasEnded({outcome}: Pick<Glance, 'outcome'>): boolean {
	return outcome === 'won' || outcome === 'lost';
}

/** What somebody in the middle of a run asks to read, by its name; or what there is to ask for. */
export function textFor(
	topic: string,
	texts: readonly TextCard[],
): {readonly title: string; readonly text: string} {
	const wanted = topic.toLowerCase();
	const found = texts.find(({id, title}) => id === wanted || title.toLowerCase().includes(wanted));
	if (topic !== '' && found !== undefined && found.sealed === null) return found;
	const rows = texts.map(({id, title, sealed}) => `- \`read ${id}\`: ${sealed ?? title}`);
	return {title: 'What there is to read', text: rows.join('\n')};
}

/** What lay behind a level: its debrief, where it has one. */
function noteOf(
	{id, title}: Pick<ShelvedLevel, 'id' | 'title'>,
	text: string,
	ended: boolean,
): TextCard[] {
	if (text === '') return [];
	const note = card(id, text, ended ? null : `Play ${title} to an end first, won or lost.`);
	return [{...note, title: `${title}: what lay behind it`}];
}

function card(id: string, text: string, sealed: string | null): TextCard {
	const title = TITLE.exec(text)?.[1] ?? id;
	return {id, title, text: sealed === null ? text.replace(TITLE, '').trimStart() : '', sealed};
}
