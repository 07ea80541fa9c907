// `npm run load -- --rooms 50 --seats 6 --minutes 5`: what one server carries. Everybody sits, the nights run, and people
// talk; then: seconds that were missed, memory, how late pictures and answers come, and whether every journal lives again.
import fs from 'node:fs';
import {spawn} from 'node:child_process';
import {setTimeout} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {WebSocket} from 'ws';
import {WIRE_VERSION} from '../../src/team/index.ts';
import {percentile, row} from '../bench/report.ts';
import {bundleProgram, PROGRAM} from '../cli/outage.ts';
import {Drill, type Program} from './programs.ts';

const {values} = parseArgs({
	options: {
		rooms: {type: 'string', default: '50'},
		seats: {type: 'string', default: '6'},
		minutes: {type: 'string', default: '5'},
		pace: {type: 'string', default: '60'},
		level: {type: 'string', default: 'october-20'},
	},
});
const {level} = values;
const [rooms = 0, seats = 0, minutes = 0, pace = 0] = [
	...[values.rooms, values.seats, values.minutes, values.pace],
].map(Number);

const JOIN_MS = 60_000;
const LOOK_MS = 1_000;
/** Somebody of each room says something so often. */
const TALK_EVERY_LOOKS = 5;
const VERIFIED_AT_ONCE = 2;
const CLOCK = /"now":\["=",(\d+)\]/u;
const BAR = {missed: 0, megabytes: 1_536};

/** Somebody who sits there: hears everything, and reads no more of it than is measured. */
class Client {
	messages = 0;
	bytes = 0;
	now = 0;
	goodbye = '';
	/** When the last picture came, and the longest that none did. */
	seenAt = 0;
	longestMs = 0;
	/** How long answers took. */
	readonly answeredMs: number[] = [];
	readonly #ws: WebSocket;
	readonly #sent = new Map<number, number>();
	#joined: () => void = () => undefined;

	constructor(port: string, code: string, name: string, address: string) {
		this.#ws = new WebSocket(`ws://127.0.0.1:${port}/room`, {localAddress: address});
		this.#ws.on('open', () => {
			const who = {wire: WIRE_VERSION, game: '0', code, name, seat: null, token: null};
			this.#ws.send(JSON.stringify({kind: 'join', ...who}));
		});
		this.#ws.on('error', () => undefined);
		this.#ws.on('message', (data: Buffer) => this.#hear(data));
	}

	/** Settles once it sits, or is turned away, or so much time has passed. */
	async joins(): Promise<void> {
		const sits = new Promise<void>(resolve => (this.#joined = resolve));
		await Promise.race([sits, setTimeout(JOIN_MS, undefined, {ref: false})]);
	}

	says(id: number, text: string): void {
		this.#sent.set(id, performance.now());
		this.#ws.send(JSON.stringify({kind: 'say', id, text}));
	}

	setsPace(): void {
		this.#ws.send(JSON.stringify({kind: 'pace', id: 0, pace}));
	}

	leaves(): void {
		this.#ws.terminate();
	}

	#hear(data: Buffer): void {
		this.messages += 1;
		this.bytes += data.length;
		const kind = data.subarray(9, 13).toString('latin1');
		const at = performance.now();
		if (kind === 'see"') {
			if (this.seenAt > 0) this.longestMs = Math.max(this.longestMs, at - this.seenAt);
			this.seenAt = at;
			this.now = Number(CLOCK.exec(data.toString('latin1'))?.[1] ?? this.now);
			this.#joined();
		} else if (kind === 'answ') {
			const {id} = JSON.parse(data.toString('utf8')) as {readonly id: number};
			const sentAt = this.#sent.get(id);
			if (sentAt !== undefined) this.answeredMs.push(at - sentAt);
		} else if (kind === 'good') {
			this.goodbye = data.toString('utf8');
			this.#joined();
		}
	}
}

function megabytesOf(pid: number): number {
	const status = fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8');
	return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? NaN) / 1_024;
}

async function metricsOf(lobby: string): Promise<(name: string) => number> {
	const text = await (await fetch(new URL('/metrics', lobby))).text();
	return name => Number(new RegExp(`^outage_oncall_${name} (\\S+)$`, 'mu').exec(text)?.[1] ?? NaN);
}

function sum(clients: readonly Client[], of: (client: Client) => number): number {
	return clients.reduce((total, client) => total + of(client), 0);
}

/** Opens the rooms, and lets people sit down in each. */
async function fill(lobby: string): Promise<readonly (readonly Client[])[]> {
	const {port} = new URL(lobby);
	const filled: Client[][] = [];
	for (let room = 0; room < rooms; room++) {
		const opened = await fetch(new URL('/lobby/open', lobby), {
			method: 'POST',
			headers: {accept: 'application/json'},
			body: new URLSearchParams({level, players: String(seats)}),
		});
		if (opened.status !== 201) throw new Error(await opened.text());
		const {player} = (await opened.json()) as {readonly player: {readonly join: string}};
		const code = player.join.split('/').at(-1) ?? '';
		const clients: Client[] = [];
		for (let seat = 0; seat < seats; seat++) {
			const client = new Client(
				port,
				code,
				`Person ${String(seat)}`,
				`127.0.1.${String(room + 1)}`,
			);
			await client.joins();
			clients.push(client);
		}
		filled.push(clients);
	}
	return filled;
}

