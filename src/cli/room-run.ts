import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {
	codesOf,
	divisionOf,
	openRoom,
	SECRET_BYTES,
	type Codes,
	type RoomHost,
} from '../host/index.ts';
import type {Roles, SessionPlan} from '../level/index.ts';
import {
	NO_CHANGES,
	type House,
	type KeptRun,
	type LevelTexts,
	type OnTrouble,
	type Started,
} from '../play/index.ts';
import {beginWith, branchOff, continued, goOn} from '../play/runs/index.ts';
import {roomSecret} from '../saves/index.ts';
import {cardsOf, planFor, type RoomPlan} from '../session/index.ts';
import {openTable, type PlanServed, type Table} from '../team/index.ts';
import type {Desk} from './desk.ts';
import {levelOf, loadLevel} from './level-folder.ts';
import {rolesFor} from './level-roles.ts';
import {planFrom} from './session-plan.ts';

/** A sentence, or several, for whoever asked for what cannot be. */
export type Wrong = {readonly sentences: readonly string[]};

/** The run of a room: a level, its seats, and who sees what. */
export type RoomRun = Started & {
	readonly loaded: LevelTexts;
	readonly plan: RoomPlan;
	readonly roles: Roles;
	/** What is injected by itself, where the session was planned. */
	readonly served: SessionPlan | undefined;
};

type RoomAsked = {
	readonly level: string;
	readonly seed?: string | undefined;
	readonly players: number;
	readonly fog: RoomPlan['fog'];
	/** The file of a plan of the session. */
	readonly plan?: string | undefined;
	/** Whether the room that was left is to be gone on with. */
	readonly goesOn?: boolean;
};

/** Begins the run of a room, or takes up the one that was left. */
export async function openRun(
	{level: named, seed, players, fog, plan: file, goesOn = false}: RoomAsked,
	house: House,
	onTrouble: OnTrouble,
): Promise<RoomRun | Wrong> {
	const loaded = await loadLevel(named);
	if (!loaded.ok) return loaded;
	const {level} = loaded;
	const roles = rolesFor(level);
	if ('sentences' in roles) return roles;
	const served = planFrom(file, level);
	if ('sentences' in served) return served;
	const plan = planFor(players, roles, fog);
	const asked = {level, seed, changes: NO_CHANGES, room: plan};
	const started = await (goesOn ? continued : beginWith)(asked, house, onTrouble);
	if (typeof started === 'string') return {sentences: [started]};
	const own = goesOn ? await planIn(started, house) : plan;
	return {...started, loaded, roles, served: served.plan, plan: own ?? plan};
}

/** Takes up the run of a room by its journal. */
export async function takeUpRoom(
	file: string,
	plan: string | undefined,
	house: House,
	onTrouble: OnTrouble,
): Promise<RoomRun | Wrong> {
	const read = await house.journals.read(file);
	if (!read.ok) return {sentences: [read.message]};
	const loaded = await levelOf(read.journal, undefined);
	if (!loaded.ok) return loaded;
	const roles = rolesFor(loaded.level);
	if ('sentences' in roles) return roles;
	const served = planFrom(plan, loaded.level);
	if ('sentences' in served) return served;
	const started = await goOn(file, loaded.level, house, onTrouble, true);
	if (typeof started === 'string') return {sentences: [started]};
	const own = read.journal.begin.room;
	if (own === undefined) {
		return {sentences: [`${house.journals.shown(file)}: it is not a team run.`]};
	}
	return {...started, loaded, roles, served: served.plan, plan: own};
}

/** The seats of a run as its own journal has them: who sat on one comes back to it. */
async function planIn({file}: Started, {journals}: House): Promise<RoomPlan | undefined> {
	const read = await journals.read(file.path);
	return read.ok ? read.journal.begin.room : undefined;
}

/** A run that is kept, and the table at which it is played. */
export type Playing = {
	readonly started: Started;
	readonly kept: KeptRun;
	readonly table: Table;
	readonly planned: PlanServed;
};

/** What a room is opened with beside its run. */
type Hosting = {
	readonly house: House;
	/** What its codes are made of. */
	readonly secret: Buffer;
	/** How late observers see it. */
	readonly lateMs: number;
	readonly seatsHeldMs?: number;
	readonly keep: (started: Started) => KeptRun;
	readonly onTrouble: OnTrouble;
	/** Everybody goes back: the journal was this one, and is another from now on. */
	readonly wentBack: (from: string, to: string) => void;
};

export type HostedRun = {
	readonly room: RoomHost;
	readonly codes: Codes;
	/** As it is played now: after a way back it is another run. */
	readonly playing: () => Playing;
};

/** Seconds of the night in a real one, until somebody sets another. */
const PACE = 4;

/** Opens the door of a room over its run. */
export function hostRun(run: RoomRun, hosting: Hosting): HostedRun {
	const {loaded, plan, roles} = run;
	const {level, briefing} = loaded;
	const {house, secret, lateMs, seatsHeldMs, onTrouble, wentBack} = hosting;
	let playing = playingOf(run, hosting);
	const openedAs = plan.openedAs ?? path.basename(run.file.path);
	const codes = codesOf(secret, openedAs);
	const {id, title, role, limit, kind} = level;
	const room = openRoom({
		...{table: playing.table, session: run.session, codes, pace: PACE, lateMs},
		...(seatsHeldMs === undefined ? {} : {seatsHeldMs}),
		level: {
			...{id, title, role, briefing, limit},
			...{exam: kind === 'exam', cards: cardsOf(plan, roles)},
		},
		game: house.versions.game,
		async back(at) {
			const {started, kept} = playing;
			started.session.noteReached();
			const branch = await branchOff(started.file.path, at, level, house, onTrouble, openedAs);
			if (typeof branch === 'string') return branch;
			playing = playingOf({...run, ...branch}, hosting);
			const lost = await kept.close();
			if (lost !== undefined) onTrouble(lost);
			wentBack(started.file.path, branch.file.path);
			return {table: playing.table, session: branch.session};
		},
	});
	return {room, codes, playing: () => playing};
}

function playingOf(
	{session, file, loaded: {level}, plan, roles, served}: RoomRun,
	{keep}: Pick<Hosting, 'keep'>,
): Playing {
	const started = {session, file};
	const injects = served?.injects ?? [];
	const planned = {injects, holds: session.watch(injects.map(({when}) => when))};
	const teams = session.observation.teams.map(({team}) => team);
	const table = openTable(session, divisionOf(plan, roles, level), teams, level.injects, planned);
	return {started, kept: keep(started), table, planned};
}

/** What codes are made of, which stay what they are; where nothing can be kept, for this once. */
export function secretOf({state}: Desk, onTrouble: OnTrouble): Buffer {
	const kept = roomSecret(state);
	if (kept.ok) return kept.secret;
	onTrouble(`${kept.why} The codes of this room hold until it is closed.`);
	return randomBytes(SECRET_BYTES);
}
