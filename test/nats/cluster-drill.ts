import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {jetstream} from '@nats-io/jetstream';
import type {NatsConnection} from '@nats-io/transport-node';
import {
	connectTo,
	openJournalStream,
	readCluster,
	toldIn,
	type JournalStream,
} from '../../src/nats/index.ts';
import {PROGRAM} from '../cli/outage.ts';
import {Program} from '../rooms/programs.ts';
import {Balancer} from './balancer.ts';
import {NatsServers} from './nats-servers.ts';
import {Player} from './player.ts';

type Host = {readonly program: Program; readonly port: number; isStopped: boolean};

/** Servers of rooms on a cluster, what stands before them, and the people of one room. */
export class ClusterDrill {
	readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-cluster-'));
	readonly players: Player[] = [];
	readonly balancer = new Balancer(() =>
		this.hosts.filter(({isStopped}) => !isStopped).map(({port}) => port),
	);
	readonly hosts: Host[] = [];
	readonly #killed: Host[] = [];
	#journal = '';
	port = 0;
	code = '';
	board = '';

	readonly nats: NatsServers;

	private constructor(nats: NatsServers) {
		this.nats = nats;
	}

	static async start(nodes: number, hosts: number): Promise<ClusterDrill> {
		const drill = new ClusterDrill(await NatsServers.start(nodes));
		await until(() => drill.#hasStream(), 'a cluster that keeps journals');
		await Promise.all(Array.from({length: hosts}, () => drill.startHost()));
		drill.port = await drill.balancer.listen();
		return drill;
	}

	async startHost(): Promise<void> {
		const words = ['serve', '--port', '0', '--nats', this.nats.url];
		const clock = new URL('jumping-clock.mjs', import.meta.url).href;
		const program = new Program(PROGRAM, words, this.home, {NODE_OPTIONS: `--import=${clock}`});
		const port = Number(await program.says(/"event":"ready".*"port":(\d+)/u));
		this.hosts.push({program, port, isStopped: false});
	}

	/** Opens a room, and lets people in. */
	async open(names: readonly string[], level = 'one-empty-answer'): Promise<void> {
		const before = await this.#names();
		const answer = await fetch(`http://127.0.0.1:${String(this.port)}/lobby/open`, {
			method: 'POST',
			headers: {accept: 'application/json'},
			body: new URLSearchParams({level, players: String(names.length)}),
		});
		const ways = (await answer.json()) as Record<string, {readonly page: string}>;
		this.players.splice(0).forEach(player => {
			player.leave();
		});
		this.code = ways['player']?.page.split('=').at(-1) ?? '';
		this.board = ways['board']?.page.split('=').at(-1) ?? '';
		for (const name of names) await this.joins(name, this.code);
		this.#journal = (await this.#names()).find(name => !before.includes(name)) ?? '';
	}

	async joins(name: string, code: string): Promise<Player> {
		const player = new Player(this.port, code, name);
		this.players.push(player);
		await until(() => player.raw !== undefined, `${name} in the room`);
		return player;
	}

	/** Which of the hosts has the room, by what they say in their logs; -1 where none does. */
	get owner(): number {
		const journal = this.#journal;
		return this.hosts.findIndex(({program: {err}, isStopped}) => {
			const said = (event: string, named: string) =>
				err.lastIndexOf(`"event":"${event}","${named}":"${journal}"`);
			const came = Math.max(said('room-opened', 'room'), said('room-taken-up', 'journal'));
			return !isStopped && came > said('room-lost', 'room');
		});
	}

	/** Writes down what all hosts have said, and says where. */
	keepLogs(name: string): string {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), `outage-logs-${name}-`));
		const files = Object.entries({alive: this.hosts, killed: this.#killed}).flatMap(
			([kind, hosts]) =>
				hosts.map(({program: {pid, err}}) => [`${kind}-${String(pid)}`, err] as const),
		);
		for (const [file, text] of files) fs.writeFileSync(path.join(folder, `${file}.jsonl`), text);
		return folder;
	}

	async kill(at: number): Promise<void> {
		const [host] = this.hosts.splice(at, 1);
		if (host !== undefined) this.#killed.push(host);
		await host?.program.signal('SIGKILL');
	}

	/** Waits until everybody is there and sees the same second, and the whole is what each has put together. */
	async converge(waitMs = 30_000): Promise<void> {
		const {players} = this;
		let [asked, stillAt, stillSince] = [-Infinity, -1, 0];
		const isStill = () => {
			const now = performance.now();
			if (now - asked > PACE_MS) {
				for (const player of players) player.pace(0);
				asked = now;
			}
			const [second = -1, ...others] = new Set(players.map(each => each.now));
			const isOne = others.length === 0 && players.every(each => each.isHere && each.isPaused);
			if (!isOne || second !== stillAt) [stillAt, stillSince] = [second, now];
			return isOne && now - stillSince > STILL_MS;
		};
		await until(isStill, 'everybody at one second', waitMs);
		for (const player of players) {
			const {raw} = player;
			player.whole();
			await until(() => player.raw !== raw, 'the whole');
			const [one, other] = [raw, player.raw].map(seen => JSON.stringify(seen, sorted));
			if (one !== other)
				throw new Error(`${player.name} saw another room: ${differing(one, other)}`);
		}
	}

	/** Lets the clock of a host jump by an hour. */
	jump(at: number): void {
		const host = this.hosts[at];
		if (host !== undefined) process.kill(host.program.pid, 'SIGUSR2');
	}

	/** Lets a host do nothing for a while, as where its links are cut. */
	async stop(at: number, ms: number): Promise<void> {
		const host = this.hosts[at];
		if (host === undefined) return;
		host.isStopped = true;
		process.kill(host.program.pid, 'SIGSTOP');
		await setTimeout(ms);
		process.kill(host.program.pid, 'SIGCONT');
		host.isStopped = false;
	}

	/** The journal of the room as the cluster has it. Throws where one that was replaced has written to it. */
	async journal(): Promise<string> {
		const journal = this.#journal;
		const file = path.join(this.home, journal);
		await this.#asked(async (stream, nc) => {
			const last = await stream.last(journal);
			const {text} = await stream.read(journal, last);
			fs.writeFileSync(file, text);
			await until(() => hasOneWriter(nc, journal, last), 'a replica that has lost nothing');
		});
		return file;
	}

	async end(): Promise<void> {
		for (const player of this.players) player.leave();
		this.balancer.close();
		await Promise.all(this.hosts.map(({program}) => program.signal('SIGKILL')));
		await this.nats.end();
		fs.rmSync(this.home, {recursive: true, force: true});
	}

	async #hasStream(): Promise<boolean> {
		return this.#names().then(
			() => true,
			() => false,
		);
	}

	#names(): Promise<readonly string[]> {
		return this.#asked(stream => stream.names());
	}

	async #asked<Value>(
		ask: (stream: JournalStream, nc: NatsConnection) => Promise<Value>,
	): Promise<Value> {
		const address = readCluster(this.nats.url);
		const nc = typeof address === 'string' ? address : await connectTo(address);
		if (typeof nc === 'string') throw new Error(nc);
		const stream = await openJournalStream(nc);
		if (typeof stream === 'string') throw new Error(stream);
		return ask(stream, nc).finally(() => nc.close());
	}
}

