import type {IncomingMessage, Server} from 'node:http';
import {isOwnName, listenAt, portOf, serveRoom, type Place} from '../host/index.ts';
import {takeRooms} from '../saves/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {openDesk, type Desk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {LOBBY, lobbyAnswers} from './lobby-answers.ts';
import {logLine, whatOf} from './log-line.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {baseOf} from './room-invitation.ts';
import {roomMetrics} from './room-metrics.ts';
import {
	gamePage,
	lateFrom,
	ownNames,
	PLACE_OPTIONS,
	placeToListen,
	whyNoPlace,
} from './room-place.ts';
import {keepInFolder} from './rooms-in-folder.ts';
import {serveRooms} from './served-rooms.ts';
import type {RoomKeeper, ServedRooms} from './served-rooms.types.ts';
import {print} from './terminal-text.ts';

const OPTIONS = {
	...PLACE_OPTIONS,
	url: {type: 'string'},
	rooms: {type: 'string'},
	'per-address': {type: 'string'},
	saves: {type: 'string'},
	nats: {type: 'string'},
} as const;

const PORT = 20_253;
const ROOMS = 50;
const ROOMS_MAX = 500;
const OF_ADDRESS = 8;
/** Of each room: twelve on seats, and some who look on. */
const SOCKETS_OF_ROOM = 32;
const SOCKETS_OF_ADDRESS = 128;
const TIDY_MS = 100;
/** From a signal to the end; what takes longer is cut off, and the next server takes it up. */
const STOP_MS = 5_000;

/** Where others reach a server: its own address, or through a proxy that says who asks. */
type Reach = {
	readonly isOurs: (host: string | undefined) => boolean;
	readonly baseFor: (request: IncomingMessage) => string;
	readonly addressOf: (request: IncomingMessage) => string;
};

/** `serve`: many rooms in one process, until a signal. */
export async function serveCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {values} = parsed;
	const lateMs = lateFrom(values);
	if (typeof lateMs !== 'number') return badInput(...lateMs.sentences);
	const place = placeToListen(values, PORT);
	if ('sentences' in place) return badInput(...place.sentences);
	const [roomsMax, ofAddressMax] = [values.rooms ?? ROOMS, values['per-address'] ?? OF_ADDRESS].map(
		Number,
	);
	if (!isCount(roomsMax)) return badInput(`--rooms expects a number from 1 to ${MOST}.`);
	if (!isCount(ofAddressMax)) return badInput(`--per-address expects a number from 1 to ${MOST}.`);
	const url = values.url === undefined ? undefined : urlFrom(values.url);
	if (url === null) return badInput('--url expects such as https://drill.example.com.');
	if (values.nats !== undefined && values.saves !== undefined) {
		return badInput('--nats and --saves: rooms are kept on a cluster or in a folder, not both.');
	}
	const opened = openDesk(values.saves, {});
	if (!opened.ok) return badInput(opened.message);
	const keeper = await keeperFor(opened.desk, values.nats);
	if (typeof keeper === 'string') return badInput(keeper);
	const server = await listenAt(place, {
		sockets: roomsMax * SOCKETS_OF_ROOM,
		ofAddress: url === undefined ? SOCKETS_OF_ADDRESS : roomsMax * SOCKETS_OF_ROOM,
	});
	if (server instanceof Error) {
		await keeper.release(Promise.resolve());
		return badInput(whyNoPlace(place, server));
	}
	const clock = () => performance.now();
	const rooms = serveRooms({keeper, lateMs, roomsMax, ofAddressMax, log: logLine, clock});
	return served({...place, port: portOf(server), server}, rooms, {url, roomsMax, keeper});
}

async function keeperFor(desk: Desk, nats: string | undefined): Promise<RoomKeeper | string> {
	const trouble = (sentence: string) => {
		logLine('warn', 'trouble', {sentence});
	};
	if (nats !== undefined) {
		return (await import('./rooms-on-cluster.ts')).keepOnCluster(nats, desk, trouble);
	}
	const taken = takeRooms(desk.folder);
	if (!taken.ok) return taken.message;
	for (const sentence of taken.rooms.passed) trouble(sentence);
	return keepInFolder(desk, taken.rooms, trouble);
}

const MOST = String(ROOMS_MAX);

function isCount(value: number | undefined): value is number {
	return Number.isInteger(value) && value !== undefined && value >= 1 && value <= ROOMS_MAX;
}

/** The origin by which others reach us; null where it is none. */
function urlFrom(text: string): URL | null {
	const url = URL.canParse(text) ? new URL(text) : null;
	return url !== null && /^https?:$/u.test(url.protocol) && url.pathname === '/' ? url : null;
}

type Served = {
	readonly url: URL | undefined;
	readonly roomsMax: number;
	readonly keeper: RoomKeeper;
};

async function served(
	place: Place & {readonly server: Server},
	rooms: ServedRooms,
	{url, roomsMax, keeper}: Served,
): Promise<Exit> {
	let isUp = false;
	const isReady = () => isUp && keeper.isWell();
	const {isOurs, addressOf, baseFor} = reachOf(place, url);
	const version = versionOf(packageRoot());
	const serving = serveRoom(place.server, rooms.lobby, {
		...{isOurs, addressOf, isReady: () => isUp},
		answer: lobbyAnswers({
			...{rooms, roomsMax, isOurs, addressOf, baseOf: baseFor, isReady},
			...{metrics: roomMetrics(rooms, version), page: gamePage(isOurs)},
			failed: error => {
				logLine('error', 'request-failed', {what: whatOf(error)});
			},
		}),
	});
	const fall = () => {
		void rooms.handOn();
	};
	process.once('exit', fall);
	process.once('uncaughtException', error => {
		logLine('error', 'failed', {what: whatOf(error)});
		process.exit(EXIT.ownFault);
	});
	await keeper.begin(rooms);
	isUp = true;
	const lobby = `${url?.origin ?? baseOf(place)}${LOBBY}`;
	logLine('info', 'ready', {version, lobby, port: place.port, pid: process.pid});
	print(
		`${lobby} is the lobby. ctrl-c stops; the rooms that are open go on when it is started again.`,
	);
	const tidying = setInterval(() => rooms.tidy(performance.now()), TIDY_MS);
	const signal = await new Promise<string>(resolve => {
		for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(name, resolve);
	});
	isUp = false;
	clearInterval(tidying);
	setTimeout(() => {
		logLine('error', 'stopped-late', {});
		process.exit(EXIT.ownFault);
	}, STOP_MS).unref();
	const {length: open} = rooms.list();
	process.off('exit', fall);
	await rooms.handOn();
	await serving.close();
	logLine('info', 'stopped', {signal, rooms: open});
	return EXIT.done;
}

/** Behind a proxy it says who asks, and the name is the one that it is known by. */
function reachOf(place: Place, url: URL | undefined): Reach {
	const socketOf = ({socket}: IncomingMessage) => socket.remoteAddress ?? '';
	if (url === undefined) {
		const secure = place.tls === undefined ? '' : 's';
		return {
			isOurs: ownNames(place),
			baseFor: ({headers}) => `http${secure}://${headers.host ?? ''}`,
			addressOf: socketOf,
		};
	}
	return {
		isOurs: host => host === url.host || isOwnName(host),
		baseFor: () => url.origin,
		addressOf(request) {
			const {'x-forwarded-for': forwarded = ''} = request.headers;
			const last = [forwarded].flat().join(',').split(',').at(-1)?.trim() ?? '';
			return last === '' ? socketOf(request) : last;
		},
	};
}
