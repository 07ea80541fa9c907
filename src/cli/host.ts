import {randomBytes} from 'node:crypto';
import type {RequestListener, Server} from 'node:http';
import path from 'node:path';
import {
	codesOf,
	divisionOf,
	isLoopback,
	listenAt,
	openRoom,
	portOf,
	SECRET_BYTES,
	serveRoom,
	type Place,
} from '../host/index.ts';
import {cleanName, seedFault, type Roles, type SessionPlan} from '../level/index.ts';
import {NO_CHANGES, type LevelTexts, type Started} from '../play/index.ts';
import {beginWith, branchOff, continued, goOn} from '../play/runs/index.ts';
import {readBytes} from '../saves/disk/index.ts';
import {readJournal, roomSecret, shownPath} from '../saves/index.ts';
import {cardsOf, planFor, type RoomPlan} from '../session/index.ts';
import {openTable, type PlanServed, type Table} from '../team/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {openDesk, type Desk} from './desk.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {houseOf} from './house.ts';
import {keepRun} from './kept-run.ts';
import {levelOf, loadLevel} from './level-folder.ts';
import {rolesFor} from './level-roles.ts';
import {DEFAULT_LEVEL} from './levels-folder.ts';
import {portFrom, whyNoPort} from './port.ts';
import {tellHow, whyIdle} from './room-invitation.ts';
import {planFrom, tellAtOnce, tellLeftOut} from './session-plan.ts';
import {answerFrom, NO_SITE, siteFolder} from './site.ts';
import {printLines} from './prose.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {
	seed: {type: 'string'},
	players: {type: 'string'},
	fog: {type: 'string'},
	port: {type: 'string'},
	listen: {type: 'string'},
	cert: {type: 'string'},
	key: {type: 'string'},
	saves: {type: 'string'},
	plan: {type: 'string'},
	delay: {type: 'string'},
	team: {type: 'string'},
	continue: {type: 'boolean'},
} as const;

type Values = {readonly [Name in Exclude<keyof typeof OPTIONS, 'continue'>]?: string} & {
	readonly continue?: boolean;
};

const PORT = 20_252;
const LOOPBACK = '127.0.0.1';
/** Seconds of the night in a real one, until somebody sets another. */
const PACE = 4;
const PLAYERS = 2;
const PLAYERS_MAX = 12;
/** How late observers see the room, unless told. */
const OBSERVERS_LATE_SECONDS = 120;
const LATE_SECONDS_MAX = 3_600;
const REACHED_MS = 1_000;
const JOURNAL = '.journal.jsonl';

/** A sentence, or several, for whoever asked for what cannot be. */
type Wrong = {readonly sentences: readonly string[]};

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
	const lateMs = 1_000 * Number(values.delay ?? OBSERVERS_LATE_SECONDS);
	if (!(lateMs >= 0 && lateMs <= 1_000 * LATE_SECONDS_MAX)) {
		return badInput(`--delay expects seconds, 0 to ${String(LATE_SECONDS_MAX)}.`);
	}
	const where = placeToListen(values);
	if ('sentences' in where) return badInput(...where.sentences);
	const team = cleanName(values.team ?? '');
	const opened = openDesk(values.saves, {}, {name: '', team});
	if (!opened.ok) return badInput(opened.message);
	const {desk} = opened;
	// A run is begun once there is a place to play it at.
	const server = await listenAt(where);
	if (server instanceof Error) return badInput(whyNot(where, server));
	const run = await openRun(named, values, desk).catch((error: unknown) => {
		server.close(); // What listens would keep a program that has failed from ending.
		throw error;
	});
	if ('sentences' in run) {
		server.close();
		return badInput(...run.sentences);
	}
	return hosted({...run, lateMs}, {server, ...where, port: portOf(server)}, desk);
}

function placeToListen({port: asked, listen, cert, key}: Values): Place | Wrong {
	const port = portFrom(asked, PORT);
	if (typeof port === 'string') return {sentences: [port]};
	if (listen === '') return {sentences: ['--listen expects an address of this machine.']};
	if ((cert === undefined) !== (key === undefined)) {
		return {sentences: ['TLS needs both: --cert FILE and --key FILE.']};
	}
	const address = listen ?? LOOPBACK;
	if (cert === undefined || key === undefined) return {port, address, tls: undefined};
	const files = [cert, key].map(file => ({file, read: readBytes(file)}));
	const sentences = files.flatMap(({file, read}) =>
		read.ok ? [] : [`${shownPath(file)}: ${read.why}.`],
	);
	const [one, other] = files.map(({read}) => (read.ok ? read.bytes : undefined));
	if (one === undefined || other === undefined) return {sentences};
	return {port, address, tls: {cert: one, key: other}};
}

type OpenRun = Started & {
	readonly loaded: LevelTexts;
	readonly plan: RoomPlan;
	readonly roles: Roles;
	/** What is injected by itself, where the session was planned. */
	readonly served: SessionPlan | undefined;
};

