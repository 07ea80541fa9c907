import {
	AXES,
	AXIS_LABELS,
	ENOUGH_POINTS,
	RECENT_RUNS,
	type Cohort,
	type CohortRun,
	type Member,
	type Progress,
	type Rung,
} from '../../session/index.ts';

export type CohortTable = {readonly title: string; readonly rows: readonly (readonly string[])[]};

/** How much is asked, and how it is counted: said by every face. */
export const COUNTED = [
	`Points are medians of the latest ${String(RECENT_RUNS)} runs, each against its own level and re-simulated. They are told to help, not to rank people for anything else.`,
	`What is next drills the weakest axis under ${String(ENOUGH_POINTS)} points; where none is, it is the next rung.`,
] as const;

/** Who has learned what, in rows. */
export function cohortLines(
	{people, programs, teams, rooms, unnamed}: Cohort,
	rungs: readonly Pick<Rung, 'id' | 'title'>[],
): {readonly tables: readonly CohortTable[]; readonly lines: readonly string[]} {
	const tables = [
		{title: 'People', rows: members(people)},
		...(teams.length > 1
			? [
					{
						title: 'Teams',
						rows: [
							['team', 'people', 'runs', 'won', ...AXES.map(axis => AXIS_LABELS[axis])],
							...teams.map(({team, people: many, runs, won, axes}) => [
								team === '' ? 'none' : team,
								...[many, runs, won].map(String),
								...AXES.map(axis => pointsWord(axes[axis])),
							]),
						],
					},
				]
			: []),
		...(rooms.length > 0
			? [
					{
						title: 'Rooms',
						rows: [
							['began', 'team', 'people', 'level', 'outcome'],
							...rooms.map(({began, team, people: who, level, won}) => [
								dayOf(began),
								team,
								who.join(', '),
								titleOf(level, rungs),
								outcomeOf({won}),
							]),
						],
					},
				]
			: []),
		...(programs.length > 0 ? [{title: 'Programs', rows: members(programs)}] : []),
	];
	const nobody = people.length === 0 ? [NOBODY] : COUNTED;
	return {
		tables: people.length === 0 ? tables.slice(1) : tables,
		lines: [...nobody, ...unnamedIn(unnamed)],
	};
}

export const NOBODY =
	'No run that ended has a name yet: `play --as NAME --team TEAM` keeps one beside it.';

export function unnamedIn(many: number): readonly string[] {
	if (many === 0) return [];
	return [`Without a name, and not counted: ${many === 1 ? 'one run' : `${String(many)} runs`}.`];
}

function members(all: readonly Member[]): CohortTable['rows'] {
	return [
		['name', 'team', 'runs', 'won', ...AXES.map(axis => AXIS_LABELS[axis]), 'next'],
		...all.map(member => [
			member.name === '' ? 'unnamed' : member.name,
			member.team,
			...[member.runs, member.won].map(String),
			...AXES.map(axis => pointsWord(member.axes[axis].now)),
			nextWord(member),
		]),
	];
}

/** What somebody plays next, and why. */
export function nextWord({needs: {axis, level}}: Pick<Member, 'needs'>): string {
	if (level === null) return axis === null ? 'all of the ladder is won' : AXIS_LABELS[axis];
	return axis === null ? `${level.title} (next rung)` : `${level.title} (${AXIS_LABELS[axis]})`;
}

export function pointsWord(points: number | null): string {
	return points === null ? '-' : String(Math.round(points));
}

/** How much better somebody has become on an axis; nothing where there is nothing to hold it against. */
export function changeWord({now, before}: Progress): string {
	if (now === null || before === null) return '';
	const by = Math.round(now) - Math.round(before);
	return by === 0 ? '±0' : by > 0 ? `+${String(by)}` : `−${String(-by)}`;
}

export function dayOf(began: string): string {
	return began === '' ? '-' : began.slice(0, 10);
}

export function titleOf(level: string, rungs: readonly Pick<Rung, 'id' | 'title'>[]): string {
	return rungs.find(({id}) => id === level)?.title ?? level;
}

export function outcomeOf({won}: Pick<CohortRun, 'won'>): string {
	return won ? 'won' : 'lost';
}
