import {createServer, type IncomingMessage, type RequestListener, type Server} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import type {Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import {WebSocketServer, type WebSocket} from 'ws';
import {MESSAGE_BYTES_MAX} from '../team/index.ts';
import {ROOM_PATH} from '../team/remote/index.ts';
import type {Served} from './lobby.ts';

const FRAME_MS = 100;
/** What was done is shown so soon, together with what else was done by then. */
const SHOW_MS = 5;
const PING_MS = 10_000;
const DEAD_MS = 25_000;
const CLOSE_MS = 1_000;
/** Connections in all, and of one address: whoever opens them all still leaves room for others. */
const NO_MORE_THAN = {sockets: 256, ofAddress: 128} as const;
/** So long a connection may take to say what it wants. */
const ASK_MS = 10_000;
const COMPRESSED_FROM_BYTES = 1_024;
const REASON_BYTES_MAX = 123;

export type Place = {
	readonly address: string;
	/** 0 takes any that is free. */
	readonly port: number;
	readonly tls: {readonly cert: Buffer; readonly key: Buffer} | undefined;
};

export type Serving = {
	/** Ends it; the room has said goodbye. */
	close(): Promise<void>;
};

/** Takes a place to listen at. Where it cannot be had, the fault that the system has with it. */
export async function listenAt(
	{address, port, tls}: Place,
	{sockets, ofAddress}: {readonly sockets: number; readonly ofAddress: number} = NO_MORE_THAN,
): Promise<Server | Error> {
	try {
		const patience = {
			...{headersTimeout: ASK_MS, requestTimeout: ASK_MS, handshakeTimeout: ASK_MS},
			connectionsCheckingInterval: ASK_MS / 5,
		};
		const server =
			tls === undefined ? createServer(patience) : createSecureServer({...patience, ...tls});
		server.maxConnections = sockets;
		server.on('connection', shareOut(ofAddress));
		const trouble = await new Promise<Error | undefined>(resolve => {
			server.once('error', resolve);
			server.listen(port, address, () => resolve(undefined));
		});
		return trouble ?? server;
	} catch (error) {
		if (error instanceof Error) return error; // A certificate that is none.
		throw error;
	}
}

/** Hangs up on an address that has more connections than its share. */
function shareOut(most: number): (socket: Socket) => void {
	const open = new Map<string, number>();
	return socket => {
		const {remoteAddress = ''} = socket;
		const others = open.get(remoteAddress) ?? 0;
		if (others >= most) {
			socket.destroy();
			return;
		}
		open.set(remoteAddress, others + 1);
		socket.once('close', () => {
			const left = (open.get(remoteAddress) ?? 1) - 1;
			if (left === 0) open.delete(remoteAddress);
			else open.set(remoteAddress, left);
		});
	};
}

export function portOf(server: Server): number {
	const bound = server.address();
	return typeof bound === 'object' && bound !== null ? bound.port : 0;
}

type Service = {
	/** Who asks for a page is answered with it. */
	readonly answer: RequestListener;
	/** Whether a name in front of a port is one of this machine: a page from elsewhere may point its own name here. */
	readonly isOurs: (host: string | undefined) => boolean;
	/** Whether rooms can be joined now; who comes before is asked to come again. */
	readonly isReady?: () => boolean;
	/** Who is at the other end of a connection. */
	readonly addressOf?: (request: IncomingMessage) => string;
};

/** Opens a room, or many, to whoever comes. */
export function serveRoom(server: Server, room: Served, service: Service): Serving {
	server.on('request', service.answer);
	const sockets = acceptSockets(server, room, service);
	const frames = setInterval(() => room.tick(performance.now()), FRAME_MS);
	return {
		async close() {
			clearInterval(frames);
			await sockets.close();
			server.closeAllConnections();
			server.close();
		},
	};
}

/** Names by which a machine calls itself. */
const OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

export function isOwnName(host: string | undefined): boolean {
	return OWN_NAMES.test(host ?? '');
}

type Refused = readonly [status: string, why: string];

/** Why a connection is not made into a socket; a page of another origin has no business here. */
function refusal(
	{url, headers}: IncomingMessage,
	{isOurs, isReady = () => true}: Service,
): Refused | undefined {
	const {host = '', origin} = headers;
	if (url !== ROOM_PATH) return ['404 Not Found', `The room is at ${ROOM_PATH}.`];
	if (!isOurs(host)) return ['421 Misdirected Request', 'This machine has another name.'];
	if (origin !== undefined && hostOf(origin) !== host) {
		return [
			'403 Forbidden',
			'A page of another site does not join: open the link that the host shows.',
		];
	}
	return isReady() ? undefined : ['503 Service Unavailable', 'In a moment.'];
}

function refusalText([status, why]: Refused): string {
	const body = `${why}\n`;
	return [
		`HTTP/1.1 ${status}`,
		'Connection: close',
		'Content-Type: text/plain; charset=utf-8',
		`Content-Length: ${String(Buffer.byteLength(body))}`,
		`\r\n${body}`,
	].join('\r\n');
}

export function hostOf(origin: string): string | undefined {
	return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function acceptSockets(server: Server, room: Served, service: Service) {
	const {addressOf = addressIn} = service;
	const open = new Map<WebSocket, number>();
	const upgrade = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		maxPayload: MESSAGE_BYTES_MAX,
		perMessageDeflate: {threshold: COMPRESSED_FROM_BYTES, zlibDeflateOptions: {level: 6}},
	});
	let showing: NodeJS.Timeout | undefined;
	const showSoon = () => {
		showing ??= setTimeout(() => {
			showing = undefined;
			if (room.changed) room.show();
		}, SHOW_MS);
	};
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		const why = refusal(request, service);
		if (why !== undefined) {
			socket.end(refusalText(why));
			return;
		}
		upgrade.handleUpgrade(request, socket, head, ws => {
			open.set(ws, performance.now());
			ws.on('close', () => open.delete(ws));
			for (const event of ['pong', 'message'] as const) {
				ws.on(event, () => open.set(ws, performance.now()));
			}
			enter(room, ws, addressOf(request), showSoon);
		});
	});
	const pings = setInterval(() => sound(open), PING_MS / 2);
	return {
		async close() {
			clearInterval(pings);
			clearTimeout(showing);
			const closed = [...open.keys()].map(ws => new Promise(resolve => ws.once('close', resolve)));
			await Promise.race([
				Promise.all(closed),
				new Promise(resolve => setTimeout(resolve, CLOSE_MS)),
			]);
			for (const ws of open.keys()) ws.terminate();
		},
	};
}

