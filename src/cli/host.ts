import type {Server} from 'node:http';
import {listenAt, portOf, serveRoom, type Place} from '../host/index.ts';
import {cleanName, seedFault} from '../level/index.ts';
import {shownPath} from '../saves/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {openDesk, type Desk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {houseOf} from './house.ts';
import {keepRun} from './kept-run.ts';
import {DEFAULT_LEVEL} from './levels-folder.ts';
import {tellHow, whyIdle} from './room-invitation.ts';
import {
	gamePage,
	lateFrom,
	ownNames,
	PLACE_OPTIONS,
	placeToListen,
	whyNoPlace,
} from './room-place.ts';
import {
	hostRun,
	openRun,
	secretOf,
	takeUpRoom,
	type Playing,
	type RoomRun,
	type Wrong,
} from './room-run.ts';
import {tellAtOnce, tellLeftOut} from './session-plan.ts';
import {printLines} from './prose.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {
	...PLACE_OPTIONS,
	seed: {type: 'string'},
	players: {type: 'string'},
	fog: {type: 'string'},
	saves: {type: 'string'},
	plan: {type: 'string'},
	team: {type: 'string'},
	continue: {type: 'boolean'},
} as const;

type Values = {
	readonly [Name in Exclude<keyof typeof OPTIONS, 'continue'>]?: string | undefined;
} & {readonly continue?: boolean | undefined};

const PORT = 20_252;
const PLAYERS = 2;
const PLAYERS_MAX = 12;
const REACHED_MS = 1_000;
const JOURNAL = '.journal.jsonl';

/** `host LEVEL`: one night for a whole team, until ctrl-c. */
export async function hostCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['LEVEL'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const values: Values = parsed.values;
	const [named = DEFAULT_LEVEL] = parsed.positionals;
	const {fog} = values;
	if (fog !== undefined && fog !== 'thick' && fog !== 'thin') {
		return badInput('--fog is thick or thin: thin tells each seat how what it stands on is.');
	}
	const lateMs = lateFrom(values);
	if (typeof lateMs !== 'number') return badInput(...lateMs.sentences);
	const where = placeToListen(values, PORT);
	if ('sentences' in where) return badInput(...where.sentences);
	const team = cleanName(values.team ?? '');
	const opened = openDesk(values.saves, {}, {name: '', team});
	if (!opened.ok) return badInput(opened.message);
	const {desk} = opened;
	// A run is begun once there is a place to play it at.
	const server = await listenAt(where);
	if (server instanceof Error) return badInput(whyNoPlace(where, server));
	const run = await runFor(named, values, desk).catch((error: unknown) => {
		server.close(); // What listens would keep a program that has failed from ending.
		throw error;
	});
	if ('sentences' in run) {
		server.close();
		return badInput(...run.sentences);
	}
	return hosted({...run, lateMs}, {server, ...where, port: portOf(server)}, desk);
}

/** Begins the run of a room, or takes one up where it was left. */
async function runFor(named: string, values: Values, desk: Desk): Promise<RoomRun | Wrong> {
	const {seed, plan} = values;
	const goesOn = values.continue === true;
	if (goesOn && named.endsWith(JOURNAL)) return takeUpRoom(named, plan, houseOf(desk), complain);
	const players = values.players === undefined ? PLAYERS : Number(values.players);
	if (!Number.isInteger(players) || players < 1 || players > PLAYERS_MAX) {
		return {sentences: [`--players expects a number from 1 to ${String(PLAYERS_MAX)}.`]};
	}
	const wrongSeed = seed === undefined ? undefined : seedFault(seed);
	if (wrongSeed !== undefined) return {sentences: [wrongSeed]};
	const fog = values.fog === 'thin' ? 'thin' : 'thick';
	return openRun({level: named, seed, players, fog, plan, goesOn}, houseOf(desk), complain);
}

async function hosted(
	run: RoomRun & {readonly lateMs: number},
	place: Place & {readonly server: Server},
	desk: Desk,
): Promise<Exit> {
	const {loaded, plan, lateMs} = run;
	const {level} = loaded;
	const idle = whyIdle(level, plan.seats.length);
	if (idle !== undefined) complain(idle);
	const {room, codes, playing} = hostRun(run, {
		...{house: houseOf(desk), lateMs, secret: secretOf(desk, complain), onTrouble: complain},
		keep: started => keepRun(started),
		wentBack(from, to) {
			print(`Everybody goes back. The journal was ${shownPath(from)}`);
			print(`              and is now ${shownPath(to)}`);
		},
	});
	const isOurs = ownNames(place);
	const serving = serveRoom(place.server, room, {isOurs, answer: gamePage(isOurs)});
	await tellHow(place, codes, level.title, plan);
	tellAtOnce(playing().planned);
	const reached = setInterval(() => playing().started.session.noteReached(), REACHED_MS);
	const news = setInterval(tellWho(playing), REACHED_MS);
	await new Promise(resolve => process.once('SIGINT', resolve));
	clearInterval(reached);
	clearInterval(news);
	room.close('The host has closed the room. What was played is kept.');
	await serving.close();
	const {started, table, planned, kept} = playing();
	const {session, file} = started;
	tellLeftOut(table, planned, session.now);
	const lost = await kept.close();
	if (lost !== undefined) complain(lost);
	print(`The journal is ${shownPath(file.path)}`);
	printLines([
		session.ended
			? '`outage-oncall debrief` with that file has the report, and `--html report.html` makes a page of it for everybody.'
			: '`outage-oncall host --continue` with that file resumes it.',
	]);
	if (lost !== undefined) return EXIT.badInput;
	return session.ended ? EXIT.done : EXIT.interrupted;
}

/** Says who sits down and who leaves, and how the run ends. */
function tellWho(playing: () => Playing): () => void {
	let sitting: Readonly<Record<string, string>> = {};
	let ended = false;
	return () => {
		const {
			table,
			started: {session},
		} = playing();
		const now = table.room.sitting;
		for (const {id} of table.room.seats) {
			const [before = '', after = ''] = [sitting[id], now[id]];
			if (before !== after) print(after === '' ? `${before} has left ${id}.` : `${after}: ${id}.`);
		}
		sitting = now;
		if (session.ended && !ended) {
			print('The run has ended. ctrl-c closes the room, and says where its report is.');
		}
		ended = session.ended;
	};
}
