import {lockRun} from '../saves/index.ts';
import type {JournalledSession} from '../session/index.ts';
import type {Left, Terminal} from '../tui/index.ts';
import {createConsole, keymapWith, type Console} from '../view/index.ts';
import {createTutorial} from '../view/tutorial/index.ts';
import type {Desk} from './desk.ts';
import {EXIT} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import type {LevelFolder} from './level-folder.ts';
import type {RunScene} from './scene.ts';
import {textsToRead} from './texts-to-read.ts';

/** How a run was left, and what the shell still has to say about it. */
export type RunEnd = {
	readonly left: Left | {readonly fault: unknown};
	readonly session: JournalledSession;
	readonly loaded: LevelFolder;
	/** As the player named the level. */
	readonly name: string;
	readonly journal: string;
	/** What never reached the disk. */
	readonly unwritten: Uint8Array;
	readonly troubles: readonly string[];
};

/** Where a run is played; the desk is another once something was set. */
type Seat = {readonly terminal: Terminal; desk: Desk};

const NOTE_EVERY_MS = 1_000;

/** One run on the screen, kept on disk as it happens; a sentence where another program is playing it. */
export async function runOnScreen(scene: RunScene, seat: Seat): Promise<RunEnd | string> {
	const {session, file} = scene.started;
	const lock = lockRun(file.path);
	if (lock === undefined) return `${file.path}: another program is playing this run.`;
	const console = consoleOf(scene, seat.desk);
	const crash = (error: unknown) => {
		file.close();
		explainFault(error, session, file);
		process.exit(EXIT.ownFault);
	};
	process.once('uncaughtException', crash);
	let left: RunEnd['left'];
	try {
		left = await played(scene, console, seat);
	} catch (fault) {
		left = {fault};
	}
	process.off('uncaughtException', crash);
	if (!('fault' in left)) session.noteReached();
	const unwritten = file.close();
	lock.release();
	const {loaded, name, troubles} = scene;
	return {left, session, loaded, name, journal: file.path, unwritten, troubles};
}

/** Shows the run, and whatever is asked for from within it, until it is left. */
async function played(
	{started: {session}, loaded}: RunScene,
	console: Console,
	seat: Seat,
): Promise<Left> {
	const {terminal} = seat;
	const program =
		loaded.level.kind === 'tutorial' ? createTutorial(console, () => session.notes) : console;
	const onFrame = everySecond(() => {
		session.noteReached();
	});
	for (;;) {
		const left = await terminal.show(program, {onFrame});
		if (!('choice' in left)) return left;
		const [word = '', ...rest] = left.choice.split(' ');
		if (word === 'theme') {
			const {changeSetting} = await import('./change-setting.ts');
			seat.desk = (await changeSetting(seat.desk, word, rest.join(' '))).desk;
			terminal.wear(seat.desk.looks);
			continue;
		}
		if (word !== 'read') return left;
		const {createReader} = await import('../view/reading/index.ts');
		const {title, text} = textFor(rest.join(' '), loaded.level);
		await terminal.show(createReader(title, text, seat.desk.looks.graphs));
	}
}

/** What is asked for by its name, or what there is to ask for. */
function textFor(topic: string, level: {readonly id: string; readonly title: string}) {
	// In the middle of a run what lies behind its level stays sealed.
	const texts = textsToRead([level], []);
	const wanted = topic.toLowerCase();
	const found = texts.find(({id, title}) => id === wanted || title.toLowerCase().includes(wanted));
	if (topic !== '' && found !== undefined && found.sealed === null) return found;
	const rows = texts.map(({id, title, sealed}) => `- \`:read ${id}\` ${sealed ?? title}`);
	return {title: 'What there is to read', text: rows.join('\n')};
}

/** A run that is gone on with waits for its player: time stands still until they say so. */
function consoleOf({started, loaded, troubles, waits}: RunScene, desk: Desk) {
	const {length, confirm, keys} = desk.settings;
	const mapped = keymapWith(keys);
	const console = createConsole({
		session: started.session,
		title: loaded.level.title,
		briefing: '',
		by: 'you',
		graphs: desk.looks.graphs,
		length,
		confirm: confirm === 'on',
		limit: loaded.level.limit,
		// Keys that cannot be as they were set are as they were made, and the player is told.
		keymap: mapped.ok ? mapped.keymap : undefined,
		hint: () => started.session.hints()[0] ?? null,
		takeNotice: newestOf(mapped.ok ? [troubles] : [mapped.problems, troubles]),
	});
	if (waits || loaded.level.kind === 'tutorial') console.press(' ', {columns: 80, rows: 24});
	return console;
}

/** Hands out each sentence once; several at once would hide each other, so the newest stands for all. */
function newestOf(lists: readonly (readonly string[])[]): () => string | undefined {
	let seen = 0;
	return () => {
		const sentences = lists.flat();
		if (sentences.length === seen) return undefined;
		seen = sentences.length;
		return sentences.at(-1);
	};
}

function everySecond(act: () => void): () => void {
	let last = performance.now();
	return () => {
		if (performance.now() - last < NOTE_EVERY_MS) return;
		last = performance.now();
		act();
	};
}
