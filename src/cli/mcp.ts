import {Server} from '@modelcontextprotocol/sdk/server/index.js';
import {
	CallToolRequestSchema,
	ErrorCode,
	ListToolsRequestSchema,
	McpError,
	type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import path from 'node:path';
import * as z from 'zod/mini';
import {NO_CHANGES} from '../play/index.ts';
import {beginWith} from '../play/runs/index.ts';
import {
	bare,
	createProtocol,
	isToolName,
	TOOLS,
	useTool,
	type Hello,
	type Protocol,
	type ToolAnswer,
} from '../view/protocol/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {openDesk, type Desk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {explainFault} from './explain-fault.ts';
import {houseOf} from './house.ts';
import {levelCards} from './level-cards.ts';
import {loadLevel} from './level-folder.ts';
import {ownLevels} from './levels-folder.ts';
import {closeRun, heldRun, type LinesRun} from './lines-run.ts';
import {linesTransport} from './mcp-transport.ts';
import {noteEnd} from './note-end.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {complain} from './terminal-text.ts';
import {WHO_OPTIONS, whoPlays} from './who-plays.ts';

const INSTRUCTIONS = [
	'You are on call for us-east-1. `levels` lists the drills, `begin` starts one; then time stands still until `wait` or `order` moves it.',
	'`observe` and `panel` show what operators could see, late and sometimes wrong; `commands` lists what can be ordered.',
	'Every answer is done, refused (by the rules or by the world: part of the game) or a problem (the call was not understood; nothing happened).',
	'The truth comes with `result`, once the run has ended. There is no way back.',
].join('\n');

const NONE = z.strictObject({});
const BEGIN = z.strictObject({
	level: z
		.string()
		.check(z.maxLength(60), z.describe('one that `levels` lists, or L1 for its rung')),
	seed: z.optional(z.string().check(z.maxLength(60), z.describe("by default the level's own"))),
});

/** What is asked before there is a run. */
const OUTSIDE = {
	levels: {what: 'The drills that can be begun.', takes: NONE, looks: true},
	begin: {
		what: 'Begins a drill. A run that goes on is left where it is, and kept.',
		takes: BEGIN,
		looks: false,
	},
} as const;

/** A run that a program plays. */
type Played = {readonly run: LinesRun; readonly protocol: Protocol};

const OPTIONS = {saves: {type: 'string'}, ...WHO_OPTIONS} as const;

/** `mcp`: the drill as a server of tools, for programs that speak the Model Context Protocol. */
export async function mcpCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const named = whoPlays(parsed.values);
	if ('message' in named) return badInput(named.message);
	const opened = openDesk(parsed.values.saves, {}, named.who);
	if (!opened.ok) return badInput(opened.message);
	const seat = createSeat(opened.desk);
	const transport = linesTransport();
	const server = serverOf(seat);
	await server.connect(transport);
	const how = await transport.serve();
	await seat.leave();
	await server.close();
	if (!seat.whole()) return EXIT.badInput;
	return how === 'interrupted' ? EXIT.interrupted : EXIT.done;
}

type Seat = ReturnType<typeof createSeat>;

/** Where a program sits: one run at a time, each kept as any other. */
function createSeat(desk: Desk) {
	let played: Played | undefined;
	let isWhole = true;
	async function leave(): Promise<void> {
		const left = played;
		played = undefined;
		if (left === undefined) return;
		const {run} = left;
		isWhole = (await closeRun(run)) && isWhole;
		if (!run.session.ended) return;
		const trouble = noteEnd(run.session, run.file.path, desk);
		if (trouble !== undefined) complain(trouble);
	}
	async function begin(args: unknown): Promise<ToolAnswer | ({answer: 'done'} & Hello)> {
		const read = BEGIN.safeParse(args);
		if (!read.success) return problem('begin takes “level”, a word, and “seed”, if any.');
		const {level: name, seed} = read.data;
		const known = ownLevels();
		if (!known.includes(name) && !/^L\d{1,2}$/iu.test(name)) {
			return problem('There is no such level.', known);
		}
		const loaded = await loadLevel(name);
		if (!loaded.ok) return problem(loaded.sentences.join(' '), known);
		const {level, briefing} = loaded;
		const asked = {level, seed, changes: NO_CHANGES};
		const run = heldRun(await beginWith(asked, houseOf(desk), complain));
		if (typeof run === 'string') return problem(run);
		await leave();
		const protocol = createProtocol({
			session: run.session,
			title: level.title,
			briefing,
			game: versionOf(packageRoot()),
			limit: level.limit,
			by: 'you',
			journal: path.basename(run.file.path),
			exam: true,
		});
		played = {run, protocol};
		return {answer: 'done', ...protocol.hello};
	}
	return {begin, leave, whole: () => isWhole, played: () => played};
}

function serverOf(seat: Seat): Server {
	const server = new Server(
		{name: 'outage-oncall', version: versionOf(packageRoot())},
		{capabilities: {tools: {}}, instructions: INSTRUCTIONS, jsonSchemaValidator: NOBODY_ELICITS},
	);
	server.setRequestHandler(ListToolsRequestSchema, () => ({tools: listed()}));
	server.setRequestHandler(CallToolRequestSchema, ({params: {name, arguments: args = {}}}) =>
		called(seat, name, args),
	);
	return server;
}

/** A server that asks its client nothing checks no answers. */
const NOBODY_ELICITS = {
	getValidator() {
		throw new Error('Nothing is asked of a client.');
	},
};

function listed() {
	const outside = Object.entries(OUTSIDE).map(([name, {what, takes, looks}]) => {
		return toolOf(name, what, looks, bare(takes));
	});
	const inside = Object.entries(TOOLS).map(([name, {what, looks, takes}]) =>
		toolOf(name, what, looks, takes),
	);
	return [...outside, ...inside];
}

function toolOf(name: string, description: string, readOnlyHint: boolean, takes: object) {
	const inputSchema = {...takes, type: 'object' as const};
	return {name, description, inputSchema, annotations: {readOnlyHint, openWorldHint: false}};
}

async function called(
	seat: Seat,
	name: string,
	args: Readonly<Record<string, unknown>>,
): Promise<CallToolResult> {
	if (name === 'levels') return said(await shelf());
	if (name === 'begin') return said(await seat.begin(args));
	if (!isToolName(name)) {
		const known = [...Object.keys(OUTSIDE), ...Object.keys(TOOLS)].join(', ');
		throw new McpError(ErrorCode.InvalidParams, `There is no such tool. There are: ${known}.`);
	}
	const played = seat.played();
	if (played === undefined) return said(problem('No drill has begun yet: begin one first.'));
	const {run, protocol} = played;
	try {
		const answer = useTool(protocol, name, args);
		run.session.noteReached();
		return said(answer);
	} catch (error) {
		explainFault(error, run.session, run.file);
		await seat.leave();
		throw new McpError(
			ErrorCode.InternalError,
			'This is a bug in the game, not a mistake of yours. The run is kept; begin another.',
		);
	}
}

async function shelf() {
	const cards = await levelCards([]);
	const levels = cards.map(({id, title, ladder, minutes, summary}) => ({
		...{id, title, ladder, minutes, summary},
	}));
	return {answer: 'done', levels};
}

function said(answer: {readonly answer: string}): CallToolResult {
	const text = JSON.stringify(answer);
	return {content: [{type: 'text', text}], isError: answer.answer === 'problem'};
}

function problem(message: string, suggestions: readonly string[] = []): ToolAnswer {
	return {answer: 'problem', problem: {message, suggestions}};
}
