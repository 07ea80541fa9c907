import {linesAfter, notesIn, type Journal, type Note} from '../../session/index.ts';
import {
	createDebrief,
	createReplayViewer,
	NOT_SCORED,
	REPLAYED_FROM,
	type OwnWords,
	type Program,
	type Scored,
	type Telling,
} from '../../view/index.ts';
import {isFirstLoss} from '../first-loss.ts';
import type {Desk, House, LevelTexts, Scoring} from '../house.types.ts';
import {dayOf, type Entry} from '../kept/index.ts';
import {meanwhile} from '../meanwhile.ts';
import {ownKeymap} from '../own-keymap.ts';
import type {Left, Showing} from '../stage/index.ts';
import {replayOf} from './chosen-run.ts';
import type {Debriefing, DebriefOptions} from './debriefing.ts';
import {rolesOfRun} from './roles-of-run.ts';

/** How a debrief was left, and what went wrong with keeping what was said in it. */
export type DebriefEnd = {readonly left: Left; readonly trouble: string | undefined};

/** A run that is told, by its journal and as the player named its level. */
type Of = {readonly file: string; readonly name: string};
type Seat = {readonly stage: Showing; readonly desk: Desk; readonly house: House};

/** The debrief of a journal on the screen; a sentence where there can be none. */
export async function debriefOnScreen(
	{file, name}: Of,
	loaded: LevelTexts,
	seat: Seat,
): Promise<DebriefEnd | string> {
	const {desk, house} = seat;
	const read = await house.journals.read(file);
	if (!read.ok) return read.message;
	const withheld = await endedInFirstLoss(file, read.journal, house);
	const roles = await rolesOfRun(read.journal, loaded.level, house);
	if (roles !== undefined && 'sentences' in roles) return roles.sentences.join(' ');
	const team = roles === undefined ? undefined : {journal: read.journal, roles};
	const work = workOn(loaded, read.journal, {file, withheld, team, house});
	const said: Note[] = [];
	const program = createDebrief({
		title: loaded.level.title,
		ladder: loaded.level.ladder,
		graphs: desk.looks.graphs,
		keymap: ownKeymap(desk),
		said: saidIn(read.journal),
		telling: work.telling,
		scored: work.scored,
		keep: (about, text) => {
			said.push({about, text});
		},
		reveal: work.reveal,
	});
	const left = await shown(program, {file, name}, work, seat);
	const drills = work.drills(house.journals.nameOf(file));
	await work.stop();
	if (typeof left === 'string') return left;
	const unsaid = said.length === 0 ? undefined : await keep(file, said, house);
	const entries: readonly Entry[] = [
		...commitmentIn(said),
		...(drills.length === 0 ? [] : [{kind: 'drills', drills, day: dayOf(new Date())} as const]),
	];
	const unnoted = entries.length === 0 ? undefined : await house.note(entries);
	return {left, trouble: unsaid ?? unnoted};
}

const OPENS = 'One moment: the run is opened there.';

/** The debrief until it is left; what is replayed from it comes back to it, while the rest is worked out. */
async function shown(
	program: Program,
	{file, name}: Of,
	{refused}: Pick<Work, 'refused'>,
	{stage, desk, house}: Seat,
): Promise<Left | string> {
	for (;;) {
		const left = await Promise.race([stage.show(program), refused]);
		if (typeof left === 'string') return left;
		if (!('choice' in left) || !left.choice.startsWith(REPLAYED_FROM)) return left;
		const from = Number(left.choice.slice(REPLAYED_FROM.length));
		const opened = await meanwhile({stage, desk}, OPENS, () =>
			replayOf({file, level: name}, house),
		);
		if (typeof opened === 'string') return opened;
		const {replayer, loaded} = opened;
		const {graphs} = desk.looks;
		const {title} = loaded.level;
		const watched = await stage.show(
			createReplayViewer({replayer, from, title, graphs, keymap: ownKeymap(desk)}),
		);
		if (!('how' in watched) || watched.how === 'interrupted') return watched;
	}
}

/** What is worked out beside the screen. */
type Work = {
	readonly telling: () => Telling;
	/** The score begins to be worked out when it is first asked for. */
	readonly scored: () => Scored;
	/** Why there can be no debrief, once that is known; never settles where there can. */
	readonly refused: Promise<string>;
	readonly reveal: () => void;
	drills(journal: string): ReturnType<Debriefing['drills']>;
	/** Throws what went wrong beside the screen. */
	stop(): Promise<void>;
};

