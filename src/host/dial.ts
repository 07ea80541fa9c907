import {WebSocket} from 'ws';
import {downFrom, WIRE_VERSION, type Down, type Up} from '../team/index.ts';
import {ROOM_PATH} from './server.ts';

/** Where a room is, and the code that opens it. */
export type Address = {readonly socket: string; readonly code: string};

const SCHEMES: Readonly<Record<string, string>> = {
	'ws:': 'ws:',
	'http:': 'ws:',
	'wss:': 'wss:',
	'https:': 'wss:',
};

/** Reads the address that a host prints; a sentence where it is none. */
export function readAddress(text: string): Address | string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const scheme = url === undefined ? undefined : SCHEMES[url.protocol];
	const code = url === undefined ? '' : decoded(url.hash.slice(1) || url.pathname.slice(1));
	if (url === undefined || scheme === undefined || code === '' || code.includes('/')) {
		return 'URL expects the address that the host shows, such as ws://127.0.0.1:20252/abcd-efgh-jkmn.';
	}
	return {socket: `${scheme}//${url.host}${ROOM_PATH}`, code};
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return '';
	}
}

export type Dialled = {
	/** False where there is no link now. */
	send(up: Up): boolean;
	/** Hangs up, and dials no more. */
	close(): void;
};

export type DialOptions = Address & {
	readonly name: string;
	readonly seat: string | null;
	readonly game: string;
	hear(down: Down): void;
	/** The link is gone; it is dialled again after so many milliseconds. */
	lost(why: string, againMs: number): void;
};

const AGAIN_MS_MIN = 500;
const AGAIN_MS_MAX = 15_000;
/** The host asks at least so often whether somebody is here. */
const SILENCE_MS = 30_000;
const MESSAGE_BYTES_MAX = 8 * 1024 * 1024;

/** Keeps a link to a room: dials again where it breaks, later and later, and comes back to the same seat. */
export function dial(options: DialOptions): Dialled {
	let ws: WebSocket | undefined;
	let again: NodeJS.Timeout | undefined;
	let token: string | null = null;
	let name = options.name;
	let failures = 0;
	let isOver = false;

	const hear = (text: string) => {
		const down = downFrom(text);
		if (down === undefined) {
			isOver = true;
			options.hear({kind: 'goodbye', why: 'No room of this game is there.', again: false});
			ws?.terminate();
			return;
		}
		if (down.kind === 'welcome') {
			({token, name} = down);
			failures = 0;
		}
		if (down.kind === 'goodbye' && !down.again) isOver = true;
		options.hear(down);
	};
	const call = () => {
		const {socket, code, seat, game} = options;
		const link = new WebSocket(socket, {maxPayload: MESSAGE_BYTES_MAX, handshakeTimeout: 10_000});
		let silence: NodeJS.Timeout | undefined;
		let why = 'the link broke';
		const heard = () => {
			clearTimeout(silence);
			silence = setTimeout(() => link.terminate(), SILENCE_MS);
		};
		ws = link;
		heard();
		link.on('open', () => {
			const join = {kind: 'join', wire: WIRE_VERSION, game, code, name, seat, token} as const;
			link.send(JSON.stringify(join));
		});
		link.on('message', (data: Buffer) => {
			heard();
			hear(data.toString('utf8'));
		});
		link.on('ping', heard);
		link.on('error', error => (why = error.message));
		link.on('close', () => {
			clearTimeout(silence);
			ws = undefined;
			if (isOver) return;
			const againMs = backOff(failures++);
			again = setTimeout(call, againMs);
			options.lost(why, againMs);
		});
	};
	call();
	return {
		send(up) {
			if (ws?.readyState !== WebSocket.OPEN) return false;
			ws.send(JSON.stringify(up));
			return true;
		},
		close() {
			isOver = true;
			clearTimeout(again);
			ws?.close();
		},
	};
}

/** Twice as long after each failure, and nobody at the same moment as the others. */
function backOff(failures: number): number {
	const longest = Math.min(AGAIN_MS_MAX, AGAIN_MS_MIN * 2 ** Math.min(failures, 10));
	return longest * (0.5 + Math.random() / 2);
}
