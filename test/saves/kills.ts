import {spawn, type ChildProcess} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {readJournal} from '../../src/saves/index.ts';
import {ownPlaces, PROGRAM} from '../cli/outage.ts';
import {luck} from '../support/luck.ts';
import {TerminalProgram} from '../support/terminal.ts';

/** What a program that is killed may cost: what it showed in its last second. */
const LOST_MS_MAX = 1_000;
const LIFE_MS_MAX = 2_000;
const CREATION_MS_MAX = 6;
const LEVEL = 'october-20';
const START = 23 * 3_600 + 20 * 60;
const DAY = 86_400;

export const WAYS = ['screen', 'plain', 'protocol', 'creation', 'first process'] as const;
export type Way = (typeof WAYS)[number];

export type Killed = {
	readonly way: Way;
	/** Milliseconds between what was shown and not kept, and the kill. */
	readonly lostMs: number;
	/** Why journals cannot be read, or the run not gone on with. */
	readonly unreadable: readonly string[];
	readonly lockedOut: string | undefined;
};

/** Whether anything came of it that must not. */
export function isHarmed({lostMs, unreadable, lockedOut}: Killed): boolean {
	return lostMs > LOST_MS_MAX || unreadable.length > 0 || lockedOut !== undefined;
}

/** The way of a seed, where nothing else is asked for. */
export function wayOf(seed: number): Way {
	return WAYS[seed % WAYS.length] ?? 'screen';
}

/** A program that plays on by itself. */
type Running = {
	/** Kills it and waits until it is gone. */
	readonly kill: () => Promise<void>;
};

/** Hears of each second of the level that a program has shown. */
type Shown = (second: number) => void;

/** Begins a run, kills its program at a moment that the seed picks, twice, and resumes it. */
export async function killAt(seed: number, way = wayOf(seed)): Promise<Killed> {
	const random = luck(seed);
	const saves = fs.mkdtempSync(path.join(os.tmpdir(), 'kills-'));
	try {
		let lostMs = 0;
		const unreadable: string[] = [];
		for (let life = 0; life < 2; life++) {
			const shown: [at: number, second: number][] = [];
			const running = START_BY[way](saves, second => shown.push([performance.now(), second]));
			await momentFor(way, saves, random);
			const killedAt = performance.now();
			await running.kill();
			const {reached, troubles} = runsIn(saves);
			unreadable.push(...troubles);
			const [at = killedAt] = shown.find(([, second]) => second > reached) ?? [];
			lostMs = Math.max(lostMs, killedAt - at);
		}
		return {way, lostMs, unreadable, lockedOut: await lockedOut(saves, way)};
	} finally {
		fs.rmSync(saves, {recursive: true, force: true});
	}
}

/** Any moment of a life, or one close to that in which the first file appears. */
async function momentFor(way: Way, saves: string, random: () => number): Promise<void> {
	if (way === 'creation') {
		await new Promise<void>(resolve => {
			const watcher = fs.watch(saves, () => {
				watcher.close();
				resolve();
			});
		});
	}
	const most = way === 'creation' ? CREATION_MS_MAX : LIFE_MS_MAX;
	await new Promise(resolve => setTimeout(resolve, most * random()));
}

const words = (saves: string, ...face: readonly string[]) => [
	...[PROGRAM, 'play', LEVEL, ...face],
	...['--saves', saves],
];

function environment(saves: string) {
	return {...process.env, ...ownPlaces({XDG_CONFIG_HOME: `${saves}.config`})};
}

