// The `screen` section of the benchmark: what drawing costs, in a process of its own and in a real terminal.
import {build, type BuildOptions} from 'esbuild';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {buildPart} from '../support/build-part.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {ROOT} from '../support/tree.ts';
import type {FrameReport} from './frames.ts';
import {median, percentile, row} from './report.ts';

const SIZE = {columns: 140, rows: 50};
const FRAMES = 300;
/** An hour of play has so many frames. */
const HOUR_FRAMES = 4 * 3600;
const WATCH_MS = 10_000;
const STARTS = 10;
const KEYS = 200;
/** Linux counts processor time in hundredths of a second. */
const CLOCK_TICK_MS = 10;

export type Playable = {
	readonly program: string;
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
};

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Bundles the drawing of frames as the game is bundled, and with Ink as it comes. */
async function frameBundles(folder: string): Promise<readonly [plain: string, patched: string]> {
	const bundle = await buildPart<{options: () => BuildOptions}>('bundle.mjs');
	const options = bundle.options();
	const entryPoints = [join(ROOT, 'test/bench/frames.ts')];
	const patched = join(folder, 'frames.mjs');
	await build({...options, entryPoints, outfile: patched});
	const plain = join(folder, 'plain-frames.mjs');
	const alias = Object.fromEntries(
		Object.entries(options.alias ?? {}).filter(([name]) => name !== 'string-width'),
	);
	const plugins = (options.plugins ?? []).filter(({name}) => name !== 'ink-caches');
	await build({...options, entryPoints, outfile: plain, alias, plugins});
	return [plain, patched];
}

function draw(file: string, what: string, frames: number): FrameReport {
	const words = [file, ROOT, what, String(frames)];
	const env = {...process.env, FORCE_COLOR: '2', CI: ''};
	const {stdout, stderr} = spawnSync(process.execPath, words, {
		encoding: 'utf8',
		env,
		maxBuffer: 1e8,
	});
	// Ink shows the cursor of whatever terminal it was started from.
	const at = stdout.indexOf('{');
	if (at < 0) throw new Error(stderr);
	return JSON.parse(stdout.slice(at, stdout.lastIndexOf('}') + 1)) as FrameReport;
}

async function benchFrames(folder: string): Promise<void> {
	const [plain, patched] = await frameBundles(folder);
	const all = [plain, patched].map(file => draw(file, String(SIZE.rows), FRAMES));
	const [before, after] = all.map(({milliseconds}) => median(milliseconds).toFixed(1));
	row('a frame, all rows changing, Ink as it comes', `${before ?? ''} ms`);
	row('the same, as the game is bundled', `${after ?? ''} ms`, 'bar: 10 ms');
	row('the same bytes', all[0]?.hash === all[1]?.hash ? 'yes' : 'NO', 'bar: yes');
	const few = draw(patched, '4', FRAMES);
	row('a frame of which 4 rows change', `${median(few.milliseconds).toFixed(1)} ms`);
	row('its bytes', `${String(median(few.bytes))} B`, 'bar: 3072 B');
}

/** As many frames as an hour of play has, as fast as they can be drawn. */
async function benchMemory(folder: string): Promise<void> {
	const [, patched] = await frameBundles(folder);
	const {memory} = draw(patched, 'night', HOUR_FRAMES);
	const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
	const half = memory.slice(memory.length >> 1);
	row('memory at most, an hour of frames of the night', `${megabytes(Math.max(...memory))} MB`);
	row(
		'median of its first and of its second half',
		`${megabytes(median(memory.slice(0, memory.length >> 1)))}, ${megabytes(median(half))} MB`,
		'bar: 200 MB, flat',
	);
}

function start({program, folder, env}: Playable, words: readonly string[]): TerminalProgram {
	const all = [program, ...words];
	return new TerminalProgram(process.execPath, all, {...SIZE, cwd: folder, env});
}

/** Processor time of a process so far, in milliseconds. */
function spentBy(pid: number): number {
	const fields =
		readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
			.split(') ')[1]
			?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
}

async function share(terminal: TerminalProgram): Promise<string> {
	const before = spentBy(terminal.pid);
	await pause(WATCH_MS);
	return `${(((spentBy(terminal.pid) - before) / WATCH_MS) * 100).toFixed(1)} %`;
}

async function play(playable: Playable, saves: string): Promise<TerminalProgram> {
	const words = ['play', 'october-20', '--new', '--saves', join(playable.folder, saves)];
	const terminal = start(playable, words);
	await terminal.until('begins');
	terminal.type('\r');
	await terminal.until('m Overview');
	return terminal;
}

async function benchPlay(playable: Playable): Promise<void> {
	const terminal = await play(playable, 'saves-play');
	await pause(3000);
	row('processor while playing, 140x50', await share(terminal), 'bar: 15 %');
	terminal.type(' ');
	await terminal.until('PAUSED');
	await pause(2000);
	row('processor in a pause', await share(terminal), 'bar: 1 %');
	terminal.close();
	await terminal.exited;
}

/** Letters typed into the command line while the night goes on, each until it can be seen. */
async function benchKeys(playable: Playable): Promise<void> {
	const terminal = await play(playable, 'saves-keys');
	await pause(3000);
	terminal.type(':');
	const times: number[] = [];
	for (let key = 0; key < KEYS; key++) {
		const typed = 'abcdefghij'.slice(0, 1 + (key % 10));
		if (key % 10 === 0) {
			terminal.type('\u0015');
			await pause(100);
		}
		const began = performance.now();
		const seen = new Promise<number>(resolve => {
			terminal.onScreen = () => {
				if (terminal.screen().includes(typed)) resolve(performance.now() - began);
			};
		});
		terminal.type(typed.slice(-1));
		times.push(await seen);
		await pause(Math.max(0, 100 - (performance.now() - began)));
	}
	terminal.close();
	await terminal.exited;
	row('key to frame at 10 Hz, median', `${median(times).toFixed(0)} ms`, 'bar: 20 ms');
	row('99 of 100 within', `${percentile(times, 0.99).toFixed(0)} ms`, 'bar: 60 ms');
}

async function benchMenu(playable: Playable): Promise<void> {
	const times: number[] = [];
	for (let n = 0; n < STARTS; n++) {
		const began = performance.now();
		const terminal = start(playable, ['--saves', join(playable.folder, 'saves-menu')]);
		await new Promise<void>(resolve => {
			terminal.onScreen = () => {
				if (terminal.screen().includes('quit')) resolve();
			};
		});
		times.push(performance.now() - began);
		terminal.close();
		await terminal.exited;
	}
	row(
		`menu from spawn, median of ${String(STARTS)}`,
		`${median(times).toFixed(0)} ms`,
		'bar: 250 ms',
	);
	row(
		'fastest and slowest',
		`${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`,
	);
}

/** Everything about the screen but what takes minutes. */
export async function benchScreen(playable: Playable): Promise<void> {
	console.log('\nThe screen, 140x50:');
	await benchFrames(playable.folder);
	await benchKeys(playable);
	await benchPlay(playable);
	await benchMenu(playable);
}

/** What stays in memory over an hour. */
export async function benchSoak({folder}: Playable): Promise<void> {
	console.log('\nAn hour of play, 140x50:');
	await benchMemory(folder);
}
