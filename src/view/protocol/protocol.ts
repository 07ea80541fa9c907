import type {Doing, Outcome, ShellDeed} from '../do/deed.types.ts';
import {perform} from '../do/perform.ts';
import {runTo} from '../do/run-to.ts';
import {castSeen, PANELS} from '../../observe/index.ts';
import {eventsOf, observationOf, ordersOf, panelOf} from './giving.ts';
import {
	PROTOCOL,
	type Given,
	type Hello,
	type Protocol,
	type ProtocolAsk,
	type ProtocolProblem,
	type ProtocolSettings,
	type Response,
} from './protocol.types.ts';
import {readRequest} from './read-request.ts';
import {deedOf, type Look} from './request-deed.ts';
import {PARTS, REQUESTS, type Request} from './requests.schema.ts';

type State = ProtocolSettings & {
	readonly doing: Doing;
	observation: ProtocolSettings['session']['observation'];
};

type Answer =
	{readonly given: Given; readonly ask?: ProtocolAsk | null} | {readonly problem: ProtocolProblem};

/** A run by JSON lines, without a process around it. */
export function createProtocol(settings: ProtocolSettings): Protocol {
	const {session, by, exam = false} = settings;
	// A program's hand does not slip: what it sends is meant, unless it asks to be asked.
	const doing = {session, by, exam, readOnly: false, confirm: false};
	const state: State = {...settings, doing, observation: session.observation};
	noteHow(settings, 'program', `protocol ${String(PROTOCOL)}`);
	noteHow(settings, 'untimed', 'by protocol');
	return {
		hello: helloOf(settings),
		take(line) {
			const read = readRequest(line);
			if (!read.ok) return {response: {id: read.id, ok: false, problem: read.problem}, ask: null};
			const {id} = read.request;
			const answer = obey(state, read.request);
			if ('problem' in answer) {
				return {response: {id, ok: false, problem: answer.problem}, ask: null};
			}
			return {
				response: {id, ok: true, now: state.session.now, ...answer.given},
				ask: answer.ask ?? null,
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
			suspects: session.suspects,
		},
	};
}

function obey(state: State, request: Request): Answer {
	const {session, observation} = state;
	switch (request.do) {
		case 'observe': {
			const seen = observationOf(observation, request.parts ?? PARTS, request.history === true);
			return {given: {observation: seen}};
		}
		case 'complete':
			return {given: {words: session.complete(request.text)}};
		case 'orders':
			return {given: {orders: ordersOf(castSeen(session.observation), request.verb)}};
		case 'result':
			if (session.ended) return {given: {result: session.result()}};
			return problem('The result comes when the run has ended.', 'not-ended');
		default:
			return answer(state, request);
	}
}

/** Does it, and gives what came of it as fields. */
function answer(state: State, request: Exclude<Request, Look>): Answer {
	const deed = deedOf(request);
	const outcome = perform(state.doing, deed);
	switch (outcome.came) {
		case 'queued': {
			state.observation = state.session.observation;
			const {order, spec, said} = outcome;
			const {seconds: takesSeconds = 0, danger = null} = spec ?? {};
			return {given: {order, takesSeconds, danger, said}};
		}
		case 'asks':
			return problem(`${outcome.said} With “confirmed” it runs.`, 'asks');
		case 'noted': {
			const {order, understood, name, hint, said} = outcome;
			const panel = request.do === 'panel' ? panelOf(state.observation, request) : {};
			return {given: {...panel, ...only({order, understood, name, hint, ...saidIn(said)})}};
		}
		case 'runs':
			return run(state, outcome);
		case 'refused':
			if (outcome.code === 'no-hint') return {given: {hint: null, said: outcome.said}};
			return problem(outcome.said, outcome.code);
		case 'problem':
			return {problem: outcome.problem};
		case 'shell':
			return {given: saidIn(outcome.said), ask: askOf(outcome.shell, request.id)};
		case 'face':
			return {given: {}};
	}
}

/** What a program is told of what only the shell can do. */
function askOf(shell: ShellDeed, id: Request['id']): ProtocolAsk | null {
	if (shell.type === 'leave') return shell;
	return shell.type === 'fork' ? {...shell, id} : null;
}

/** The fields that there are. */
function only(fields: {readonly [Name in keyof Given]?: Given[Name] | undefined}): Given {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Lets time run as it was asked for, and gives what came about. */
function run(state: State, wanted: Extract<Outcome, {came: 'runs'}>): Answer {
	const {observation: before} = state;
	const stopped = runTo(state.session, wanted);
	const after = state.session.observation;
	state.observation = after;
	const seconds = after.now - before.now;
	return {given: {stopped, seconds, clock: after.clock, events: eventsOf(before, after)}};
}

/** Most panels open without a word. */
function saidIn(said: string): Given {
	return said === '' ? {} : {said};
}

function problem(message: string, code: NonNullable<ProtocolProblem['code']>): Answer {
	return {problem: {message, suggestions: [], code}};
}