function byProtocol(saves: string, shown: Shown, wrapper: readonly string[] = []): Running {
	const [file, ...rest] = [...wrapper, process.execPath];
	const child = spawn(file, [...rest, ...words(saves, '--protocol', '--continue')], {
		env: environment(saves),
	});
	child.stdin.on('error', () => undefined);
	child.stderr.resume();
	eachLine(child, line => {
		const now = /^\{"id":1,"ok":true,"now":(\d+)/u.exec(line)?.[1];
		if (now !== undefined) shown(Number(now));
		child.stdin.write('{"id":1,"do":"wait","minutes":1}\n');
	});
	return {kill: killing(child)};
}

function byLines(saves: string, shown: Shown): Running {
	const child = spawn(process.execPath, words(saves, '--plain', '--continue'), {
		env: environment(saves),
	});
	child.stdin.on('error', () => undefined);
	child.stderr.resume();
	const more = setInterval(() => child.stdin.write('wait 1\n'), 20);
	eachLine(child, line => {
		const second = secondOn(line);
		if (second !== undefined && / later\.$/u.test(line)) shown(second);
	});
	const kill = killing(child);
	return {
		kill: () => {
			clearInterval(more);
			return kill();
		},
	};
}

function onScreen(saves: string, shown: Shown): Running {
	const terminal = new TerminalProgram(process.execPath, words(saves), {
		columns: 80,
		rows: 24,
		cwd: os.tmpdir(),
		env: ownPlaces({XDG_CONFIG_HOME: `${saves}.config`}) as Record<string, string>,
	});
	let begun = false;
	terminal.onScreen = () => {
		const screen = terminal.screen();
		if (!begun && / {2}enter /u.test(screen)) {
			begun = true;
			terminal.type('\r');
		}
		if (screen.includes('PAUSED')) terminal.type(' ');
		const second = /m Overview/u.test(screen) ? secondOn(screen) : undefined;
		if (second !== undefined) shown(second);
	};
	return {
		async kill() {
			terminal.close();
			await terminal.exited;
		},
	};
}

const AS_FIRST = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];

const START_BY: Readonly<Record<Way, (saves: string, shown: Shown) => Running>> = {
	screen: onScreen,
	plain: byLines,
	protocol: byProtocol,
	creation: byProtocol,
	'first process': (saves, shown) => byProtocol(saves, shown, AS_FIRST),
};

/** Whether a program may be made the first process of a view of its own here. */
export function canBeFirst(): boolean {
	return process.platform === 'linux' && process.getuid?.() === 0;
}

/** The second of the level that a clock at the beginning of a text shows. */
function secondOn(text: string): number | undefined {
	const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d) PDT/u.exec(text) ?? [];
	if (seconds === undefined) return undefined;
	const ofDay = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
	return (ofDay - START + DAY) % DAY;
}

function eachLine({stdout}: ChildProcess, hear: (line: string) => void): void {
	let rest = '';
	stdout?.on('data', chunk => {
		const lines = (rest + String(chunk)).split('\n');
		rest = lines.pop() ?? '';
		lines.forEach(hear);
	});
}

function killing(child: ChildProcess): () => Promise<void> {
	const gone = new Promise(resolve => child.once('close', resolve));
	return async () => {
		child.kill('SIGKILL');
		await gone;
	};
}

function runsIn(saves: string): {readonly reached: number; readonly troubles: readonly string[]} {
	let reached = 0;
	const troubles: string[] = [];
	for (const name of fs.readdirSync(saves).filter(each => each.endsWith('.journal.jsonl'))) {
		const read = readJournal(path.join(saves, name));
		if (read.ok) reached = Math.max(reached, read.journal.reached);
		else troubles.push(read.message);
	}
	return {reached, troubles};
}

/** What a program is told that goes on, where it is not let in; undefined where it plays from where it was left. */
async function lockedOut(saves: string, way: Way): Promise<string | undefined> {
	const {reached} = runsIn(saves);
	const wrapper = way === 'first process' ? AS_FIRST : [];
	const [file, ...rest] = [...wrapper, process.execPath];
	const child = spawn(file, [...rest, ...words(saves, '--protocol', '--continue')], {
		env: environment(saves),
	});
	child.stdin.end('{"id":1,"do":"quit"}\n');
	let [err, hello] = ['', ''];
	child.stderr.on('data', chunk => (err += String(chunk)));
	eachLine(child, line => (hello ||= line));
	const code = await new Promise<number | null>(resolve => child.once('close', resolve));
	const now = Number(/"now":(\d+)/u.exec(hello)?.[1]);
	if (code !== 0) return `${String(code)}: ${err}`;
	return now === reached ? undefined : `at ${String(now)} and not at ${String(reached)}: ${err}`;
}
