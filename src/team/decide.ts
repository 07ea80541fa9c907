import type {FactToken, Loop, Objection, Refusal} from '../observe/index.ts';
import {
	leadOf,
	OVER,
	seatOf,
	stepLoop,
	type LoopStep,
	type Named,
	type Room,
	type RoomEvent,
	type Talk,
	type Unsigned,
	valueAt,
} from '../session/index.ts';
import {RECORD_DECIDERS, whyNotHeard} from './decide-record.ts';
import type {Decided, Decider, Speaking} from './decide.types.ts';

/** Real milliseconds of patience. They can be doubled for a whole room, never for one person. */
export const PATIENCE = {
	/** Until what was asked and not answered counts as lapsed. */
	answerMs: 90_000,
	/** In which a proposal can be objected to. */
	objectMs: 20_000,
	/** Least until what was accepted counts as forgotten. */
	doMs: 60_000,
} as const;

/** What a line of a journal takes at most, so that it can be read again. */
const EVENT_LENGTH_MAX = 12_000;

/** What comes of a line of talk: events for the journal, or a sentence that says why not. */
export function decide(room: Room, talk: Talk, speaking: Speaking): Decided {
	const decided = DECIDERS[talk.verb](room, talk as never, speaking);
	if (!decided.ok) return decided;
	const long = decided.events.some(event => JSON.stringify(event).length > EVENT_LENGTH_MAX);
	return long ? no('That is too much for one message: say it in two.') : decided;
}

/** What has become late by now. */
export function late(room: Room, ms: number): readonly (RoomEvent & {readonly kind: 'stepped'})[] {
	if (room.patience === 0) return [];
	return (
		room.loops
			.filter(({dueAt}) => ms >= dueAt)
			// What somebody objects to waits for a decision.
			.filter(({objections}) => objections.length === 0)
			.filter(loop => stepLoop(loop, {step: 'late'}).ok)
			.map(({n}) => ({kind: 'stepped', n, step: {step: 'late'}}))
	);
}

/** The request that an order answers, given by the seat that was asked, or after a proposal by whoever holds it. */
export function askedFor(room: Room, seat: string, order: string): Loop | undefined {
	return room.loops.find(loop => {
		if (loop.order !== order || !stepLoop(loop, {step: 'given', by: seat, order: 0}).ok)
			return false;
		return loop.kind === 'propose' ? loop.state === 'decided' : seatOf(room, loop.of) === seat;
	});
}