function addressIn({socket}: IncomingMessage): string {
	return socket.remoteAddress ?? '';
}

export function isLoopback(address: string): boolean {
	return address === 'localhost' || address === '::1' || address.startsWith('127.');
}

/** A socket whose other end is silent is asked, and given up when it does not answer. */
function sound(open: ReadonlyMap<WebSocket, number>): void {
	const now = performance.now();
	for (const [ws, heardAt] of open) {
		if (now - heardAt > DEAD_MS) ws.terminate();
		else if (now - heardAt > PING_MS / 2) ws.ping();
	}
}

function enter(room: Served, ws: WebSocket, address: string, changed: () => void): void {
	const entrance = room.enter({
		address,
		get bufferedBytes() {
			return ws.bufferedAmount;
		},
		send: text => ws.send(text),
		close(why) {
			ws.close(1_000, Buffer.from(why).subarray(0, REASON_BYTES_MAX).toString('utf8'));
			setTimeout(() => ws.terminate(), CLOSE_MS).unref();
		},
	});
	ws.on('error', () => ws.terminate()); // What is too large or no WebSocket: `close` follows.
	ws.on('close', () => {
		entrance.gone();
		changed();
	});
	ws.on('message', (data: Buffer, isBinary: boolean) => {
		entrance.take(isBinary ? '' : data.toString('utf8'));
		changed();
	});
}
