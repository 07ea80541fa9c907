// Drawn frames, in a process of their own: what one costs, how many bytes it sends, what memory they take.
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import {PassThrough, Writable} from 'node:stream';
import {parseLevel} from '../../src/level/file/index.ts';
import {open, VOCABULARY} from '../../src/session/index.ts';
import {openTerminal} from '../../src/tui/index.ts';
import {looksOf, type Program, type Row, type Tone} from '../../src/view/index.ts';
import {aConsole} from '../support/console.builder.ts';
import {settingsFrom} from '../../src/play/kept/index.ts';

const SIZE = {columns: 140, rows: 50};
/** Longer than Ink's throttle, so that every frame is drawn at once and whole. */
const FRAME_MS = 18;
/** Ink's last word of a frame: the terminal may show it now. */
const FRAME_END = '\u001B[?2026l';
const WARM_UP = 40;

export type FrameReport = {
	readonly milliseconds: readonly number[];
	readonly bytes: readonly number[];
	readonly hash: string;
	/** Resident bytes, from the first frames to the last. */
	readonly memory: readonly number[];
};

const looks = looksOf(settingsFrom({}), {LANG: 'C.UTF-8', TERM: 'xterm-256color'}, 'linux');

const TONES: readonly Tone[] = ['plain', 'dim', 'dim', 'warn', 'bad', 'line'];
const BLOCKS = '▁▂▃▄▅▆▇█';

/** A row such as the console has: a name, a number, a word, a graph. */
function metricRow(index: number, frame: number): Row {
	const seed = index * 7919 + frame * 104_729;
	const graph = Array.from({length: 60}, (_, at) => BLOCKS[(seed + at * at * 31) % 8]).join('');
	return [
		{text: `metric ${String(index)}`.padEnd(28), tone: 'plain'},
		{text: String(seed % 1_000_000).padStart(12), tone: TONES[seed % 6]!},
		{text: ` ${seed % 3 === 0 ? 'OK  ' : 'WARN'} `, tone: seed % 3 === 0 ? 'dim' : 'warn'},
		{text: graph, tone: 'dim'},
		{text: `│ ${'the last line of a log'.slice(seed % 9)}`.padEnd(34), tone: 'dim'},
	];
}

/** A program of which so many rows change with every key. */
function changing(rowsThatChange: number): Program {
	let frame = 0;
	return {
		press() {
			frame += 1;
			return [];
		},
		frame: () => undefined,
		present: ({rows}) => ({
			rows: Array.from({length: rows}, (_, row) =>
				metricRow(row, row < rowsThatChange ? frame : 0),
			),
		}),
	};
}

/** The night itself, faster than anyone plays it: half a simulated minute goes by with every key. */
function theNight(): Program {
	const levelFile = `${process.argv[2] ?? '.'}/levels/october-20/level.yaml`;
	const parsed = parseLevel(fs.readFileSync(levelFile, 'utf8'), VOCABULARY);
	if (!parsed.ok) throw new Error('our own level cannot be read');
	const begin = () =>
		aConsole({session: open(parsed.level, {game: 'bench', node: 20}), by: 'bench'}).console;
	let console = begin();
	console.press('enter', SIZE);
	return {
		press(_, size) {
			if (console.observation.ended !== null) {
				console = begin();
				console.press('enter', size);
			}
			console.frame(0.5);
			return [];
		},
		frame: () => undefined,
		present: size => console.present(size),
	};
}

class Sink extends Writable {
	readonly isTTY = true;
	readonly columns = SIZE.columns;
	readonly rows = SIZE.rows;
	bytes = 0;
	readonly #hash = createHash('sha256');
	#onFrame = () => {};

	override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
		this.bytes += chunk.length;
		this.#hash.update(chunk);
		if (chunk.includes(FRAME_END)) this.#onFrame();
		done();
	}

	frame(): Promise<void> {
		return new Promise(resolve => (this.#onFrame = resolve));
	}

	get hash(): string {
		return this.#hash.copy().digest('hex').slice(0, 16);
	}
}

class Keyboard extends PassThrough {
	readonly isTTY = true;
	setRawMode(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
}

/** Processor time that this process took, in milliseconds. */
function spent(): number {
	const {user, system} = process.cpuUsage();
	return (user + system) / 1000;
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function draw(program: Program, frames: number): Promise<FrameReport> {
	const stdout = new Sink();
	const stdin = new Keyboard();
	const terminal = openTerminal({
		// Streams in memory have what the terminal uses of a TTY's.
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: stdin as unknown as NodeJS.ReadStream,
		looks,
	});
	const first = stdout.frame();
	void terminal.show(program);
	await first;
	await pause(FRAME_MS);
	const milliseconds: number[] = [];
	const bytes: number[] = [];
	const memory: number[] = [];
	for (let frame = 0; frame < frames + WARM_UP; frame++) {
		const [time, size] = [spent(), stdout.bytes];
		const drawn = stdout.frame();
		stdin.write('x');
		await drawn;
		const took = spent() - time;
		await pause(FRAME_MS);
		if (frame < WARM_UP) continue;
		milliseconds.push(took);
		bytes.push(stdout.bytes - size);
		if (frame % 100 === 0) memory.push(process.memoryUsage.rss());
	}
	// How it ends depends on what Ink's timers were about to do.
	const {hash} = stdout;
	await terminal.close();
	return {milliseconds, bytes, hash, memory};
}

const what = process.argv[3] ?? '';
const frames = Number(process.argv[4]);
const program = what === 'night' ? theNight() : changing(Number(what));
process.stdout.write(JSON.stringify(await draw(program, frames)));
