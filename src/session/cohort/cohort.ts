import {isSameName} from '../../level/index.ts';
import {AXES, headlineOf, spreadOf, type AxisId} from '../score/index.ts';
import type {
	Cohort,
	CohortRoom,
	CohortRun,
	CohortTeam,
	Member,
	Progress,
	Rung,
} from './cohort.types.ts';
import {needOf} from './needs.ts';

/** So many of somebody's latest runs say how they are now: fewer are luck, more are the past. */
export const RECENT_RUNS = 5;

/** Who has learned what. */
export function cohortOf(
	runs: readonly CohortRun[],
	rooms: readonly CohortRoom[],
	rungs: readonly Rung[],
): Cohort {
	const people = runs.filter(({by, name}) => by === 'person' && name !== '');
	const programs = runs.filter(({by}) => by === 'program');
	const members = membersOf(people, rungs);
	return {
		people: members,
		programs: membersOf(programs, rungs),
		teams: teamsOf(members),
		rooms: rooms.toSorted((one, other) => byText(other.began, one.began)),
		unnamed: runs.length - people.length - programs.length,
	};
}

/** People who have the same name in two teams are two. */
function membersOf(runs: readonly CohortRun[], rungs: readonly Rung[]): readonly Member[] {
	const members: CohortRun[][] = [];
	for (const run of runs.toSorted((one, other) => byText(one.began, other.began))) {
		const known = members.find(
			([first]) =>
				first !== undefined && isSameName(first.name, run.name) && isSameName(first.team, run.team),
		);
		if (known === undefined) members.push([run]);
		else known.push(run);
	}
	return members.map(own => memberOf(own, rungs)).sort(better);
}

/** Of runs of one, oldest first. */
export function memberOf(runs: readonly CohortRun[], rungs: readonly Rung[]): Member {
	const last = runs.at(-1);
	const axes = byAxis(axis => progressOf(runs, axis));
	return {
		name: last?.name ?? '',
		team: last?.team ?? '',
		runs: runs.length,
		won: runs.filter(({won}) => won).length,
		last: last?.began ?? '',
		headline: headlineOf(byAxis(axis => axes[axis].now)),
		axes,
		needs: needOf(runs, axes, rungs),
	};
}

function progressOf(runs: readonly CohortRun[], axis: AxisId): Progress {
	const pointsOf = (some: readonly CohortRun[]) => some.flatMap(({points}) => points[axis] ?? []);
	return {
		now: medianOf(pointsOf(runs.slice(-RECENT_RUNS))),
		before: medianOf(pointsOf(runs.slice(0, -RECENT_RUNS))),
		points: pointsOf(runs),
	};
}

/** The headline, then the weakest axis. Whoever has nothing that was measured comes last; who is as good stands by name. */
function better(one: Member, other: Member): number {
	return (
		(other.headline.first ?? -1) - (one.headline.first ?? -1) ||
		(other.headline.then ?? -1) - (one.headline.then ?? -1) ||
		weakestOf(other) - weakestOf(one) ||
		byText(one.name.toLowerCase(), other.name.toLowerCase()) ||
		byText(one.team, other.team)
	);
}

function weakestOf({axes}: Member): number {
	const measured = AXES.flatMap(axis => axes[axis].now ?? []);
	return measured.length === 0 ? -1 : Math.min(...measured);
}

function teamsOf(people: readonly Member[]): readonly CohortTeam[] {
	const names: string[] = [];
	for (const {team} of people) if (!names.some(each => isSameName(each, team))) names.push(team);
	return names.sort(byText).map(team => {
		const own = people.filter(member => isSameName(member.team, team));
		return {
			team,
			people: own.length,
			runs: sum(own.map(({runs}) => runs)),
			won: sum(own.map(({won}) => won)),
			axes: byAxis(axis => medianOf(own.flatMap(({axes}) => axes[axis].now ?? []))),
		};
	});
}

function byAxis<Value>(valueOf: (axis: AxisId) => Value): Readonly<Record<AxisId, Value>> {
	return Object.fromEntries(AXES.map(axis => [axis, valueOf(axis)])) as Record<AxisId, Value>;
}

function medianOf(values: readonly number[]): number | null {
	return spreadOf(values)?.median ?? null;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

export function byText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
