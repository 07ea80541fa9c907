import type {Level} from '../../src/level/index.ts';
import {codesOf, divisionOf, openRoom, type RoomHost} from '../../src/host/index.ts';
import {fork, open, parseJournal, planFor, resume, type Journal} from '../../src/session/index.ts';
import {
	openTable,
	patchOf,
	WIRE_VERSION,
	type Down,
	type Json,
	type Up,
} from '../../src/team/index.ts';
import {createRemote, type Remote} from '../../src/team/remote/index.ts';
import {nightWithoutName} from './level.builder.ts';
import {standardRoles} from './standard-roles.ts';

const LEVEL: Level = {
	...nightWithoutName('02:00'),
	injects: [
		{id: 'dark', what: 'A panel goes dark.', deed: {does: 'darken', panel: 'dwfm', minutes: 5}},
		{
			id: 'robot',
			what: 'A colleague.',
			deed: {does: 'order', from: 'robot', words: 'pause planner'},
		},
	],
};
const VERSIONS = {game: '0.0.0', node: 20};
export const CODES = codesOf(Buffer.alloc(32, 1), 'run');

/** A room over a short night, of two seats where no more are asked for, without a socket or a clock. */
export function hostedRoom(players = 2, readBack: Level['readBack'] = 'free', seatsHeldMs = 0) {
	let lines: string[] = [];
	const roles = standardRoles();
	const plan = planFor(players, roles, 'thick');
	const session = open(LEVEL, {...VERSIONS, room: plan, onLine: line => lines.push(line)});
	const division = divisionOf(plan, roles, {...LEVEL, readBack});
	const teams = session.observation.teams.map(({team}) => team);
	const tableOf = (run: typeof session) => openTable(run, division, teams, LEVEL.injects);
	const table = tableOf(session);
	let played = {table, session};
	const level = {
		id: 'short',
		title: 'Short',
		role: '',
		briefing: '',
		limit: LEVEL.limit,
		exam: false,
		cards: {},
	};
	const opened = () =>
		openRoom({
			...{...played, level, codes: CODES, game: '0.0.0', pace: 4, seatsHeldMs},
			back(at) {
				const kept: string[] = [];
				played.session.noteReached();
				const branch = fork(LEVEL, journalOf(lines), at, {
					...VERSIONS,
					onLine: line => kept.push(line),
				});
				if (!branch.ok) return Promise.resolve(branch.problem.message);
				lines = kept;
				const {session: branched} = branch;
				played = {session: branched, table: tableOf(branched)};
				return Promise.resolve(played);
			},
		});
	const resumedWith = (onLine: (line: string) => void) => {
		const resumed = resume(LEVEL, journalOf(lines), {...VERSIONS, onLine});
		if (!resumed.ok) throw new Error(resumed.problem.message);
		return {session: resumed.session, table: tableOf(resumed.session)};
	};
	let host = opened();
	let ms = 0;
	host.tick(ms);
	return {
		/** Whoever hosts it now. */
		get host() {
			return host;
		},
		table,
		session,
		/** The run and the table as they are after a way back. */
		now: () => played,
		/** Lets so much real time pass, frame by frame. */
		pass: (seconds: number) => {
			for (let frame = 0; frame < 10 * seconds; frame++) host.tick((ms += 100));
		},
		/** One step of the clock. */
		step: (stepMs: number) => {
			host.tick((ms += stepMs));
		},
		/** The host is killed, and another goes on from its journal, with a clock of its own. */
		kill: () => {
			played = resumedWith(line => lines.push(line));
			host = opened();
			ms = 0;
			host.tick(ms);
		},
		/** What is written. */
		journal: () => lines.join('\n'),
		/** The run as its journal has it. */
		again: () => resumedWith(() => undefined),
	};
}

function journalOf(lines: readonly string[]): Journal {
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}

/** What keeps two values from being the same once they have gone over a wire. */
export function difference(one: unknown, other: unknown): unknown {
	const [before, after] = [one, other].map(value => JSON.parse(JSON.stringify(value)) as Json);
	return patchOf(before ?? null, after ?? null);
}

/** Somebody at the other end of a connection that can be cut and that can be slow. */
export class Client {
	readonly heard: Down[] = [];
	remote: Remote | undefined;
	closed = '';
	slow = false;
	token: string | null = null;
	/** What was sent of which the host has said that it was taken. */
	readonly acknowledged: string[] = [];
	#waiting: string[] = [];
	#entrance: ReturnType<RoomHost['enter']> | undefined;
	/** Connections that are gone here, and not at the other end. */
	#halfOpen: ReturnType<RoomHost['enter']>[] = [];
	readonly #sent = new Map<number, string>();
	#asked: Partial<Extract<Up, {readonly kind: 'join'}>> = {};
	#host: RoomHost;
	readonly #address: string;

	constructor(host: RoomHost, address = 'here') {
		this.#host = host;
		this.#address = address;
		this.connect();
	}