/** Begins the run of a room, or takes one up where it was left. */
async function openRun(named: string, values: Values, desk: Desk): Promise<OpenRun | Wrong> {
	const goesOn = values.continue === true;
	const house = houseOf(desk);
	if (goesOn && named.endsWith(JOURNAL)) return openFile(named, values.plan, desk);
	const loaded = await loadLevel(named);
	if (!loaded.ok) return loaded;
	const {level} = loaded;
	const roles = rolesFor(level);
	if ('sentences' in roles) return roles;
	const served = planFrom(values.plan, level);
	if ('sentences' in served) return served;
	const players = values.players === undefined ? PLAYERS : Number(values.players);
	if (!Number.isInteger(players) || players < 1 || players > PLAYERS_MAX) {
		return {sentences: [`--players expects a number from 1 to ${String(PLAYERS_MAX)}.`]};
	}
	const plan = planFor(players, roles, values.fog === 'thin' ? 'thin' : 'thick');
	const {seed} = values;
	const wrongSeed = seed === undefined ? undefined : seedFault(seed);
	if (wrongSeed !== undefined) return {sentences: [wrongSeed]};
	const asked = {level, seed, changes: NO_CHANGES, room: plan};
	const started = await (goesOn ? continued : beginWith)(asked, house, complain);
	if (typeof started === 'string') return {sentences: [started]};
	return {...started, loaded, roles, served: served.plan, plan: planIn(started) ?? plan};
}

async function openFile(
	file: string,
	asked: string | undefined,
	desk: Desk,
): Promise<OpenRun | Wrong> {
	const read = readJournal(file);
	if (!read.ok) return {sentences: [read.message]};
	const loaded = await levelOf(read.journal, undefined);
	if (!loaded.ok) return loaded;
	const roles = rolesFor(loaded.level);
	if ('sentences' in roles) return roles;
	const served = planFrom(asked, loaded.level);
	if ('sentences' in served) return served;
	const started = await goOn(file, loaded.level, houseOf(desk), complain, true);
	if (typeof started === 'string') return {sentences: [started]};
	const plan = planIn(started);
	if (plan === undefined) return {sentences: [`${shownPath(file)}: it is not a team run.`]};
	return {...started, loaded, roles, served: served.plan, plan};
}

/** The seats of a run as its own journal has them: who sat on one comes back to it. */
function planIn({file}: Started): RoomPlan | undefined {
	const read = readJournal(file.path);
	return read.ok ? read.journal.begin.room : undefined;
}

async function hosted(
	run: OpenRun & {readonly lateMs: number},
	place: Place & {readonly server: Server},
	desk: Desk,
): Promise<Exit> {
	const {loaded, plan, lateMs} = run;
	const {level, briefing} = loaded;
	const idle = whyIdle(level, plan.seats.length);
	if (idle !== undefined) complain(idle);
	let playing = playingOf(run);
	const openedAs = plan.openedAs ?? path.basename(run.file.path);
	const codes = codesOf(secretOf(desk), openedAs);
	const {id, title, role, limit, kind} = level;
	const room = openRoom({
		...{table: playing.table, session: run.session, codes, pace: PACE, lateMs},
		level: {
			...{id, title, role, briefing, limit},
			...{exam: kind === 'exam', cards: cardsOf(plan, run.roles)},
		},
		game: houseOf(desk).versions.game,
		async back(at) {
			const {started, kept} = playing;
			started.session.noteReached();
			const branch = await branchOff(
				started.file.path,
				at,
				level,
				houseOf(desk),
				complain,
				openedAs,
			);
			if (typeof branch === 'string') return branch;
			playing = playingOf({...run, ...branch});
			const lost = await kept.close();
			if (lost !== undefined) complain(lost);
			print(`Everybody goes back. The journal was ${shownPath(started.file.path)}`);
			print(`              and is now ${shownPath(branch.file.path)}`);
			return {table: playing.table, session: branch.session};
		},
	});
	const serving = serveRoom(place.server, room, {
		address: place.address,
		answer: pageFor(place),
	});
	await tellHow(place, codes, title, plan);
	tellAtOnce(playing.planned);
	const reached = setInterval(() => playing.started.session.noteReached(), REACHED_MS);
	const news = setInterval(
		tellWho(() => playing),
		REACHED_MS,
	);
	await new Promise(resolve => process.once('SIGINT', resolve));
	clearInterval(reached);
	clearInterval(news);
	room.close('The host has closed the room. What was played is kept.');
	await serving.close();
	const {session, file} = playing.started;
	tellLeftOut(playing.table, playing.planned, session.now);
	const lost = await playing.kept.close();
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

/** A run that is kept, and the table at which it is played. */
type Playing = {
	readonly started: Started;
	readonly kept: ReturnType<typeof keepRun>;
	readonly table: Table;
	readonly planned: PlanServed;
};

function playingOf({session, file, loaded: {level}, plan, roles, served}: OpenRun): Playing {
	const started = {session, file};
	const injects = served?.injects ?? [];
	const planned = {injects, holds: session.watch(injects.map(({when}) => when))};
	const teams = session.observation.teams.map(({team}) => team);
	const table = openTable(session, divisionOf(plan, roles, level), teams, level.injects, planned);
	return {started, kept: keepRun(started), table, planned};
}

/** Codes that stay what they are; where nothing can be kept, codes for this once. */
function secretOf({state}: Desk): Buffer {
	const kept = roomSecret(state);
	if (kept.ok) return kept.secret;
	complain(`${kept.why} The codes of this room hold until it is closed.`);
	return randomBytes(SECRET_BYTES);
}

function whyNot({port, address}: Place, error: NodeJS.ErrnoException): string {
	if (error.code?.startsWith('ERR_OSSL') === true) {
		return `--cert and --key: not a certificate and its key: ${error.message}.`;
	}
	return whyNoPort(`${address}, port ${String(port)},`, port, error);
}

/** The page for whoever asks by a browser, and the game as a whole beside it. */
function pageFor({address}: Place): RequestListener {
	const site = siteFolder();
	if (site !== undefined) return answerFrom(site, {ownNamesOnly: isLoopback(address)});
	return (_, response) => {
		response.writeHead(404, {'content-type': 'text/plain; charset=utf-8'});
		response.end(`A room of outage-oncall. ${NO_SITE}\n`);
	};
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
