import {
	advanceToNews,
	NEXT_SECONDS_MAX,
	ORDERS,
	parseOrder,
	SUSPECTS,
	type Problem,
	type Session,
} from '../../session/index.ts';
import {nextTickAt} from '../do/clock-time.ts';
import {readExpectation} from '../input/order-card/index.ts';
import {momentMeant, snapshotName, snapshotsIn} from '../do/moments.ts';
import {PANELS} from '../input/ui.types.ts';
import {eventsOf, observationOf, ordersOf, panelOf} from './giving.ts';
import {
	PROTOCOL,
	type Given,
	type Hello,
	type Protocol,
	type ProtocolAsk,
	type ProtocolSettings,
	type Response,
} from './protocol.types.ts';
import {readRequest} from './read-request.ts';
import {PARTS, REQUESTS, type Request, type RequestName} from './requests.schema.ts';

type State = ProtocolSettings & {
	observation: ProtocolSettings['session']['observation'];
	/** The number of the order that was given last; 0 before the first. */
	given: number;
};

type Outcome = {readonly given: Given; readonly ask?: ProtocolAsk} | {readonly problem: Problem};

type Of<Name extends RequestName> = Extract<Request, {do: Name}>;

/** A run by JSON lines, without a process around it. */
export function createProtocol(settings: ProtocolSettings): Protocol {
	const {observation} = settings.session;
	const state: State = {
		...settings,
		observation,
		given: observation.orders.at(-1)?.order ?? 0,
	};
	noteHow(settings, 'program', `protocol ${String(PROTOCOL)}`);
	noteHow(settings, 'untimed', 'by protocol');
	return {
		hello: helloOf(settings),
		take(line) {
			const read = readRequest(line);
			if (!read.ok) return {response: {id: read.id, ok: false, problem: read.problem}, ask: null};
			const {id} = read.request;
			const outcome = obey(state, read.request);
			if ('problem' in outcome) {
				return {response: {id, ok: false, problem: outcome.problem}, ask: null};
			}
			return {
				response: {id, ok: true, now: state.session.now, ...outcome.given},
				ask: outcome.ask ?? null,
			};
		},
		forked: (id): Response => ({
			id,
			ok: true,
			now: state.session.now,
			clock: state.observation.clock,
			journal: state.journal,
		}),
	};
}

/** How it is played, once in a journal: not all runs can be laid side by side. */
function noteHow(
	{session, by}: ProtocolSettings,
	about: 'program' | 'untimed',
	text: string,
): void {
	if (!session.notes.some(({note}) => note.about === about)) session.note(by, {about, text});
}

function helloOf({session, title, briefing, game, limit, journal}: ProtocolSettings): Hello {
	const {level, seed, now, observation} = session;
	return {
		hello: {
			protocol: PROTOCOL,
			game,
			level,
			title,
			briefing,
			seed,
			journal,
			now,
			limit,
			clock: observation.clock,
			does: Object.keys(REQUESTS),
			panels: PANELS,
			parts: PARTS,
			suspects: SUSPECTS,
		},
	};
}

function obey(state: State, request: Request): Outcome {
	const {session, observation} = state;
	switch (request.do) {
		case 'attempt':
			return attempt(state, request);
		case 'next':
			return run(state, session.now + NEXT_SECONDS_MAX, true);
		case 'wait':
			return run(state, session.now + request.minutes * 60, false);
		case 'until': {
			const tick = nextTickAt(observation, request.time);
			if (tick === null) return problem('“time” is no time of day: expected HH:MM or HH:MM:SS.');
			return run(state, tick, false);
		}
		case 'observe': {
			const seen = observationOf(observation, request.parts ?? PARTS, request.history === true);
			return {given: {observation: seen}};
		}
		case 'panel':
			session.note(state.by, {about: 'opened', panel: request.panel});
			return {given: panelOf(observation, request.panel)};
		case 'orders':
			return {given: {orders: ordersOf(request.verb)}};
		case 'quit':
			return {given: {}, ask: {type: 'leave'}};
		default:
			return answer(state, request);
	}
}