	get connected(): boolean {
		return this.#entrance !== undefined;
	}

	connect(): void {
		this.closed = '';
		const link = {
			address: this.#address,
			bufferedBytes: 0,
			send: (text: string) => {
				if (this.#entrance !== undefined && entrance !== this.#entrance) return;
				this.#waiting.push(text);
				if (!this.slow) this.drain();
			},
			close: (why: string) => {
				this.closed = why;
				this.#entrance = undefined;
			},
		};
		Object.defineProperty(link, 'bufferedBytes', {
			get: () => this.#waiting.reduce((sum, text) => sum + text.length, 0),
		});
		this.#waiting = [];
		const entrance = this.#host.enter(link);
		if (this.closed === '') this.#entrance = entrance;
	}

	/** Whatever waits is read. */
	drain(): void {
		for (const text of this.#waiting.splice(0)) {
			const down = JSON.parse(text) as Down;
			this.heard.push(down);
			if (down.kind === 'welcome') {
				this.token = down.token;
				this.remote ??= createRemote(down, up => {
					this.send(up);
					return this.connected;
				});
			}
			if (down.kind === 'answer' && down.problem === null) {
				const text = this.#sent.get(down.id);
				if (text !== undefined) this.acknowledged.push(text);
			}
			this.remote?.hear(down);
		}
	}

	send(up: Up): void {
		if (up.kind === 'say') this.#sent.set(up.id, up.text);
		this.raw(JSON.stringify(up));
	}

	raw(text: string): void {
		this.#entrance?.take(text);
	}

	/** As before, where nothing else is asked for. */
	join(asked = this.#asked): this {
		const {token} = this;
		this.#asked = asked;
		this.send({
			...{kind: 'join', wire: WIRE_VERSION, game: '0.0.0', code: CODES.player},
			...{name: 'Ann', seat: null, token, ...asked},
		});
		return this;
	}

	/** The link is cut. */
	cut(): void {
		const entrance = this.#entrance;
		this.#entrance = undefined;
		this.#waiting = [];
		entrance?.gone();
		this.remote?.lost();
	}

	/** This end is gone without a word: the other hears nothing, and does not know. */
	vanish(): void {
		if (this.#entrance !== undefined) this.#halfOpen.push(this.#entrance);
		this.#entrance = undefined;
		this.#waiting = [];
		this.remote?.lost();
	}

	/** The host has noticed which connections have no other end. */
	givenUp(): void {
		for (const entrance of this.#halfOpen.splice(0)) entrance.gone();
	}

	/** Whoever hosts now is another: every connection went with the one before. */
	turnTo(host: RoomHost): void {
		this.#halfOpen = [];
		this.#entrance = undefined;
		this.#waiting = [];
		this.remote?.lost();
		this.#host = host;
	}

	/** The last word of the host before it hung up. */
	get goodbye(): string {
		const last = this.heard.findLast(down => down.kind === 'goodbye');
		return last?.kind === 'goodbye' ? last.why : '';
	}

	get seat(): string {
		const last = this.heard.findLast(down => down.kind === 'welcome');
		return last?.kind === 'welcome' ? last.seat : '';
	}

	/** What the host has answered, problems only. */
	get problems(): readonly string[] {
		return this.heard.flatMap(down =>
			down.kind === 'answer' && down.problem !== null ? [down.problem.message] : [],
		);
	}
}

/** A room with somebody on each seat, named after it, whose night runs. */
export function fullRoom(players: number, readBack: Level['readBack'] = 'free') {
	const room = hostedRoom(players, readBack);
	const people = new Map(
		room.table.room.seats.map(({id}) => [
			id,
			new Client(room.host, id).join({name: id.toUpperCase(), seat: id}),
		]),
	);
	room.pass(0.1);
	const on = (id: string) => {
		const client = people.get(id);
		if (client === undefined) throw new RangeError(`there is no seat ${id}`);
		return client;
	};
	return {
		...room,
		on,
		/** Says a line from a seat; what the host answers, empty where it was taken. */
		says(id: string, text: string): string {
			const client = on(id);
			const before = client.problems.length;
			const wrong = client.remote?.talk('', text);
			return wrong?.message ?? client.problems[before] ?? '';
		},
		/** Gives an order from a seat, and what the host answers. */
		orders(id: string, text: string): string {
			const client = on(id);
			const before = client.problems.length;
			const wrong = client.remote?.attempt('', text);
			return wrong?.message ?? client.problems[before] ?? '';
		},
		/** What a seat has heard, as it is worded. */
		heard: (id: string) => on(id).remote?.observation.room?.messages.map(({text}) => text) ?? [],
	};
}

/** Two people who have joined, at a room whose night runs. */
export function twoPeople() {
	const room = hostedRoom();
	const ann = new Client(room.host).join();
	const bob = new Client(room.host, 'there').join({name: 'Bob'});
	room.pass(0.1);
	return {...room, ann, bob};
}
