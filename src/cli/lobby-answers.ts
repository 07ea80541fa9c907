import {randomUUID} from 'node:crypto';
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {hostOf} from '../host/index.ts';
import {cleanName} from '../level/index.ts';
import {lobbyPage, openedPage, openingPage} from '../view/index.ts';
import {levelCards} from './level-cards.ts';
import {METRICS_TYPE} from './room-metrics.ts';
import {waysTo, type Ways} from './room-ways.ts';
import type {ServedRoom, ServedRooms, Wanted} from './served-rooms.types.ts';

export const LOBBY = '/lobby';
const OPENING = '/lobby/open';
const FORM_BYTES_MAX = 4_096;
const SEATS_MAX = 12;
const SEATS = 4;
const LOOK_AGAIN_SECONDS = 15;

type Answering = {
	readonly rooms: ServedRooms;
	readonly roomsMax: number;
	readonly metrics: () => string;
	/** Whether rooms can be joined: they are taken up, and the server is not about to stop. */
	readonly isReady: () => boolean;
	readonly isOurs: (host: string | undefined) => boolean;
	/** Where others reach this server, as whoever asks has reached it. */
	readonly baseOf: (request: IncomingMessage) => string;
	readonly addressOf: (request: IncomingMessage) => string;
	/** Everything else that is asked for. */
	readonly page: RequestListener;
	readonly failed: (error: unknown) => void;
};

const HEADERS = {
	'cross-origin-resource-policy': 'same-origin',
	// Without one a form does not say of which page it is.
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'cache-control': 'no-store',
};

type Answer = {
	readonly status?: number;
	readonly type?: string;
	readonly body: string;
	readonly more?: Readonly<Record<string, string>>;
};

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers whoever asks by HTTP: the lobby, what watches the server, and the page of the game. */
export function lobbyAnswers(answering: Answering): RequestListener {
	return (request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '';
		const answer = answerTo(answering, request, path);
		if (answer === undefined) {
			answering.page(request, response);
			return;
		}
		void Promise.resolve(answer)
			.catch((error: unknown): Answer => {
				answering.failed(error);
				return {status: 500, body: 'This is a bug in the game, not a mistake of yours.\n'};
			})
			.then(told => {
				send(request, response, told);
			});
	};
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
	const {status = 200, type = TEXT, body, more = {}} = answer;
	response.writeHead(status, {...HEADERS, 'content-type': type, ...more});
	response.end(request.method === 'HEAD' ? undefined : body);
}

function answerTo(
	answering: Answering,
	request: IncomingMessage,
	path: string,
): Answer | Promise<Answer> | undefined {
	const {isReady, metrics, isOurs} = answering;
	const {method = 'GET', headers} = request;
	const isRead = method === 'GET' || method === 'HEAD';
	switch (path) {
		case '/healthz':
			return {body: 'ok\n'};
		case '/readyz':
			return isReady() ? {body: 'ready\n'} : {status: 503, body: 'not ready\n'};
		case '/metrics':
			return {type: METRICS_TYPE, body: metrics()};
		case LOBBY:
		case OPENING:
			break;
		default:
			return undefined;
	}
	if (!isOurs(headers.host)) return {status: 421, body: 'This machine has another name.\n'};
	if (isRead) return path === LOBBY ? lobby(answering) : asked(request);
	if (method !== 'POST' || path !== OPENING) return {status: 405, body: 'Not that way.\n'};
	const {origin} = headers;
	if (origin !== undefined && hostOf(origin) !== headers.host) {
		return {status: 403, body: 'A page of another site opens no room.\n'};
	}
	return opened(answering, request);
}

async function levelsToOpen() {
	const cards = await levelCards([]);
	return cards.filter(({kind}) => kind !== 'tutorial' && kind !== 'sandbox');
}

async function lobby({rooms, roomsMax}: Answering): Promise<Answer> {
	const seen = [...rooms.list(), ...rooms.others()].map(
		({title, listed, codes, clock, status}) => ({
			...{title, clock, ...status},
			join: listed ? `/#join=${codes.player}` : null,
		}),
	);
	const levels = await levelsToOpen();
	return {
		type: HTML,
		body: lobbyPage({rooms: seen, roomsMax, levels, opening: OPENING}),
		more: {refresh: String(LOOK_AGAIN_SECONDS)},
	};
}

async function asked({url = ''}: IncomingMessage): Promise<Answer> {
	const wanted = new URLSearchParams(url.split('?')[1]).get('level') ?? '';
	return formFor(wanted, SEATS, '');
}

async function formFor(wanted: string, seats: number, why: string): Promise<Answer> {
	const level = (await levelsToOpen()).find(({id}) => id === wanted);
	if (level === undefined) return {status: 404, body: 'There is no such level.\n'};
	const form = randomUUID();
	return {
		...{type: HTML, ...(why === '' ? {} : {status: 503})},
		body: openingPage({
			...{level, seats, why, form, opening: OPENING, lobby: LOBBY, seatsMax: SEATS_MAX},
		}),
	};
}

async function opened(answering: Answering, request: IncomingMessage): Promise<Answer> {
	const {rooms, addressOf, baseOf, isReady} = answering;
	const text = await bodyOf(request);
	if (text === undefined) return {status: 413, body: 'That is too much for this form.\n'};
	const wanted = wantedIn(new URLSearchParams(text), addressOf(request));
	const known = (await levelsToOpen()).some(({id}) => id === wanted.level);
	if (!known) return {status: 404, body: 'There is no such level.\n'};
	const {players} = wanted;
	if (!(Number.isInteger(players) && players >= 1 && players <= SEATS_MAX)) {
		return {status: 400, body: `A room has 1 to ${String(SEATS_MAX)} seats.\n`};
	}
	const room = isReady()
		? await rooms.open(wanted)
		: {sentences: ['No room can be opened now: try again in a moment.']};
	const wantsData = request.headers.accept === 'application/json';
	if ('sentences' in room) {
		const why = room.sentences.join(' ');
		if (wantsData) return {status: 503, type: JSON_TYPE, body: JSON.stringify({why})};
		return formFor(wanted.level, players, why);
	}
	const ways = waysTo(baseOf(request), room.codes);
	if (wantsData) return {status: 201, type: JSON_TYPE, body: JSON.stringify(ways)};
	return {status: 201, type: HTML, body: openedPage(room.title, told(room, ways), LOBBY)};
}

function wantedIn(form: URLSearchParams, address: string): Wanted {
	const text = (name: string) => form.get(name) ?? '';
	return {
		level: text('level'),
		players: Number(text('players')),
		fog: text('fog') === 'thin' ? 'thin' : 'thick',
		team: cleanName(text('team')),
		listed: text('listed') === 'yes',
		form: text('form').slice(0, 64),
		address,
	};
}

function told({status}: ServedRoom, {player, observer, facilitator, board}: Ways) {
	const row = (who: string, what: string, {page, join}: Ways['player']) => {
		return {who, what, page, typed: join};
	};
	return [
		row('Players', `${String(status.seats)} seats: the first empty one is taken`, player),
		row('Observers', 'see what is public, somewhat later', observer),
		row('Facilitator', 'sees everything, sets the pace and injects', facilitator),
		{...row('Board', 'for the big screen of the room: what has been said', board), typed: ''},
	];
}

/** What was sent with a request; undefined where that is more than any form of ours. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
	const parts: Buffer[] = [];
	let bytes = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		bytes += part.length;
		if (bytes > FORM_BYTES_MAX) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}
