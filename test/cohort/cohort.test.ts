import {describe, expect, test} from 'vitest';
import {ownLevels} from '../../src/cli/levels-folder.ts';
import type {AxisId} from '../../src/session/index.ts';
import {cohortOf, DRILLS, type CohortRun, type Rung} from '../../src/session/index.ts';

const RUNGS: readonly Rung[] = [
	{id: 'two-writers', title: 'Two writers', ladder: 2},
	{id: 'read-a-panel', title: 'Read a panel', ladder: 0},
	{id: 'comms-only', title: 'Somebody has to say it', ladder: 8},
	{id: 'felt-elsewhere', title: 'Felt elsewhere', ladder: null},
];

type Points = Partial<Record<AxisId, number | null>>;

let second = 0;

function run(name: string, points: Points, more: Partial<CohortRun> = {}): CohortRun {
	const began = `2026-10-20T00:00:${String(second++).padStart(2, '0')}Z`;
	const own = {name, team: '', by: 'person', level: 'two-writers', won: true} as const;
	return {...own, began, points, beliefs: [], ...more};
}

const of = (runs: readonly CohortRun[]) => cohortOf(runs, [], RUNGS);

test('every level that drills an axis is one of ours', () => {
	expect(DRILLS.filter(id => !ownLevels().includes(id))).toEqual([]);
});

describe('a person', () => {
	test('is one whatever the capitals, and two in two teams', () => {
		const {people} = of([
			run('Ada', {safety: 10}),
			run('ADA', {safety: 30}),
			run('Ada', {safety: 50}, {team: 'Blue'}),
		]);
		expect(people.map(({name, team, runs}) => [name, team, runs])).toEqual([
			['Ada', 'Blue', 1],
			['ADA', '', 2],
		]);
	});

	test('is now what the latest five runs are, in the order of time and not of files', () => {
		const runs = [10, 10, 10, 90, 90, 90, 90, 90].map(safety => run('Ada', {safety}));
		const [ada] = of(runs.toReversed()).people;
		expect(ada?.axes.safety).toEqual({
			now: 90,
			before: 10,
			points: [10, 10, 10, 90, 90, 90, 90, 90],
		});
		expect(ada?.axes.harm).toEqual({now: null, before: null, points: []});
	});

	test('stands by the headline: who was never measured is last', () => {
		const {people} = of([
			run('Cy', {}),
			run('Ben', {safety: 60, tasks: 90, harm: 20}),
			run('Ada', {safety: 60, tasks: 60, harm: 70}),
			run('Dee', {safety: 100, tasks: 61}),
		]);
		expect(people.map(({name}) => name)).toEqual(['Dee', 'Ada', 'Ben', 'Cy']);
	});
});

describe('what somebody needs', () => {
	test.each<[string, Points, AxisId | null, string | null]>([
		[
			'the level of the weakest axis',
			{safety: 70, communication: 40},
			'communication',
			'comms-only',
		],
		['the cause before what follows from it', {harm: 0, safety: 0}, 'safety', 'two-writers'],
		['the next rung where all is enough', {harm: 90, safety: 80}, null, 'read-a-panel'],
	])('is %s', (_, points, axis, level) => {
		const needs = of([run('Ada', points)]).people[0]?.needs;
		expect([needs?.axis, needs?.level?.id ?? null]).toEqual([axis, level]);
	});

	test('is the next drill of an axis once one was won with enough on it', () => {
		const good = run('Ada', {communication: 90}, {level: 'comms-only'});
		const poor = [1, 2].map(() => run('Ada', {communication: 20}));
		const lost = {...good, won: false};
		expect(of([good, ...poor]).people[0]?.needs.level?.id).toBe('felt-elsewhere');
		expect(of([lost, ...poor]).people[0]?.needs.level?.id).toBe('comms-only');
	});

	test('is nothing where the whole ladder was won', () => {
		const runs = RUNGS.map(({id}) => run('Ada', {safety: 100}, {level: id}));
		expect(of(runs).people[0]?.needs).toEqual({axis: null, level: null});
	});
});

test('programs and people without a name are never among people', () => {
	const cohort = of([
		run('Ada', {safety: 50}),
		run('Ada', {safety: 100}, {by: 'program'}),
		run('', {safety: 100}),
	]);
	expect(cohort.people.map(({runs}) => runs)).toEqual([1]);
	expect(cohort.programs.map(({name, runs}) => [name, runs])).toEqual([['Ada', 1]]);
	expect(cohort.unnamed).toBe(1);
	expect(cohort.teams).toMatchObject([{team: '', people: 1, runs: 1, axes: {safety: 50}}]);
});
