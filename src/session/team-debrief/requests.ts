import type {FactToken, Loop} from '../../observe/index.ts';
import {valueAt} from '../../sim/index.ts';
import {differs, roomAfter, seatOf, type Room, type RoomNote} from '../talk/index.ts';
import type {RoomTime} from './room-time.ts';
import type {Request, Requests} from './team-debrief.types.ts';

/** Within this many real milliseconds of the read-back, “that is what I asked for” is part of the same exchange. */
const CONFIRM_MS = 30_000;

/** What happened to one of them, in the order in which it did. */
type Life = {
	readonly n: number;
	readonly at: number;
	readonly openedMs: number;
	readonly of: string;
	answeredMs: number | null;
	readBackMs: number | null;
	closedMs: number | null;
	given: boolean;
	reported: boolean;
	missed: boolean;
};

/** What the room asked of each other, and what came of it. */
export function requestsOf(notes: readonly RoomNote[], begun: Room, time: RoomTime): Requests {
	const lives: Life[] = [];
	let room = begun;
	for (const note of notes) {
		if (note.event.kind === 'called') {
			const {n, of} = note.event;
			const asked = seatOf(room, of) ?? of;
			lives.push({
				...{n, at: note.at, openedMs: note.ms, of: asked, answeredMs: null, readBackMs: null},
				...{closedMs: null, given: false, reported: false, missed: false},
			});
		}
		if (note.event.kind === 'stepped') stepLife(lives, room, note);
		room = roomAfter(room, note);
	}
	const all = room.loops.flatMap(loop => {
		const life = lives.find(({n}) => n === loop.n);
		return life === undefined ? [] : [told(loop, life, time)];
	});
	return {all, ...sums(all)};
}

function stepLife(lives: readonly Life[], {loops}: Room, {event, ms}: RoomNote): void {
	if (event.kind !== 'stepped') return;
	const life = lives.find(({n}) => n === event.n);
	const loop = loops.find(({n}) => n === event.n);
	if (life === undefined || loop === undefined) return;
	switch (event.step.step) {
		case 'accept':
			life.answeredMs ??= ms;
			life.readBackMs = ms;
			return;
		case 'decline':
		case 'say-again':
		case 'decide':
			life.answeredMs ??= ms;
			return;
		case 'confirm':
			if (ms - (life.readBackMs ?? ms) <= CONFIRM_MS) life.closedMs = ms;
			return;
		case 'given':
			life.answeredMs ??= ms;
			life.given = true;
			if (differs(loop)) life.missed = true;
			return;
		case 'report':
			life.answeredMs ??= ms;
			life.reported = true;
			return;
		case 'correct':
		case 'withdraw':
		case 'object':
		case 'came':
		case 'late':
	}
}

function told(loop: Loop, life: Life, time: RoomTime): Request {
	const {n, kind, by, order, about, state, caught, why} = loop;
	const {of, at, openedMs, answeredMs, closedMs, given, reported, missed} = life;
	const since = (ms: number | null) =>
		ms === null ? null : Math.round((time.active(ms) - time.active(openedMs)) / 1_000);
	const closed = closedMs !== null;
	return {
		...{n, kind, by, of, what: order ?? tokenName(about), at, state, caught, missed, closed},
		answerSeconds: since(answeredMs),
		closedSeconds: since(closedMs),
		why: why === null ? '' : reason(why),
		carried: closed && given && reported,
	};
}

function reason(why: NonNullable<Loop['why']>): string {
	switch (why.kind) {
		case 'word':
			return why.word;
		case 'team':
			return `needs ${why.team}`;
		case 'fact':
			return `needs ${tokenName(why.fact)}`;
	}
}

function tokenName(token: FactToken | null): string {
	if (token === null) return '';
	switch (token.kind) {
		case 'metric':
			return token.metric;
		case 'look':
			return token.look;
		case 'order':
			return `order ${String(token.order)}`;
		case 'suspect':
			return token.suspect;
	}
}

const LOST: readonly Request['state'][] = ['lapsed', 'forgotten'];

function sums(all: readonly Request[]): Omit<Requests, 'all'> {
	const count = (holds: (request: Request) => boolean) => all.filter(holds).length;
	const answers = all.flatMap(({answerSeconds}) => answerSeconds ?? []).sort((a, b) => a - b);
	const pairs = new Map<string, Request[]>();
	for (const request of all) {
		const pair = `${request.by} ${request.of}`;
		pairs.set(pair, [...(pairs.get(pair) ?? []), request]);
	}
	return {
		answered: count(({answerSeconds}) => answerSeconds !== null),
		declined: count(({state}) => state === 'declined'),
		lost: count(({state}) => LOST.includes(state)),
		closed: count(({closed}) => closed),
		carried: count(({carried}) => carried),
		caught: count(({caught}) => caught),
		missed: count(({missed}) => missed),
		answerSeconds:
			answers.length === 0
				? null
				: {
						middle: valueAt(answers, Math.floor(answers.length / 2)),
						longest: valueAt(answers, answers.length - 1),
					},
		pairs: [...pairs.values()].map(requests => ({
			by: valueAt(requests, 0).by,
			of: valueAt(requests, 0).of,
			asked: requests.length,
			closed: requests.filter(({closed}) => closed).length,
		})),
	};
}
