import {WebSocket} from 'ws';
import {
	keepLink,
	ROOM_PATH,
	type Address,
	type Linked,
	type LinkOptions,
} from '../team/remote/index.ts';

const SCHEMES: Readonly<Record<string, string>> = {
	'ws:': 'ws:',
	'http:': 'ws:',
	'wss:': 'wss:',
	'https:': 'wss:',
};

/** Reads an address that a host prints, for a terminal or a browser; a sentence where it is none. */
export function readAddress(text: string): Address | string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const scheme = url === undefined ? undefined : SCHEMES[url.protocol];
	const code = url === undefined ? '' : decoded(codeIn(url));
	if (url === undefined || scheme === undefined || code === '' || code.includes('/')) {
		return 'URL expects the address that the host shows, such as ws://127.0.0.1:20252/abcd-efgh-jkmn.';
	}
	return {socket: `${scheme}//${url.host}${ROOM_PATH}`, code};
}

function codeIn({hash, pathname}: URL): string {
	return hash.replace(/^#(?:join=|board=)?/u, '') || pathname.slice(1);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return '';
	}
}

const MESSAGE_BYTES_MAX = 8 * 1024 * 1024;
const HANDSHAKE_MS = 10_000;
const CLOSE_MS = 1_000;

/** Keeps a link to a room, over a socket of Node. */
export function dial(options: LinkOptions): Linked {
	return keepLink(options, {
		connect(socket, {opened, heard, alive, closed}) {
			const ws = new WebSocket(socket, {
				maxPayload: MESSAGE_BYTES_MAX,
				handshakeTimeout: HANDSHAKE_MS,
			});
			let why = 'the link broke';
			ws.on('open', opened);
			ws.on('message', (data: Buffer) => heard(data.toString('utf8')));
			ws.on('ping', alive);
			ws.on('error', error => (why = error.message));
			ws.on('close', () => closed(why));
			return {
				send(text) {
					if (ws.readyState !== WebSocket.OPEN) return false;
					ws.send(text);
					return true;
				},
				drop() {
					ws.close();
					setTimeout(() => ws.terminate(), CLOSE_MS).unref();
				},
			};
		},
		after(ms, act) {
			const timer = setTimeout(act, ms);
			return () => clearTimeout(timer);
		},
		random: Math.random,
	});
}
