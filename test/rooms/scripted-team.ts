import type {Level} from '../../src/level/index.ts';
import {rolesIn} from '../../src/level/index.ts';
import {divisionOf} from '../../src/host/index.ts';
import {
	open,
	parseJournal,
	planFor,
	scriptSource,
	teamDebriefOf,
	VOCABULARY,
	wordsOf,
	type Journal,
	type PlayerScript,
	type RunResult,
	type Seat,
	type Source,
	type TeamDebrief,
} from '../../src/session/index.ts';
import {canTell} from '../../src/session/team-debrief/told-by.ts';
import {holds} from '../../src/session/seats/index.ts';
import type {KeyFact, Roles} from '../../src/level/index.ts';
import type {Observation} from '../../src/observe/index.ts';
import {openTable} from '../../src/team/index.ts';
import {standardRoles} from '../support/standard-roles.ts';

/** A team that plays by a script, as one person would: each seat gives its own orders, and says what it sees. */
export type ScriptedTeam = {
	readonly level: Level;
	readonly script: PlayerScript;
	readonly players: number;
	readonly seed?: string;
	/** Seats that neither order nor say anything. */
	readonly silent?: readonly string[];
};

export type PlayedNight = {
	readonly result: RunResult;
	readonly journal: Journal;
	readonly text: string;
	readonly team: TeamDebrief;
};

/** How people share this level. */
export function rolesOf(level: Level): Roles {
	const own = rolesIn(level, standardRoles(), VOCABULARY);
	if (!own.ok) throw new Error(JSON.stringify(own.problems));
	return own.roles;
}

const VERSIONS = {game: 'test', node: 20};
/** Every seat goes round its panels so often, and says what somebody waits for. */
const ROUND_SECONDS = 300;
const PACE = 8;

/** Plays a night to its end, and tells it back. */
export function playNight({level, script, players, seed, silent = []}: ScriptedTeam): PlayedNight {
	const roles = rolesOf(level);
	const plan = planFor(players, roles, 'thick');
	const lines: string[] = [];
	const session = open(level, {
		...VERSIONS,
		...(seed === undefined ? {} : {seed}),
		room: plan,
		onLine: line => lines.push(line),
	});
	const division = divisionOf(plan, roles, level);
	const table = openTable(session, division, []);
	const msNow = () => Math.round((1_000 * session.now) / PACE);
	for (const {id} of plan.seats) table.sit(id, `person at ${id}`, msNow());
	table.pace('room', PACE, msNow());
	const divided = dividedOver(scriptSource('script', script), order =>
		division.whoOrders(order).find(seat => !silent.includes(seat)),
	);
	while (!session.ended && session.now < level.limit) {
		session.follow(divided, Math.min(level.limit, session.now + ROUND_SECONDS));
		for (const seat of plan.seats) {
			if (isOver(session) || silent.includes(seat.id)) continue;
			const text = round(seat, roles, table.view(seat.id).observation);
			if (text === '') continue;
			const problem = table.say(seat.id, text, msNow());
			if (problem !== undefined) throw new Error(`${text}: ${problem.message}`);
		}
	}
	const text = lines.map(line => `${line}\n`).join('');
	const parsed = parseJournal(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const told = teamDebriefOf(level, parsed.journal, roles, VERSIONS);
	if (!told.ok) throw new Error(told.problem.message);
	if (told.team === null) throw new Error('a team has played');
	return {result: session.result(), journal: parsed.journal, text, team: told.team};
}

function isOver({ended}: {readonly ended: boolean}): boolean {
	return ended;
}

/** A script whose orders are given by whoever may give them; what nobody may is left out. */
function dividedOver(
	source: Source,
	seatFor: (order: Parameters<typeof wordsOf>[0]) => string | undefined,
): Source {
	return {
		end: source.end,
		meet: (run, give, until) =>
			source.meet(
				run,
				(_, order) => {
					const seat = seatFor(order);
					if (seat !== undefined) give(seat, order);
				},
				until,
			),
	};
}

/** What a seat says when it goes round: a token of each fact of its own that it sees. */
function round(seat: Seat, roles: Roles, seen: Observation): string {
	const own = Object.values(roles.facts).filter(fact => holds(seat, fact.of));
	const tellable = own.filter(fact => canTell(fact, seen, 0));
	const tokens = tellable.flatMap(fact => tokenOf(fact, seen)).slice(0, 8);
	const words = tellable.some(({told}) => told.includes('words')) ? 'all is in hand' : '';
	const said = [...new Set(tokens), words].filter(text => text !== '').join(' ');
	return said === '' ? '' : `tell all ${said}`;
}

function tokenOf({told}: KeyFact, {metrics, orders}: Observation): readonly string[] {
	for (const each of told) {
		if ((metrics[each]?.value ?? null) !== null) return [each];
		const begins = each.startsWith('order ') ? each.slice('order '.length) : undefined;
		const order =
			begins === undefined ? undefined : orders.findLast(({text}) => text.startsWith(begins));
		if (order !== undefined) return [`order ${String(order.order)}`];
	}
	return [];
}
