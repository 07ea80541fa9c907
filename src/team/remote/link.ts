import {downFrom, WIRE_VERSION, type Down} from '../wire/down.ts';
import type {Up} from '../wire/up.ts';

/** Where a host takes sockets. */
export const ROOM_PATH = '/room';

/** Where a room is, and the code that opens it. */
export type Address = {readonly socket: string; readonly code: string};

/** One connection, whatever carries it. */
export type Socket = {
	/** False where nothing can be sent. */
	send(text: string): boolean;
	/** Ends it at once. */
	drop(): void;
};

/** What a connection tells whoever opened it. */
export type SocketEvents = {
	readonly opened: () => void;
	readonly heard: (text: string) => void;
	/** A sign that the other end is there, which says nothing else. */
	readonly alive: () => void;
	readonly closed: (why: string) => void;
};

/** What only a shell has: sockets, time and luck. */
export type Wires = {
	connect(socket: string, events: SocketEvents): Socket;
	/** Acts so many milliseconds from now, unless what it hands back is called before. */
	after(ms: number, act: () => void): () => void;
	/** From 0 to 1. */
	random(): number;
};

export type Linked = {
	/** False where there is no link now. */
	send(up: Up): boolean;
	/** Dials at once, where it waits to dial again. */
	hurry(): void;
	/** Hangs up, and dials no more. */
	close(): void;
};

export type LinkOptions = Address & {
	readonly name: string;
	readonly seat: string | null;
	/** To look on, whatever the code lets in. */
	readonly watch?: boolean;
	/** Of a welcome before, to come back to that place. */
	readonly token?: string | null;
	readonly game: string;
	hear(down: Down): void;
	/** The link is gone, and dialled again after so many milliseconds; `said` is what the host said before it hung up. */
	lost(why: string, againMs: number, said: string | undefined): void;
};

const AGAIN_MS_MIN = 500;
const AGAIN_MS_MAX = 15_000;
/** After so much silence the host is asked, and after as much again given up. */
const SILENCE_MS = 13_000;
const NO_ROOM: Down = {
	kind: 'goodbye',
	why: 'No room of this game is there.',
	again: false,
};

/** Keeps a link to a room: dials again where it breaks, later and later, and comes back to the same place. */
export function keepLink(options: LinkOptions, wires: Wires): Linked {
	let socket: Socket | undefined;
	let cancelDial: (() => void) | undefined;
	let token = options.token ?? null;
	let name = options.name;
	let failures = 0;
	let isOver = false;
	let parting: string | undefined;

	const hear = (text: string) => {
		const down = downFrom(text) ?? NO_ROOM;
		if (down.kind === 'welcome') {
			({token, name} = down);
			failures = 0;
		}
		if (down.kind === 'goodbye') parting = down.why;
		const ends = down.kind === 'goodbye' && !down.again;
		if (ends) isOver = true;
		options.hear(down);
		if (ends) socket?.drop();
	};
	const dial = () => {
		cancelDial = undefined;
		parting = undefined;
		const {code, seat, watch = false, game} = options;
		socket = openSocket(options.socket, wires, {
			opened: link =>
				void post(link, {kind: 'join', wire: WIRE_VERSION, game, code, name, seat, watch, token}),
			hear,
			closed(why) {
				socket = undefined;
				if (isOver) return;
				const againMs = backOff(failures++, wires.random());
				cancelDial = wires.after(againMs, dial);
				options.lost(why, againMs, parting);
			},
		});
	};
	dial();
	return {
		send: up => socket !== undefined && post(socket, up),
		hurry() {
			if (cancelDial === undefined) return;
			cancelDial();
			dial();
		},
		close() {
			isOver = true;
			cancelDial?.();
			socket?.drop();
		},
	};
}

/** Asks at the door of a room who may come in with a code: a `door`, or a `goodbye` that says why not. */
export function knock({socket, code}: Address, wires: Wires, told: (down: Down) => void): void {
	let isTold = false;
	const tell = (down: Down) => {
		if (!isTold) told(down);
		isTold = true;
	};
	const link = openSocket(socket, wires, {
		opened: open => void post(open, {kind: 'knock', wire: WIRE_VERSION, code}),
		hear(text) {
			const down = downFrom(text) ?? NO_ROOM;
			if (down.kind === 'door' || down.kind === 'goodbye') tell(down);
			link.drop();
		},
		closed: why => tell({kind: 'goodbye', why: `The room cannot be reached: ${why}.`, again: true}),
	});
}

function post(socket: Socket, up: Up): boolean {
	return socket.send(JSON.stringify(up));
}

type Heeding = {
	readonly opened: (socket: Socket) => void;
	readonly hear: (text: string) => void;
	readonly closed: (why: string) => void;
};

/** A socket that is given up once the other end has been silent for too long, and tells of its end once. */
function openSocket(url: string, wires: Wires, {opened, hear, closed}: Heeding): Socket {
	let isOpen = true;
	let cancel: () => void = () => undefined;
	const end = (why: string) => {
		if (!isOpen) return;
		isOpen = false;
		cancel();
		socket.drop();
		closed(why);
	};
	const alive = () => {
		cancel();
		cancel = wires.after(SILENCE_MS, () => {
			post(socket, {kind: 'here'});
			cancel = wires.after(SILENCE_MS, () => end('nothing was heard of it'));
		});
	};
	const socket = wires.connect(url, {
		opened: () => opened(socket),
		heard(text) {
			if (!isOpen) return;
			alive();
			hear(text);
		},
		alive: () => {
			if (isOpen) alive();
		},
		closed: end,
	});
	alive();
	return {
		send: text => isOpen && socket.send(text),
		drop: () => end('it was closed here'),
	};
}

/** Twice as long after each failure, and nobody at the same moment as the others. */
function backOff(failures: number, random: number): number {
	const longest = Math.min(AGAIN_MS_MAX, AGAIN_MS_MIN << Math.min(failures, 10));
	return longest * (0.5 + random / 2);
}