const DECIDERS: {readonly [Verb in Talk['verb']]: Decider<Verb>} = {
	tell(room, {to, facts, words}, speaking) {
		const seen = factsOf(facts, speaking);
		if (typeof seen === 'string') return no(seen);
		const deaf = whyNotHeard(room, to, speaking.seat);
		if (deaf !== undefined) return no(deaf);
		return events({kind: 'said', to, facts: seen, text: words});
	},
	request: (room, {order, of, withinMinutes, because}, speaking) =>
		called(room, {what: 'request', of, order, about: null, because, withinMinutes}, speaking),
	ask: (room, {about, of, withinMinutes}, speaking) =>
		called(room, {what: 'ask', of, order: null, about, because: null, withinMinutes}, speaking),
	propose: (room, {order}, speaking) =>
		called(
			room,
			{what: 'propose', of: 'all', order, about: null, because: null, withinMinutes: null},
			speaking,
		),
	object(room, {n, because}, speaking) {
		const reason = reasonSeen(because, speaking);
		if (typeof reason === 'string') return no(reason);
		return stepped(room, n, {step: 'object', by: speaking.seat, because: reason});
	},
	decide(room, {n, go}, {seat}) {
		const lead = leadOf(room);
		const {by} = loopOf(room, n) ?? {};
		if (seat !== (lead ?? by)) {
			return no(
				lead === undefined
					? `${String(n)} is decided by who proposed it.`
					: `${lead} leads, and decides.`,
			);
		}
		return stepped(room, n, {step: 'decide', by: seat, go});
	},
	accept(room, {n, order, etaMinutes}, {seat, ms, pace}) {
		const loop = loopOf(room, n);
		if (loop !== undefined && loop.order !== null && order === null) {
			return no(`Read it back: answer ${String(n)} accept <order>.`);
		}
		const dueAt = ms + patienceFor(etaMinutes, pace, Math.max(1, room.patience));
		return asked(room, n, seat) ?? stepped(room, n, {step: 'accept', by: seat, order, dueAt});
	},
	decline(room, {n, because}, speaking) {
		const reason = refusalSeen(because, speaking);
		if (typeof reason === 'string') return no(reason);
		const {seat} = speaking;
		return asked(room, n, seat) ?? stepped(room, n, {step: 'decline', by: seat, because: reason});
	},
	'say-again': (room, {n}, {seat, ms}) =>
		asked(room, n, seat) ??
		stepped(room, n, {step: 'say-again', by: seat, dueAt: ms + answerMs(room)}),
	confirm: (room, {n}, {seat}) =>
		asker(room, n, seat) ?? stepped(room, n, {step: 'confirm', by: seat}),
	correct: (room, {n, order}, {seat, ms}) =>
		asker(room, n, seat) ??
		stepped(room, n, {step: 'correct', by: seat, order, dueAt: ms + answerMs(room)}),
	withdraw: (room, {n}, {seat}) =>
		asker(room, n, seat) ?? stepped(room, n, {step: 'withdraw', by: seat}),
	report(room, {n, fact}, speaking) {
		const seen = fact === null ? null : factsOf([fact], speaking);
		if (typeof seen === 'string') return no(seen);
		const {seat} = speaking;
		const step = {step: 'report', by: seat, fact: seen?.[0] ?? null} as const;
		return answerer(room, n, seat) ?? stepped(room, n, step);
	},
	hold: (room, {because}, {seat}) =>
		room.holds.some(({by}) => by === seat)
			? no('You hold already: release-hold lets time run.')
			: events({kind: 'held', text: because}),
	'release-hold': (room, _, {seat}) =>
		room.holds.some(({by}) => by === seat)
			? events({kind: 'released'})
			: no('You hold nothing. Each hold is released by who called for it, or by the facilitator.'),
	...RECORD_DECIDERS,
};

type Call = {
	readonly what: Loop['kind'];
	readonly of: string;
	readonly order: string | null;
	readonly about: Named | null;
	readonly because: Named | null;
	readonly withinMinutes: number | null;
};

function called(room: Room, call: Call, speaking: Speaking): Decided {
	const {what, of, order, about, because, withinMinutes} = call;
	const {seat, ms, pace, factOf} = speaking;
	if (of !== 'all') {
		const asks = seatOf(room, of);
		if (asks === undefined) return no(`Nobody covers ${of} now: ask the commander.`);
		if (asks === seat) return no(`${of} is you.`);
	}
	const twin = room.loops.find(
		loop =>
			loop.order !== null &&
			loop.order === order &&
			(loop.of === of || seatOf(room, loop.of) === seatOf(room, of)) &&
			isOpen(loop),
	);
	if (twin !== undefined) return no(`That is asked for already, as ${String(twin.n)}.`);
	const reasons = because === null ? [] : factsOf([because], speaking);
	if (typeof reasons === 'string') return no(reasons);
	const longer = Math.max(1, room.patience);
	const patience =
		what === 'propose'
			? longer * PATIENCE.objectMs
			: Math.max(
					answerMs(room),
					withinMinutes === null ? 0 : patienceFor(withinMinutes, pace, longer),
				);
	return events({
		kind: 'called',
		n: 1 + room.loops.reduce((most, {n}) => Math.max(most, n), 0),
		what,
		of,
		order,
		// Whoever asks mostly does not see it: that is why they ask.
		about: about === null ? null : (factOf(about) ?? unseen(about)),
		because: reasons[0] ?? null,
		dueAt: ms + patience,
	});
}