/** Lets the nights run for so many minutes, and people talk. */
async function play(filled: readonly (readonly Client[])[], server: Program): Promise<number> {
	const startedAt = performance.now();
	for (const clients of filled) clients[0]?.setsPace();
	const looks = Math.ceil((minutes * 60_000) / LOOK_MS);
	for (let look = 1; look <= looks; look++) {
		await setTimeout(Math.max(0, startedAt + look * LOOK_MS - performance.now()));
		for (const [room, clients] of filled.entries()) {
			if ((look + room) % TALK_EVERY_LOOKS !== 0) continue;
			clients[look % seats]?.says(look, `tell all this is look ${String(look)}`);
		}
		if (look % 30 === 0) row(`after ${String(look)} s`, `${megabytesOf(server.pid).toFixed(0)} MB`);
	}
	return (performance.now() - startedAt) / 1_000;
}

/** How many journals live again to what they say of themselves. */
async function verified(journals: readonly string[]): Promise<number> {
	const waiting = [...journals];
	let sound = 0;
	const workOff = async () => {
		for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
			const child = spawn(process.execPath, [PROGRAM, 'replay', file, '--verify'], {
				stdio: 'ignore',
			});
			const code = await new Promise<number | null>(resolve => child.once('close', resolve));
			if (code === 0) sound += 1;
		}
	};
	await Promise.all(Array.from({length: VERIFIED_AT_ONCE}, workOff));
	return sound;
}

type Measured = {
	readonly all: readonly Client[];
	readonly seconds: number;
	readonly megabytes: number;
	readonly before: (name: string) => number;
	readonly after: (name: string) => number;
};

function tell({all, seconds, megabytes, before, after}: Measured): void {
	const spent = after('cpu_seconds_total') - before('cpu_seconds_total');
	const delay = 1_000 * after('event_loop_delay_max_seconds');
	const came = all.map(({now}) => now);
	const answers = all.flatMap(({answeredMs}) => answeredMs);
	const each = (of: (client: Client) => number) => sum(all, of) / all.length / seconds;
	const late = Math.max(...all.map(({longestMs}) => longestMs));
	row('real time', `${seconds.toFixed(1)} s at ${String(pace)}x`);
	row('missed seconds', after('missed_seconds_total').toFixed(1), `bar ${String(BAR.missed)}`);
	row('seconds of the night due', (seconds * pace).toFixed(0));
	row('that came, least and most', `${String(Math.min(...came))}, ${String(Math.max(...came))}`);
	row('most memory', `${megabytes.toFixed(0)} MB`, `bar ${String(BAR.megabytes)}`);
	row('processor', `${(spent / seconds).toFixed(2)} cores`);
	row('longest delay of the loop', `${delay.toFixed(0)} ms`);
	row('messages a second to each seat', each(({messages}) => messages).toFixed(1));
	row('bytes a second to each seat, unpacked', each(({bytes}) => bytes).toFixed(0));
	row('longest without a picture', `${late.toFixed(0)} ms`);
	row('answers', String(answers.length));
	for (const of of [0.5, 0.99]) {
		row(`${String(100 * of)} of 100 come within`, `${percentile(answers, of).toFixed(0)} ms`);
	}
	row('turned away', String(all.filter(({goodbye}) => goodbye !== '').length));
}

await bundleProgram();
const drill = new Drill();
try {
	const most = String(rooms);
	const server = drill.serve(['--port', '0', '--rooms', most, '--per-address', most]);
	const lobby = await server.says(/(http\S+) is the lobby/u);
	row('server, empty', `${megabytesOf(server.pid).toFixed(0)} MB`);
	const filled = await fill(lobby);
	const all = filled.flat();
	const before = await metricsOf(lobby);
	row('rooms', most);
	row('seats taken', String(before('seats_taken')));
	row('server, everybody seated', `${megabytesOf(server.pid).toFixed(0)} MB`);
	const seconds = await play(filled, server);
	const after = await metricsOf(lobby);
	const megabytes = megabytesOf(server.pid);
	tell({all, seconds, megabytes, before, after});
	const stoppedAt = performance.now();
	const code = await server.signal('SIGTERM');
	row(`stopped with code ${String(code)} in`, `${(performance.now() - stoppedAt).toFixed(0)} ms`);
	for (const client of all) client.leaves();
	const {journals} = drill;
	const sound = await verified(journals);
	row('journals that live again', `${String(sound)} of ${String(journals.length)}`);
	const isMissed = after('missed_seconds_total') > BAR.missed;
	process.exitCode = !isMissed && megabytes <= BAR.megabytes && sound === rooms ? 0 : 1;
} finally {
	await drill.end();
}
