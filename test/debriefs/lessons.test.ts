import {describe, expect, test} from 'vitest';
import {alarmCraftOf} from '../../src/session/debrief/alarm-craft.ts';
import type {Debrief, Guard} from '../../src/session/index.ts';
import {debriefPage, debriefSentences, debriefText} from '../../src/view/index.ts';
import {LESSON_IDS} from '../../src/view/programs/debrief/lessons/lesson.types.ts';
import {lessonsOf} from '../../src/view/programs/debrief/lessons/index.ts';
import {aLostDebrief} from '../support/lost-debrief.builder.ts';
import {filesBelow} from '../support/tree.ts';

function guard(id: string, state: Guard['state'], best: Guard['best'] = null): Guard {
	return {id, what: 'a guard', state, best};
}

const STOPS = guard('an old plan is refused', 'missing', {
	...{name: 'fencing-token', what: 'the write tests', verdict: 'prevents', saves: 500},
});
const LESSENS = guard('leases outlive the store', 'missing', {
	...{name: 'lease-grace', what: 'leases stay', verdict: 'saves', saves: 56},
});
const GUARDS = [STOPS, LESSENS, guard('the network serves the new first', 'no matter')];

function told(debrief: Debrief, id: string): string {
	return (
		lessonsOf(debrief)
			.find(lesson => lesson.id === id)
			?.here.join(' ') ?? ''
	);
}

describe('a lesson', () => {
	const debrief = aLostDebrief({guards: GUARDS, fixes: GUARDS.flatMap(({best}) => best ?? [])});

	test('of the cheese names the guards that would have stopped it, and those that would not', () => {
		const here = told(debrief, 'swiss-cheese');
		expect(here).toContain('2 holes of 3 lined up');
		expect(here).toContain(
			'stopped it before it started: “an old plan is refused” (fencing-token)',
		);
		expect(here).toContain('made it smaller: “leases outlive the store” (lease-grace, 56 min)');
		expect(here).toContain('would not have mattered: “the network serves the new first”');
	});

	test('of causes stops only at what came in this run', () => {
		const here = told(debrief, 'root-cause');
		expect(here).toContain('an old plan was written over a newer one');
		expect(here).not.toContain('failover took out healthy capacity');
		const {race} = debrief.night;
		const calm = {...debrief.night, race: {...race, regressions: 0, emptied: null}, loops: []};
		expect(told({...debrief, night: calm}, 'root-cause')).toBe('');
	});

	test('of metastability tells the trigger, the loop and the way over the line', () => {
		const at = (age: number, index: number) => ({at: 3_900 + 300 * index, age, broken: 0.9});
		const tipping = [
			{age: 0, broken: 0.5},
			{age: 90, broken: 0.1},
		];
		const phase = {path: [5, 400, 800, 900, 5].map(at), tipping, deadlineSeconds: 90};
		const here = told(
			{...debrief, phase: {...phase, path: [...phase.path, {at: 6_000, age: 0, broken: 0}]}},
			'metastability',
		);
		expect(here).toContain('Trigger: droplet managers without DynamoDB, 00:24 to 01:37');
		expect(here).toContain('Basin: over the line 00:30 to 00:45');
		expect(here).toContain('the oldest work waited up to 15 min');
	});

	test('each has its page to read, and no page is without a lesson', () => {
		const pages = filesBelow('docs/lessons', /\.md$/).map(path => path.replace(/.*\/|\.md$/gu, ''));
		expect(pages).toEqual([...LESSON_IDS, 'alarm-craft'].sort());
	});

	test('is told by every face, and by none while the answers are kept back', () => {
		const faces = (of: Debrief) => [
			debriefText(of),
			debriefPage(of),
			debriefSentences(of).join('\n'),
		];
		for (const {title} of lessonsOf(debrief))
			for (const face of faces(debrief)) expect(face).toContain(title);
		for (const face of faces({...debrief, withheld: true})) {
			expect(face).not.toContain('root cause');
			expect(face).toContain('DynamoDB');
		}
	});
});

describe('the craft of alarms', () => {
	const alarm = (id: string, at: number, until: number | null = at + 30) => ({
		...{id, title: id, severity: 'ticket' as const},
		...{at, until},
	});
	const measured = (raised: readonly ReturnType<typeof alarm>[], minutes = 20) => {
		const craft = alarmCraftOf({
			...{from: 0, until: 60 * minutes, raised},
			standing: Array.from({length: minutes}, () => 3),
			shelved: [0, 31],
		});
		return new Map(craft.measures.map(({id, value, met}) => [id, {value, met}]));
	};

	test('counts floods by windows of ten minutes', () => {
		const flood = Array.from({length: 12}, (_, index) => alarm(`a${String(index)}`, 700 + index));
		const of = measured(flood);
		expect(of.get('average')).toEqual({value: 6, met: false});
		expect(of.get('peak')).toEqual({value: 12, met: false});
		expect(of.get('in-flood')).toEqual({value: 0.5, met: false});
		expect(of.get('standing')).toEqual({value: 3, met: true});
		expect(of.get('shelved')).toEqual({value: 31, met: false});
	});

	test('calls chattering what came three times within ten minutes, and nothing else', () => {
		const twice = [alarm('a', 0), alarm('a', 100)];
		expect(measured(twice).get('chattering')?.value).toBe(0);
		expect(measured([...twice, alarm('a', 599)]).get('chattering')?.value).toBe(1);
		expect(measured([...twice, alarm('a', 701)]).get('chattering')?.value).toBe(0);
	});

	test('calls stale what stood for a whole shift, to the end where it never cleared', () => {
		expect(measured([alarm('a', 0, null)], 481).get('stale')?.value).toBe(1);
		expect(measured([alarm('a', 120, null)], 481).get('stale')?.value).toBe(0);
	});

	test('of a run without alarms meets every measure but what is on its shelves', () => {
		const open = [...measured([])].filter(([, {met}]) => !met).map(([id]) => id);
		expect(open).toEqual(['shelved']);
	});
});
