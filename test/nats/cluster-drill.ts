import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {connectTo, openJournalStream, readCluster} from '../../src/nats/index.ts';
import {PROGRAM} from '../cli/outage.ts';
import {Program} from '../rooms/programs.ts';
import {Balancer} from './balancer.ts';
import {NatsServers} from './nats-servers.ts';
import {Player} from './player.ts';

type Host = {program: Program; port: number};

/** Servers of rooms on a cluster, what stands before them, and the people of one room. */
export class ClusterDrill {
	readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-cluster-'));
	readonly players: Player[] = [];
	readonly balancer = new Balancer(() => this.hosts.map(({port}) => port));
	readonly hosts: Host[] = [];
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
		const program = new Program(PROGRAM, words, this.home, {});
		const port = Number(await program.says(/"event":"ready".*"port":(\d+)/u));
		this.hosts.push({program, port});
	}

	/** Opens a room, and lets people in. */
	async open(names: readonly string[], level = 'one-empty-answer'): Promise<void> {
		const answer = await fetch(`http://127.0.0.1:${String(this.port)}/lobby/open`, {
			method: 'POST',
			headers: {accept: 'application/json'},
			body: new URLSearchParams({level, players: String(names.length)}),
		});
		const ways = (await answer.json()) as Record<string, {readonly page: string}>;
		this.code = ways['player']?.page.split('=').at(-1) ?? '';
		this.board = ways['board']?.page.split('=').at(-1) ?? '';
		for (const name of names) await this.joins(name, this.code);
	}

	async joins(name: string, code: string): Promise<Player> {
		const player = new Player(this.port, code, name);
		this.players.push(player);
		await until(() => player.raw !== undefined, `${name} in the room`);
		return player;
	}

	/** Which of the hosts has the room; -1 where none says so. */
	async owner(): Promise<number> {
		const asked = await Promise.all(this.hosts.map(({port}) => roomsOf(port)));
		return asked.findIndex(rooms => rooms > 0);
	}

	async kill(at: number): Promise<void> {
		const [host] = this.hosts.splice(at, 1);
		await host?.program.signal('SIGKILL');
	}

	/** Waits until everybody is there and sees the same second, and the whole is what each has put together. */
	async converge(waitMs = 30_000): Promise<void> {
		const {players} = this;
		let asked = -Infinity;
		const isStill = () => {
			if (performance.now() - asked > PACE_MS) for (const player of players) player.pace(0);
			if (performance.now() - asked > PACE_MS) asked = performance.now();
			const seconds = new Set(players.map(({now}) => now));
			return players.every(({isHere}) => isHere) && seconds.size === 1;
		};
		await until(isStill, 'everybody at one second', waitMs);
		await setTimeout(PACE_MS / 2);
		for (const player of players) {
			const {raw} = player;
			player.whole();
			await until(() => player.raw !== raw, 'the whole');
			const [one, other] = [raw, player.raw].map(seen => JSON.stringify(seen, sorted));
			if (one !== other)
				throw new Error(`${player.name} saw another room: ${differing(one, other)}`);
		}
	}

	/** The journal of the room as the cluster has it, and who wrote each part of it. */
	async journal(): Promise<string> {
		const address = readCluster(this.nats.url);
		const nc = typeof address === 'string' ? address : await connectTo(address);
		if (typeof nc === 'string') throw new Error(nc);
		const stream = await openJournalStream(nc);
		if (typeof stream === 'string') throw new Error(stream);
		const [journal = ''] = await stream.names();
		const text = await stream.read(journal, await stream.last(journal));
		await nc.close();
		const file = path.join(this.home, 'room.journal.jsonl');
		fs.writeFileSync(file, text);
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
		const address = readCluster(this.nats.url);
		const nc = typeof address === 'string' ? address : await connectTo(address);
		if (typeof nc === 'string') return false;
		const stream = await openJournalStream(nc);
		await nc.close();
		return typeof stream !== 'string';
	}
}

const PACE_MS = 1_000;

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

async function roomsOf(port: number): Promise<number> {
	try {
		const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`, {
			signal: AbortSignal.timeout(1_000),
		});
		const text = await answer.text();
		return Number(/outage_oncall_seats (\d+)/u.exec(text)?.[1] ?? 0);
	} catch {
		return 0;
	}
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
