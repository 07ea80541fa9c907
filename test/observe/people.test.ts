import {describe, expect, test} from 'vitest';
import {REMARKS} from '../../src/observe/chat/remarks.ts';
import {VOICES} from '../../src/observe/chat/voices.ts';
import {METRICS} from '../../src/observe/index.ts';
import {SYSTEMS, type SystemName} from '../../src/sim/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {heardIn, saidTwice} from './people.ts';

const MADE = [
	...REMARKS.flatMap(({words}) => words),
	...Object.values(VOICES).flatMap(({leads, quiet, unclear, well, replies}) => [
		...[...leads, ...replies].map(({words}) => words),
		...[quiet, unclear, well],
	]),
];

test('no sentence stands twice among all that can be said', () => {
	expect(saidTwice(MADE.map(text => ({text})))).toEqual([]);
});

test.each(Object.entries(VOICES))('%s speaks of its own instruments alone', (team, voice) => {
	const {leads, quiet, unclear, well, replies} = voice;
	const words = [...[...leads, ...replies].map(each => each.words), quiet, unclear, well].join(' ');
	const looked = new Set([...words.matchAll(/\{([^}]+)\}/gu)].map(([, metric = '']) => metric));
	const read = (metric: string) => {
		looked.add(metric);
		return NaN;
	};
	for (const {when} of [...leads, ...replies]) when(read);
	const ids = METRICS.map(({id}) => id as string);
	expect([...looked].filter(metric => !ids.includes(metric))).toEqual([]);
	const owner = (metric: string) => SYSTEMS[metric.split('.')[0] as SystemName].team;
	expect([...looked].filter(metric => owner(metric) !== team)).toEqual([]);
});

const NIGHTS = [
	['first-steps', 'textbook', '1'],
	['red-herring', 'textbook', '2'],
	['quiet-shift', 'silent', '1'],
	['comms-only', 'silent', '3'],
	['one-empty-answer', 'reckless', '4'],
	['first-steps', 'random', '5'],
] as const;

describe('people in a night', () => {
	test.each(NIGHTS)('%s, %s, seed %s', (id, player, seed) => {
		const level = levelNamed(id);
		const script = player === 'random' ? player : scriptsOf(level)[player]!;
		const {lines, ...wrong} = heardIn(level, script, seed);
		expect(lines.length).toBeGreaterThan(3);
		for (const found of Object.values(wrong)) expect(found).toEqual([]);
	});
});