/** Requests that move no time and show nothing. */
function answer(
	state: State,
	request: Of<'complete' | 'suspect' | 'expect' | 'hint' | 'note' | 'snapshot' | 'back' | 'result'>,
): Outcome {
	const {session} = state;
	switch (request.do) {
		case 'complete':
			return {given: {words: session.complete(request.text)}};
		case 'suspect': {
			const {suspect, confidence, unless = ''} = request;
			return noted(state, {about: 'hypothesis', suspect, confidence, unless}, {});
		}
		case 'expect':
			return expect(state, request);
		case 'hint':
			return hint(state);
		case 'note':
			return noted(state, {about: request.about, text: request.text}, {});
		case 'snapshot':
			return snapshot(state, request);
		case 'back':
			return back(state, request);
		case 'result':
			if (session.ended) return {given: {result: session.result()}};
			return problem('The result comes when the run has ended.');
	}
}

function attempt(state: State, {order: text}: Of<'attempt'>): Outcome {
	const refused = state.session.attempt(state.by, text);
	if (refused !== undefined) return {problem: refused};
	state.given += 1;
	const parsed = parseOrder(text);
	const spec = parsed.ok ? ORDERS[parsed.order.id] : undefined;
	return {
		given: {order: state.given, takesSeconds: spec?.seconds ?? 0, danger: spec?.danger ?? null},
	};
}

/** Lets time run to a second, or only as far as the news. */
function run(state: State, until: number, toNews: boolean): Outcome {
	const {session, observation: before} = state;
	if (session.ended) return problem('The run has ended.');
	const stopped = toNews ? advanceToNews(session, until) : advanceTo(session, until);
	const after = session.observation;
	state.observation = after;
	state.given = Math.max(state.given, after.orders.at(-1)?.order ?? 0);
	const seconds = after.now - before.now;
	return {given: {stopped, seconds, clock: after.clock, events: eventsOf(before, after)}};
}

function advanceTo(session: Session, until: number): 'until' | 'ended' {
	session.advance(until - session.now);
	return session.ended ? 'ended' : 'until';
}

function expect(state: State, {order = state.given, text}: Of<'expect'>): Outcome {
	if (order < 1 || order > state.given) return problem('There is no such order yet.');
	const read = readExpectation(text);
	const expects = read.ok ? read.expectation : null;
	return noted(state, {about: 'prediction', order, expects, text}, {order, understood: read.ok});
}

function noted(
	state: State,
	note: Parameters<ProtocolSettings['session']['note']>[1],
	given: Given,
): Outcome {
	const refused = state.session.note(state.by, note);
	return refused === undefined ? {given} : {problem: refused};
}

function hint(state: State): Outcome {
	const [text] = state.session.hints();
	if (text === undefined) return {given: {hint: null}};
	return noted(state, {about: 'hint', text}, {hint: text});
}

const NO_WAY_BACK = 'This one counts: there is no way back in an exam.';

function snapshot(state: State, request: Of<'snapshot'>): Outcome {
	if (state.exam === true) return problem(NO_WAY_BACK);
	const name = snapshotName(state.observation, request.name);
	return noted(state, {about: 'snapshot', text: name}, {name});
}

function back(state: State, {id, to}: Of<'back'>): Outcome {
	if (state.exam === true) return problem(NO_WAY_BACK);
	const {observation, session} = state;
	const kept = snapshotsIn(session.notes);
	const at = momentMeant(kept, observation, to);
	if (at === null || at >= session.now) {
		const message = '“to” is neither a snapshot nor a time that lies behind.';
		return {problem: {message, suggestions: kept.map(({name}) => name)}};
	}
	return {given: {}, ask: {type: 'fork', id, at}};
}

function problem(message: string): Outcome {
	return {problem: {message, suggestions: []}};
}
