import {seedFault} from '../level/index.ts';
import {
	configFolder,
	lockRun,
	readSettings,
	rescueJournal,
	savesFolder,
	type Settings,
} from '../saves/index.ts';
import type {Left} from '../tui/index.ts';
import {createConsole, resultCard, showsUnicode} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {askWhetherToGoOn} from './ask.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import {DEFAULT_LEVEL, loadLevel, type LevelFolder} from './level-folder.ts';
import {noteEnd} from './note-end.ts';
import {prose} from './prose.ts';
import {beginWith, goOn, leftRun, whereItStopped, type Started} from './started.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {
	seed: {type: 'string'},
	saves: {type: 'string'},
	new: {type: 'boolean'},
} as const;

const NOTE_EVERY_MS = 1_000;

/** Where a run is kept, what went wrong there, and the options that come back to it. */
type Place = {
	readonly config: string;
	readonly folder: string;
	readonly settings: Settings;
	readonly troubles: readonly string[];
	readonly again: string;
};

type OpenTerminal = (typeof import('../tui/index.ts'))['openTerminal'];

/** `play`: the console, from the beginning or from where a run was left. */
export async function playCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['LEVEL'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const {seed, saves} = parsed.values;
	const loaded = loadLevel(parsed.positionals[0] ?? DEFAULT_LEVEL);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const wrongSeed = seed === undefined ? undefined : seedFault(seed);
	if (wrongSeed !== undefined) return badInput(wrongSeed);
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		return badInput(
			'The console needs a terminal for its input and its output. Without one: `outage-oncall run LEVEL`.',
		);
	}
	const config = configFolder(process.env, process.platform);
	const folder = savesFolder(saves, config);
	const settings = readSettings(config);
	chooseColours(process.env, settings);
	const {level} = loaded;
	const troubles: string[] = [];
	const again = [
		'outage-oncall',
		...(parsed.positionals[0] === undefined ? [] : ['play', parsed.positionals[0]]),
		...(saves === undefined ? [] : ['--saves', saves]),
	].join(' ');
	const onTrouble = (sentence: string) => {
		troubles.push(sentence);
	};
	const wantsNew = parsed.values.new === true || seed !== undefined;
	const left = wantsNew ? undefined : leftRun(folder, level);
	const answer = left === undefined ? 'no' : await askWhetherToGoOn(whereItStopped(left, level));
	if (answer === 'interrupted') return EXIT.interrupted;
	// Its layout engine compiles while the Region is built; before the question it would take the keyboard away.
	const screen = import('../tui/index.ts');
	const started =
		left !== undefined && answer === 'yes'
			? goOn(left, level, onTrouble)
			: beginWith(seed, level, folder, onTrouble);
	if (typeof started === 'string') return badInput(started);
	const lock = lockRun(started.file.path);
	if (lock === undefined)
		return badInput(`${started.file.path}: another program is playing this run.`);
	try {
		const {openTerminal} = await screen;
		const place = {config, folder, settings, troubles, again};
		return await onScreen(started, loaded, place, openTerminal);
	} finally {
		lock.release();
	}
}

/** Hands out each sentence once; several at once would hide each other, so the newest stands for all. */
function newestOf(sentences: readonly string[]): () => string | undefined {
	let seen = sentences.length;
	return () => {
		if (sentences.length === seen) return undefined;
		seen = sentences.length;
		return sentences.at(-1);
	};
}

async function onScreen(
	{session, file}: Started,
	{level, briefing, debrief}: LevelFolder,
	{config, folder, settings, troubles, again}: Place,
	openTerminal: OpenTerminal,
): Promise<Exit> {
	process.once('uncaughtException', error => {
		file.close();
		explainFault(error, session, file);
		process.exit(EXIT.ownFault);
	});
	const env = settings.symbols === 'ascii' ? {...process.env, LC_ALL: 'C'} : process.env;
	const console = createConsole({
		session,
		title: level.title,
		briefing,
		by: 'you',
		graphs: showsUnicode(env, process.platform) ? 'braille' : 'ascii',
		takeNotice: newestOf(troubles),
	});
	const terminal = openTerminal({env});
	let left: Left;
	try {
		const onFrame = everySecond(() => session.noteReached());
		left = await terminal.show(console, {onFrame});
	} catch (error) {
		await terminal.close();
		file.close();
		explainFault(error, session, file);
		return EXIT.ownFault;
	}
	await terminal.close();
	session.noteReached();
	const unwritten = file.close();
	troubles.forEach(sentence => {
		complain(sentence);
	});
	if (session.ended) {
		print(`${resultCard(session.result())}\n\n${prose(debrief, process.stdout.columns)}\n`);
		await noteEnd(session, {config, folder});
	}
	print(`The journal is ${file.path}`);
	if (!session.ended) print(`\`${again}\` goes on with this run.`);
	if (unwritten.length > 0) {
		complain(rescueJournal(file.path, unwritten));
		return EXIT.badInput;
	}
	return 'how' in left && left.how === 'interrupted' ? EXIT.interrupted : EXIT.done;
}

/** Ink asks its colours of the environment, and overlooks NO_COLOR on a terminal (stack 2.5). */
function chooseColours(env: NodeJS.ProcessEnv, settings: Settings): void {
	const noColour = (env['NO_COLOR'] ?? '') !== '' || env['CLICOLOR'] === '0';
	const forced = (env['CLICOLOR_FORCE'] ?? '0') !== '0';
	if (settings.colour === 'never' || (noColour && !forced)) env['FORCE_COLOR'] = '0';
}

function everySecond(act: () => void): () => void {
	let last = performance.now();
	return () => {
		if (performance.now() - last < NOTE_EVERY_MS) return;
		last = performance.now();
		act();
	};
}