function answerMs({patience}: Room): number {
	return Math.max(1, patience) * PATIENCE.answerMs;
}

/** Minutes of the night as real time, and never less than people need. */
function patienceFor(minutes: number | null, pace: number, longer: number): number {
	const real = minutes === null ? 0 : (60_000 * minutes) / Math.max(1, pace);
	return Math.round(Math.max(longer * PATIENCE.doMs, 1.5 * real));
}

function stepped(room: Room, n: number, step: LoopStep): Decided {
	const loop = loopOf(room, n);
	if (loop === undefined) return no(`There is no ${String(n)}.`);
	const next = stepLoop(loop, step);
	if (!next.ok) return no(next.why);
	return events({kind: 'stepped', n, step: unsigned(step)});
}

/** Whoever takes a step stands beside it in the journal. */
function unsigned(step: LoopStep): Unsigned<LoopStep> {
	const rest = Object.entries(step).filter(([key]) => key !== 'by');
	return Object.fromEntries(rest) as Unsigned<LoopStep>;
}

function loopOf({loops}: Room, n: number): Loop | undefined {
	return loops.find(loop => loop.n === n);
}

function isOpen(loop: Loop): boolean {
	return !OVER.includes(loop.state) && loop.state !== 'effective' && loop.state !== 'failed';
}

/** Why a seat cannot answer it: it was not asked. */
function asked(room: Room, n: number, seat: string): Decided | undefined {
	const loop = loopOf(room, n);
	if (loop === undefined) return no(`There is no ${String(n)}.`);
	if (loop.of === 'all' || seatOf(room, loop.of) === seat) return undefined;
	return no(`${String(n)} is asked of ${loop.of}.`);
}

function answerer(room: Room, n: number, seat: string): Decided | undefined {
	return loopOf(room, n)?.answeredBy === seat ? undefined : asked(room, n, seat);
}

function asker(room: Room, n: number, seat: string): Decided | undefined {
	const loop = loopOf(room, n);
	if (loop === undefined) return no(`There is no ${String(n)}.`);
	return loop.by === seat ? undefined : no(`${String(n)} is ${loop.by}’s.`);
}

function factsOf(named: readonly Named[], {factOf}: Speaking): readonly FactToken[] | string {
	const facts: FactToken[] = [];
	for (const each of named) {
		const fact = factOf(each);
		if (fact === undefined) return `You do not see ${wordsOfNamed(each)}.`;
		facts.push(fact);
	}
	return facts;
}

function reasonSeen(because: Objection<Named>, speaking: Speaking): Objection<FactToken> | string {
	if (because.kind === 'word') return because;
	const facts = factsOf([because.fact], speaking);
	return typeof facts === 'string' ? facts : {kind: 'fact', fact: valueAt(facts, 0)};
}

function refusalSeen(because: Refusal<Named>, speaking: Speaking): Refusal<FactToken> | string {
	if (because.kind !== 'fact') return because;
	// A fact that is needed is one that they do not see.
	return {kind: 'fact', fact: speaking.factOf(because.fact) ?? unseen(because.fact)};
}

/** A fact that is asked for by somebody who does not see it. */
function unseen(named: Named): FactToken {
	switch (named.kind) {
		case 'metric':
			return {...named, value: null, sampledAt: -1};
		case 'look':
			return {...named, at: 0, lines: []};
		case 'order':
			return {...named, what: '', state: ''};
		case 'suspect':
			return named;
	}
}

export function wordsOfNamed(named: Named): string {
	switch (named.kind) {
		case 'metric':
			return named.metric;
		case 'look':
			return `what “${named.look}” brings back: look first`;
		case 'order':
			return `order ${String(named.order)}`;
		case 'suspect':
			return named.suspect;
	}
}

function events(...all: readonly RoomEvent[]): Decided {
	return {ok: true, events: all};
}

function no(why: string): Decided {
	return {ok: false, why};
}
