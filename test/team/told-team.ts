import type {Level} from '../../src/level/index.ts';
import {divisionOf} from '../../src/host/index.ts';
import {
	open,
	parseJournal,
	planFor,
	teamDebriefOf,
	type TeamDebrief,
} from '../../src/session/index.ts';
import {openTable} from '../../src/team/index.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {standardRoles} from '../support/standard-roles.ts';

/** At 23:42, second 120, the regional name is lost. */
export const LOST_AT = 120;
const LEVEL = nightWithoutName('00:40');
const ROLES = standardRoles();
const VERSIONS = {game: 'test', node: 20};

/** A second, a seat, and what it says or orders then. */
export type Line = readonly [at: number, seat: string, text: string];

export type Playing = {
	readonly players?: number;
	/** Seconds of the night in a real one. */
	readonly pace?: number;
	/** Real seconds for which the room holds in a second of the night. */
	readonly heldAt?: Readonly<Record<number, number>>;
	readonly until?: number;
	readonly readBack?: Level['readBack'];
};

const known = new Map<string, TeamDebrief>();

/** What a team of six is told of an hour in which exactly that was said, lived once. */
export function told(lines: readonly Line[], playing: Playing = {}): TeamDebrief {
	const key = JSON.stringify([lines, playing]);
	const team = known.get(key) ?? toldAnew(lines, playing);
	known.set(key, team);
	return team;
}

function toldAnew(
	lines: readonly Line[],
	{players = 6, pace = 4, heldAt = {}, until = 1_800, readBack = 'free'}: Playing,
): TeamDebrief {
	const plan = planFor(players, ROLES, 'thick');
	const kept: string[] = [];
	const session = open(LEVEL, {...VERSIONS, room: plan, onLine: line => kept.push(line)});
	const table = openTable(session, divisionOf(plan, ROLES, {...LEVEL, readBack}), []);
	let held = 0;
	const ms = () => held + (1_000 * session.now) / pace;
	for (const {id} of plan.seats) table.sit(id, `who sits on ${id}`, 0);
	table.pace('room', pace, 0);
	const say = (seat: string, text: string) => {
		const problem = table.say(seat, text, ms());
		if (problem !== undefined) throw new Error(`${text}: ${problem.message}`);
	};
	for (let second = 1; second <= until; second++) {
		table.advance(1, ms());
		const stands = heldAt[second];
		if (stands !== undefined) {
			say('comms', 'hold');
			held += 1_000 * stands;
			say('comms', 'release-hold');
		}
		for (const [at, seat, text] of lines) if (at === second) say(seat, text);
	}
	session.noteReached();
	const parsed = parseJournal(kept.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const team = teamDebriefOf(LEVEL, parsed.journal, ROLES, VERSIONS);
	if (!team.ok || team.team === null) throw new Error('it is told');
	return team.team;
}
