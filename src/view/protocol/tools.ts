import * as z from 'zod/mini';
import {malformed} from './read-request.ts';
import type {Event, Given, Protocol, ProtocolProblem, Response} from './protocol.types.ts';
import {REQUESTS, type RequestName} from './requests.schema.ts';
import {bare} from './schema.ts';

type OrderReport = NonNullable<NonNullable<Given['observation']>['orders']>[number];

/** What came of a tool: done, kept from it by the rules or the world, or not understood. */
export type ToolAnswer =
	| ({readonly answer: 'done' | 'refused'; readonly now?: number; readonly fate?: Fate} & Given)
	| {readonly answer: 'refused'; readonly refusal: {readonly code: string; readonly said: string}}
	| {readonly answer: 'problem'; readonly problem: ProtocolProblem};

/** How a command stands once somebody has looked. */
type Fate = Pick<OrderReport, 'state' | 'message' | 'lines' | 'due'>;

type Tool = {
	readonly what: string;
	/** Whether it only looks. */
	readonly looks: boolean;
	readonly takes: object;
	readonly use: (ask: Ask, args: Readonly<Record<string, unknown>>) => ToolAnswer;
};

type Ask = (name: RequestName, fields?: object) => Response;

/** Whoever follows a command is told at the next news after this. */
const FOLLOW_SECONDS_MAX = 1_800;

const orderTakes = z.strictObject({
	order: REQUESTS.attempt.shape.order,
	follow: z.optional(
		z
			.boolean()
			.check(
				z.describe(
					'lets time run until the command is done, failed or refused, or a page comes, an hour at most; by default it does. Without, the command is queued and no time passes',
				),
			),
	),
});

const {seconds: waitSeconds} = REQUESTS.wait.shape;
const waitTakes = z.strictObject({
	to: z.optional(
		z
			.enum(['decision', 'news'])
			.check(
				z.describe(
					'to the next second that asks for a decision, which is the default, or that brings any news; half an hour at most',
				),
			),
	),
	seconds: waitSeconds,
});

/** What a program may use of a run: requests of the protocol, by themselves or one after the other. */
export const TOOLS = {
	observe: asRequest('observe', {looks: true}),
	panel: asRequest('panel', {looks: false}),
	commands: asRequest('orders', {looks: true}),
	order: {
		what: 'Gives a command, as one would type it, and tells its fate.',
		looks: false,
		takes: inputOf(orderTakes),
		use(ask, args) {
			const read = orderTakes.safeParse(args, {reportInput: true});
			if (!read.success) return problem(malformed('order', read.error.issues));
			const {order, follow = true} = read.data;
			const queued = ask('attempt', {order});
			return follow && queued.ok && queued.order !== undefined
				? followed(ask, queued, queued.order)
				: answerOf(queued);
		},
	},
	wait: {
		what: 'Lets time pass: to the next decision, to any news, or some seconds. Nothing moves it but this and order.',
		looks: false,
		takes: inputOf(waitTakes),
		use(ask, args) {
			const read = waitTakes.safeParse(args, {reportInput: true});
			if (!read.success) return problem(malformed('wait', read.error.issues));
			const {to, seconds} = read.data;
			if (to !== undefined && seconds !== undefined)
				return problem('wait takes “to” or “seconds”.');
			if (seconds !== undefined) return answerOf(ask('wait', {seconds}));
			return answerOf(ask('next', {decision: to !== 'news'}));
		},
	},
	suspect: asRequest('suspect', {looks: false}),
	say: asRequest('say', {looks: false}),
	result: asRequest('result', {looks: true}),
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof TOOLS;

export function isToolName(name: string): name is ToolName {
	return Object.hasOwn(TOOLS, name);
}

/** Uses a tool on a run. */
export function useTool(
	protocol: Protocol,
	name: ToolName,
	args: Readonly<Record<string, unknown>>,
): ToolAnswer {
	const tool: Tool = TOOLS[name];
	const ask: Ask = (request, fields = {}) =>
		protocol.take(JSON.stringify({...fields, id: 0, do: request})).response;
	return tool.use(ask, args);
}

/** A tool that is one request, with its fields. */
function asRequest(name: RequestName, {looks}: Pick<Tool, 'looks'>): Tool {
	const {description = '', properties, required = [], ...schema} = inputOf(REQUESTS[name]);
	const isFree = (field: string) => field !== 'id' && field !== 'do';
	const fields = Object.entries(properties).filter(([field]) => isFree(field));
	return {
		what: description,
		looks,
		takes: {...schema, properties: Object.fromEntries(fields), required: required.filter(isFree)},
		use: (ask, args) => answerOf(ask(name, args)),
	};
}

type InputSchema = {
	readonly description?: string;
	readonly properties: Readonly<Record<string, object>>;
	readonly required?: readonly string[];
};

function inputOf(schema: z.ZodMiniType): InputSchema {
	return bare(schema) as InputSchema;
}

/** Lets time run until it is known what became of a command, or a page comes first. */
function followed(ask: Ask, queued: Response & {ok: true}, order: number): ToolAnswer {
	const {takesSeconds = 0, danger = null} = queued;
	let events: readonly Event[] = [];
	let last = queued;
	for (;;) {
		const ran = ask('next');
		if (!ran.ok) break;
		last = ran;
		events = [...(ran.events ?? []), ...events];
		const {state} = fateOf(ask, order);
		const isOpen = state === 'waiting' || state === 'running';
		const isPaged = ran.events?.some(({kind}) => kind === 'page') === true;
		const lived = ran.now - queued.now;
		if (!isOpen || isPaged || ran.stopped === 'ended' || lived >= FOLLOW_SECONDS_MAX) break;
	}
	const fate = fateOf(ask, order);
	const {now, stopped, clock} = last;
	return {
		answer: fate.state === 'refused' ? 'refused' : 'done',
		...{now, order, takesSeconds, danger, fate, events},
		...(stopped === undefined ? {} : {stopped}),
		...(clock === undefined ? {} : {clock}),
	};
}

function fateOf(ask: Ask, order: number): Fate {
	const seen = ask('observe', {parts: ['orders']});
	const orders = seen.ok ? (seen.observation?.orders ?? []) : [];
	const {state, message, lines, due} = orders.find(each => each.order === order) ?? UNSEEN;
	return {state, message, lines, due};
}

/** Long since past: only the latest are shown. */
const UNSEEN: Fate = {state: 'done', message: '', lines: [], due: 0};

function answerOf(response: Response): ToolAnswer {
	if (response.ok) {
		const given = Object.entries(response).filter(([field]) => field !== 'id' && field !== 'ok');
		return {answer: 'done', ...(Object.fromEntries(given) as Given)};
	}
	const {code, message} = response.problem;
	if (code === undefined) return {answer: 'problem', problem: response.problem};
	return {answer: 'refused', refusal: {code, said: message}};
}

function problem(message: string): ToolAnswer {
	return {answer: 'problem', problem: {message, suggestions: []}};
}
