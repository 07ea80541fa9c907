import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {setup} from 'xstate';
import {filesBelow, ROOT} from '../support/tree.ts';
import {allCharts} from './charts.ts';
import {pageOf, pagePath} from './mermaid.ts';
import {faultsOf} from './walk.ts';

const charts = allCharts();
const TABLE_ROW = /^\| `([\w-]+\/[\w-]+)` \| (.*) \|$/gm;

describe('the charts of the simulation', () => {
	test('there are charts, and every machine is among them', () => {
		const declared = filesBelow('src/sim', /\.machine\.ts$/).flatMap(path => [
			...readFileSync(join(ROOT, path), 'utf8').matchAll(/createMachine\(/g),
		]);
		expect(new Set(charts.map(({machine}) => machine)).size).toBe(declared.length);
		expect(declared.length).toBeGreaterThan(0);
	});

	test.each(charts)('$name: each state can be reached, none is a dead end', chart => {
		expect(faultsOf(chart)).toEqual([]);
	});

	test.each(charts)('$name is drawn as it is (npm run docs)', chart => {
		const path = join(ROOT, pagePath(chart));
		expect(existsSync(path) ? readFileSync(path, 'utf8') : 'not drawn').toBe(pageOf(chart));
	});

	test('ARCHITECTURE has a row for each, which names every mode, and no other', () => {
		const rows = [...readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').matchAll(TABLE_ROW)];
		const told = rows.map(([, name = '', decides = '']) => [
			name,
			[...new Set([...decides.matchAll(/`([\w-]+)`/g)].map(([, mode]) => mode))].sort(),
		]);
		expect(told).toEqual(
			charts.map(({name, machine}) => [name, Object.keys(machine.states).sort()]),
		);
	});

	test('no page is left of a chart that is gone (npm run docs)', () => {
		const drawn = existsSync(join(ROOT, 'docs/charts')) ? filesBelow('docs/charts', /\.md$/) : [];
		expect(drawn).toEqual(charts.map(pagePath).sort());
	});
});

const brokenMachine = setup({
	guards: {'never holds': () => false},
	delays: {restEnds: 5},
}).createMachine({
	id: 'broken',
	initial: 'idle',
	states: {
		idle: {on: {STARTED: 'running', GUARDED: {guard: 'never holds', target: 'hidden'}}},
		running: {after: {restEnds: 'stuck'}, on: {FORGOTTEN: 'idle'}},
		stuck: {on: {STARTED: {target: 'stuck', reenter: true}}},
		hidden: {on: {STARTED: 'idle'}},
	},
});

test('a chart with a state out of reach, a dead end and stray events is found out', () => {
	const events = [{type: 'STARTED'}, {type: 'GUARDED'}, {type: 'UNHEARD'}];
	expect(faultsOf({machine: brokenMachine, events})).toEqual([
		'hidden cannot be reached',
		'stuck cannot be left',
		'FORGOTTEN is handled but not declared',
		'UNHEARD is declared but never handled',
	]);
});

test('a chart is drawn with its delays, guards and start', () => {
	expect(pageOf({name: 'test/broken', machine: brokenMachine, events: []})).toContain(
		[
			'stateDiagram-v2',
			'\t[*] --> idle',
			'\tidle --> running: STARTED',
			'\tidle --> hidden: GUARDED [never holds]',
			'\trunning --> idle: FORGOTTEN',
			'\trunning --> stuck: after restEnds',
		].join('\n'),
	);
});
