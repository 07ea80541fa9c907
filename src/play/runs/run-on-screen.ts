import {READ_NOTE, type JournalledSession} from '../../session/index.ts';
import {
	createConsole,
	keymapWith,
	NOTHING_MORE,
	shareLines,
	type CardMore,
	type Console,
	type Notice,
} from '../../view/index.ts';
import {createTutorial} from '../../view/programs/tutorial/index.ts';
import {changeSetting} from '../change-setting.ts';
import type {Desk, House, LevelTexts, Started} from '../house.types.ts';
import {meanwhile} from '../meanwhile.ts';
import {ownKeymap} from '../own-keymap.ts';
import type {RunScene} from '../scene.ts';
import type {Left, Showing} from '../stage/index.ts';
import {textScreen} from '../text-screen.ts';
import {textFor} from '../texts.ts';
import {afterwardsOf, type Afterwards} from './afterwards.ts';
import {scoreScreen} from './score-screen.ts';
import {branchOff} from './started.ts';

/** How a run was left, and what the shell still has to say about it. */
export type RunEnd = {
	readonly left: Left | {readonly fault: unknown};
	/** The run that goes on from an earlier second of this one, where the player went back. */
	readonly branch: Started | undefined;
	readonly session: JournalledSession;
	readonly loaded: LevelTexts;
	/** As the player named the level. */
	readonly name: string;
	readonly journal: string;
	/** What became of lines that are not in the journal, where there are any. */
	readonly lost: string | undefined;
	readonly troubles: readonly string[];
	/** What was worked out of its end by the time it was left. */
	readonly more: CardMore;
};

/** Where a run is played; the desk is another once something was set. */
type Seat = {readonly stage: Showing; readonly house: House; desk: Desk};

/** Frames come four a second: so often that at most a second of play is not kept yet. */
const NOTE_EVERY_MS = 700;

/** One run on the screen, kept as it happens. */
export async function runOnScreen(scene: RunScene, seat: Seat): Promise<RunEnd> {
	const {session, file} = scene.started;
	const kept = await seat.house.keep(scene.started);
	const afterwards = afterwardsOf({
		session,
		file: file.path,
		loaded: scene.loaded,
		house: seat.house,
	});
	let end: Pick<RunEnd, 'left' | 'branch'>;
	try {
		end = await played(scene, seat, afterwards);
	} catch (fault) {
		end = {left: {fault}, branch: undefined};
	}
	const lost = await kept.close(!('fault' in end.left));
	const more = session.ended ? afterwards.more() : NOTHING_MORE;
	afterwards.stop();
	const {loaded, name, troubles} = scene;
	return {...end, session, loaded, name, journal: file.path, lost, troubles, more};
}

const GOES_BACK = 'One moment: the run is re-simulated up to there.';

/** Shows the run, and whatever is asked for from within it, until it is left. */
async function played(
	scene: RunScene,
	seat: Seat,
	afterwards: Afterwards,
): Promise<Pick<RunEnd, 'left' | 'branch'>> {
	const {
		started: {session, file},
		loaded,
		troubles,
	} = scene;
	const {stage, house} = seat;
	const said: string[] = [];
	const console = consoleOf(scene, seat.desk, {
		said: [troubles, said],
		more: () => afterwards.more(),
	});
	const program = loaded.level.kind === 'tutorial' ? createTutorial(console, session) : console;
	const onFrame = everyNote(() => {
		session.noteReached();
	});
	for (;;) {
		const left = await stage.show(program, {onFrame});
		if ('how' in left || isAfterwards(left)) return {left, branch: undefined};
		if ('choice' in left) {
			if (left.choice === 'share') await shareSoFar(afterwards.more(), scene, seat);
			else await answered(left.choice, scene, seat);
			continue;
		}
		session.noteReached();
		const onTrouble = (sentence: string) => said.push(sentence);
		const branch = await meanwhile(seat, GOES_BACK, () =>
			branchOff(file.path, left.fork, loaded.level, house, onTrouble),
		);
		if (typeof branch !== 'string') return {left, branch};
		said.push(branch);
	}
}

const AFTERWARDS: ReadonlySet<string> = new Set(['debrief', 'retry', 'replay', 'next']);

/** Whether it is what comes of a run that has ended, and nothing to go on after. */
function isAfterwards(left: Left): boolean {
	return 'choice' in left && AFTERWARDS.has(left.choice);
}

/** Five lines of the score that stands on the card. */
async function shareSoFar(
	{soFar, standing}: CardMore,
	{loaded: {level}}: RunScene,
	seat: Seat,
): Promise<void> {
	const score = soFar?.score ?? null;
	if (score === null) return;
	const lines = shareLines(score, standing, {title: level.title, bars: true});
	await textScreen({title: 'Share card', text: ['```', ...lines, '```'].join('\n')}, seat);
}

/** What a word of the console asks of the shell, while the run waits. */
async function answered(choice: string, {started, loaded}: RunScene, seat: Seat): Promise<void> {
	const [word = '', ...rest] = choice.split(' ');
	const {stage, desk, house} = seat;
	if (word === 'theme') {
		seat.desk = (await changeSetting(house, desk, word, rest.join(' '))).desk;
		stage.wear(seat.desk.looks);
		return;
	}
	if (word === 'score') {
		const {session, file} = started;
		session.noteReached();
		await scoreScreen(file.path, loaded, seat);
		return;
	}
	// What lies behind the level stays sealed.
	await textScreen(textFor(rest.join(' '), house.texts([loaded.level], [])), seat);
}

/** A run that is gone on with waits for its player: time stands still until they say so. */
function consoleOf(
	{started, loaded, waits}: RunScene,
	desk: Desk,
	{said, more}: {readonly said: readonly (readonly string[])[]; readonly more: () => CardMore},
): Console {
	const {length, confirm, keys} = desk.settings;
	const mapped = keymapWith(keys, desk.place);
	const note = started.session.observation.handing?.note;
	const first = note?.takenAt === null ? [{text: READ_NOTE, isTrouble: false}] : [];
	return createConsole({
		session: started.session,
		title: loaded.level.title,
		ladder: loaded.level.ladder,
		afterwards: more,
		isKept: () => !started.file.isWanting(),
		briefing: '',
		by: 'you',
		graphs: desk.looks.graphs,
		length,
		confirm: confirm === 'on',
		limit: loaded.level.limit,
		exam: loaded.level.kind === 'exam',
		paused: waits || loaded.level.kind === 'tutorial',
		// Keys that cannot be as they were set are as they were made, and the player is told.
		keymap: ownKeymap(desk),
		takeNotice: newestOf(first, mapped.ok ? said : [mapped.problems, ...said]),
	});
}

/** Hands out each sentence once; several at once would hide each other, so the newest stands for all. */
function newestOf(
	first: readonly Notice[],
	troubles: readonly (readonly string[])[],
): () => Notice | undefined {
	let seen = 0;
	return () => {
		const notices = [...first, ...troubles.flat().map(text => ({text, isTrouble: true}))];
		if (notices.length === seen) return undefined;
		seen = notices.length;
		return notices.at(-1);
	};
}

function everyNote(act: () => void): () => void {
	let last = performance.now();
	return () => {
		if (performance.now() - last < NOTE_EVERY_MS) return;
		last = performance.now();
		act();
	};
}