/**
 * Of the messages that count, from a claim on all are of who made it; a claim is empty. False where the replica that was
 * asked has lost some.
 */
async function hasOneWriter(nc: NatsConnection, journal: string, last: number): Promise<boolean> {
	const consumer = await jetstream(nc).consumers.get('OUTAGE_ONCALL_JOURNALS', {
		filter_subjects: `outage-oncall.journal.${journal}`,
	});
	let [owner, before, seen] = ['', 0, 0];
	for await (const {seq, headers, data} of await consumer.consume()) {
		const {writer, after} = toldIn(headers);
		if (after > seen) return false;
		seen = seq;
		if (after === before) {
			if (data.length === 0 || owner === '') owner = writer;
			if (writer !== owner) throw new Error(`${writer} wrote although ${owner} had the journal`);
			before = seq;
		}
		if (seq >= last) return true;
	}
	return false;
}

const PACE_MS = 1_000;
const STILL_MS = 600;

/** The same whatever came first. */
function sorted(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function differing(one = '', other = ''): string {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return `${one.slice(at - 80, at + 80)} | ${other.slice(at - 80, at + 80)}`;
}

/** Waits until something is so, and says how long that took. */
export async function until(
	is: () => boolean | Promise<boolean>,
	what: string,
	waitMs = 30_000,
): Promise<number> {
	const from = performance.now();
	while (!(await is())) {
		if (performance.now() - from > waitMs) throw new Error(`It never came to ${what}`);
		await setTimeout(25);
	}
	return performance.now() - from;
}
