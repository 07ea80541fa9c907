import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {WebSocket} from 'ws';
import {MESSAGE_BYTES_MAX, WIRE_VERSION, type Down, type Up} from '../../src/team/index.ts';
import {ownPlaces, PROGRAM} from '../cli/outage.ts';

const WAIT_MS = 30_000;

/** Settles when what is looked for has come, each time that something comes. */
class Waiting {
	#look: () => void = () => undefined;

	heard(): void {
		this.#look();
	}

	until<Found>(
		find: () => Found | undefined,
		what: () => string,
		waitMs = WAIT_MS,
	): Promise<Found> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => {
				reject(new Error(`It never came to ${what()}`));
			}, waitMs);
			this.#look = () => {
				const found = find();
				if (found === undefined) return;
				clearTimeout(timer);
				this.#look = () => undefined;
				resolve(found);
			};
			this.#look();
		});
	}
}

/** The program, running, with somebody who types and reads. */
export class Program {
	/** All that it says, and of it what goes to stderr. */
	out = '';
	err = '';
	readonly left: Promise<number | null>;
	readonly #child: ChildProcessWithoutNullStreams;
	readonly #waiting = new Waiting();
	#read = 0;

	constructor(program: string, words: readonly string[], home: string, more: NodeJS.ProcessEnv) {
		const env = {...process.env, ...ownPlaces({XDG_CONFIG_HOME: home}), ...more};
		this.#child = spawn(process.execPath, [program, ...words], {env});
		for (const stream of [this.#child.stdout, this.#child.stderr]) {
			stream.on('data', chunk => {
				this.out += String(chunk);
				this.#waiting.heard();
			});
		}
		this.#child.stderr.on('data', chunk => (this.err += String(chunk)));
		this.#child.stdin.on('error', () => undefined); // It may have left.
		this.left = new Promise(resolve => this.#child.once('close', resolve));
	}

	get pid(): number {
		return this.#child.pid ?? 0;
	}

	/** Waits for words that come after those that were waited for before. */
	says(words: RegExp, waitMs?: number): Promise<string> {
		return this.#waiting.until(
			() => {
				const match = words.exec(this.out.slice(this.#read));
				if (match === null) return undefined;
				this.#read += match.index + match[0].length;
				return match[1] ?? match[0];
			},
			() => `${String(words)} after:\n${this.out.slice(-2_000)}`,
			waitMs,
		);
	}

	type(line: string): void {
		this.#child.stdin.write(`${line}\n`);
	}

	signal(signal: NodeJS.Signals): Promise<number | null> {
		this.#child.kill(signal);
		return this.left;
	}
}

/** A host and those who join it, in a folder of their own that goes with them. */
export class Drill {
	/** What its programs have in their environment beside their own places. */
	readonly env: NodeJS.ProcessEnv = {};
	readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-room-'));
	readonly #programs: Program[] = [];
	readonly #program: string;

	constructor(program = PROGRAM) {
		this.#program = program;
	}

	async host(words: readonly string[]) {
		const host = this.#start(['host', ...words, '--saves', this.home]);
		const codes: string[] = [];
		const links: Record<string, string> = {};
		for (const kind of ['players', 'observers', 'facilitator'] as const) {
			codes.push(await host.says(new RegExp(`${kind} +outage-oncall join (\\S+)`, 'u')));
			links[kind] = await host.says(/(http\S+)/u);
		}
		links['board'] = await host.says(/board +(http\S+)/u);
		return {host, codes, links: links as Record<'players' | 'facilitator' | 'board', string>};
	}

	serve(words: readonly string[]): Program {
		return this.#start(['serve', ...words, '--saves', this.home]);
	}

	join(url: string, name: string, ...more: readonly string[]): Program {
		return this.#start(['join', url, '--name', name, ...more]);
	}

	get journals(): readonly string[] {
		const names = fs.readdirSync(this.home).filter(each => each.endsWith('.journal.jsonl'));
		return names.map(name => path.join(this.home, name));
	}

	get journal(): string {
		return this.journals[0] ?? this.home;
	}

	/** Every line of the journal as data. */
	get lines(): readonly Record<string, unknown>[] {
		const text = fs.readFileSync(this.journal, 'utf8');
		return text
			.split('\n')
			.slice(0, -1)
			.map(line => JSON.parse(line) as Record<string, unknown>);
	}

	async end(): Promise<void> {
		await Promise.all(this.#programs.map(program => program.signal('SIGKILL')));
		fs.rmSync(this.home, {recursive: true, force: true});
	}

	#start(words: readonly string[]): Program {
		const program = new Program(this.#program, words, this.home, this.env);
		this.#programs.push(program);
		return program;
	}
}

/** A connection that says what it is told to, as no client of ours would. */
export class Socket {
	readonly heard: Down[] = [];
	/** The code that it was closed with, or the status with which it was refused. */
	readonly closed: Promise<number>;
	/** What a refusal says; never settles where there is none. */
	readonly refusal: Promise<string>;
	readonly #ws: WebSocket;
	readonly #waiting = new Waiting();

	constructor(url: string, options: {readonly origin?: string; readonly path?: string} = {}) {
		const {path: where = '/room', ...more} = options;
		this.#ws = new WebSocket(`ws://${new URL(url).host}${where}`, more);
		this.#ws.on('message', (data: Buffer) => {
			this.heard.push(JSON.parse(data.toString('utf8')) as Down);
			this.#waiting.heard();
		});
		this.refusal = new Promise(resolve => {
			this.#ws.on('unexpected-response', (_, response) => {
				response.once('data', (data: Buffer) => resolve(data.toString('utf8')));
			});
		});
		this.closed = new Promise(resolve => {
			this.#ws.on('unexpected-response', (_, response) => {
				resolve(response.statusCode ?? 0);
			});
			this.#ws.on('close', resolve);
			this.#ws.on('error', () => undefined);
		});
	}

	opened(): Promise<void> {
		return new Promise(resolve => this.#ws.once('open', resolve));
	}

	/** What the link has carried to us, compressed as it comes. */
	get bytes(): number {
		return (this.#ws as unknown as {readonly _socket: {readonly bytesRead: number}})._socket
			.bytesRead;
	}

	send(text: string | Buffer): void {
		this.#ws.send(text);
	}

	up(message: Up): void {
		this.send(JSON.stringify(message));
	}

	async join(url: string, asked: Partial<Extract<Up, {readonly kind: 'join'}>> = {}) {
		await this.opened();
		const code = new URL(url).pathname.slice(1);
		const who = {name: 'Eve', seat: null, token: null, game: '0', code, ...asked};
		this.up({kind: 'join', wire: WIRE_VERSION, ...who});
	}

	hears<Kind extends Down['kind']>(
		kind: Kind,
		holds: (down: Extract<Down, {readonly kind: Kind}>) => boolean = () => true,
	): Promise<Extract<Down, {readonly kind: Kind}>> {
		return this.#waiting.until(
			() =>
				this.heard.find(
					(down): down is Extract<Down, {readonly kind: Kind}> =>
						down.kind === kind && holds(down as Extract<Down, {readonly kind: Kind}>),
				),
			() => `${kind} after ${JSON.stringify(this.heard).slice(-500)}`,
		);
	}

	/** Reads nothing from now on, or goes on reading. */
	read(reads: boolean): void {
		if (reads) this.#ws.resume();
		else this.#ws.pause();
	}

	/** The link is cut without a word. */
	cut(): void {
		this.#ws.terminate();
	}
}

export const HUGE = 'x'.repeat(4 * MESSAGE_BYTES_MAX);
export const DEEP = `${'['.repeat(8_000)}${']'.repeat(8_000)}`;