type Asked = {readonly file: string; readonly house: House} & Pick<
	DebriefOptions,
	'withheld' | 'team'
>;

function workOn(loaded: LevelTexts, journal: Journal, {house, ...asked}: Asked): Work {
	let working: Debriefing | null = null;
	let isStopped = false;
	let fault: unknown = null;
	let seen = -1;
	let telling: Telling = {
		debrief: null,
		progress: {lived: 0, wanted: 1},
		team: asked.team === undefined ? undefined : 'later',
	};
	const scoring = scoringLater(loaded, journal, house);
	const begin = async (): Promise<string | null> => {
		const begun = await house.debriefing(loaded, journal, asked);
		if ('problem' in begun) return begun.problem.message;
		if (isStopped) begun.cancel();
		working = begun;
		await begun.finished;
		return null;
	};
	const refused = new Promise<string>((resolve, reject) => {
		begin().then(
			sentence => {
				if (sentence !== null) resolve(sentence);
			},
			(error: unknown) => {
				fault = error;
				reject(error instanceof Error ? error : new Error(String(error)));
			},
		);
	});
	return {
		refused,
		telling() {
			// Making a debrief of what is known costs more than a frame: it is made when more is.
			if (working !== null && working.news !== seen) {
				seen = working.news;
				const {debrief, progress, team} = working;
				telling = {debrief, progress, team};
			}
			return telling;
		},
		scored: () => scoring.scored(),
		reveal: () => working?.reveal(),
		drills: name => working?.drills(name) ?? [],
		async stop() {
			isStopped = true;
			scoring.stop();
			working?.cancel();
			await working?.finished.catch(() => undefined);
			if (fault instanceof Error) throw fault;
		},
	};
}

function scoringLater(loaded: LevelTexts, journal: Journal, house: House) {
	let isAsked = false;
	let isStopped = false;
	let scoring: Scoring | null = null;
	let scored: Scored = NOT_SCORED;
	return {
		scored(): Scored {
			if (!isAsked) {
				isAsked = true;
				Promise.resolve(house.scoring(loaded, journal)).then(
					begun => {
						if (isStopped) begun.stop();
						else scoring = begun;
					},
					// What cannot be scored is told without a score.
					() => {
						scored = {...scored, coming: false};
					},
				);
			}
			if (scoring !== null && scoring.soFar !== scored.soFar) {
				const {soFar, standing} = scoring;
				scored = {soFar, standing, coming: soFar?.score === null};
			}
			return scored;
		},
		stop() {
			isStopped = true;
			scoring?.stop();
		},
	};
}

async function endedInFirstLoss(
	file: string,
	{lines, begin}: Journal,
	house: House,
): Promise<boolean> {
	const end = lines.findLast(({line}) => line.kind === 'end')?.line;
	if (end?.kind !== 'end') return false;
	const run = {journal: house.journals.nameOf(file), level: begin.level, won: end.won};
	return isFirstLoss(run, await house.endedRuns());
}

/** What the player said of a run before, as last said. */
function saidIn(journal: Journal): OwnWords {
	const notes = notesIn(journal);
	const last = (about: keyof OwnWords) => {
		const note = notes.findLast(each => each.note.about === about)?.note;
		return note !== undefined && 'text' in note ? note.text : '';
	};
	return {felt: last('felt'), story: last('story'), commitment: last('commitment')};
}

/** The last commitment stands where the next run begins. */
function commitmentIn(said: readonly Note[]): readonly Entry[] {
	const last = said.findLast(({about}) => about === 'commitment');
	const text = last !== undefined && 'text' in last ? last.text : '';
	return text === '' ? [] : [{kind: 'commitment', text}];
}

/** Puts what was said into the journal; a sentence where that cannot be. */
async function keep(
	file: string,
	said: readonly Note[],
	{journals}: House,
): Promise<string | undefined> {
	const troubles: string[] = [];
	const taken = await journals.takeUp(
		file,
		({journal}, onLine) => {
			// A run that goes on keeps its journal to itself.
			if (journal.ended) linesAfter(journal, 'you', said).forEach(onLine);
			return {ok: true, session: undefined};
		},
		sentence => troubles.push(sentence),
	);
	if (!taken.ok) return `What you said could not be kept. ${taken.message}`;
	return (await taken.file.close()) ?? troubles.at(-1);
}
