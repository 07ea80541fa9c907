import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {levelCards} from '../../src/cli/level-cards.ts';
import {runCards} from '../../src/play/index.ts';
import {clockOf} from '../../src/level/index.ts';
import {glanceAtRuns} from '../../src/saves/glance/index.ts';
import type {Debrief} from '../../src/session/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {EVERY_CASE, someOf} from '../support/sampled.ts';
import {filesBelow, ROOT} from '../support/tree.ts';
import {outage} from './outage.ts';

const EXAM = levelNamed('exam');
const REACHED = 3_000;
/** Nights of the exam that begin at different times. */
const SEEDS = seedsOfEachNight();
const [FIRST = '', ...LATER] = SEEDS;
const LAST = LATER.at(-1) ?? '';
/** A debrief re-simulates many nights: of a short one all is told by the clock as well. */
const SHORT = 2_400;

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-clock-'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function seedsOfEachNight(): readonly string[] {
	const byStart = new Map<string, string>();
	for (let seed = 1; seed < 100; seed++) {
		const start = clockOf(EXAM, String(seed)).at(0);
		if (!byStart.has(start)) byStart.set(start, String(seed));
	}
	return [...byStart.values()];
}

/** Times of day in a text, as seconds after the night's start. */
function secondsIn(text: string, seed: string): readonly number[] {
	const clock = clockOf(EXAM, seed);
	return [...text.matchAll(/\b\d\d:\d\d:\d\d\b/gu)].map(([time]) => clock.tickOf(time) ?? NaN);
}

test('the exam has nights that begin at different times', () => {
	expect(SEEDS.length).toBeGreaterThan(3);
});

test.each(someOf([LAST, FIRST], 1))(
	'with seed %s every face goes by the clock of the night',
	{timeout: 120_000},
	async seed => {
		const clock = clockOf(EXAM, seed);
		const there = clock.at(REACHED);
		const saves = path.join(folder, seed);
		const env = {XDG_CONFIG_HOME: saves, XDG_STATE_HOME: saves};
		const words = ['--seed', seed, '--player', 'reckless', '--until', there.slice(0, 5)];
		const run = outage(['run', 'exam', ...words, '--saves', saves, '--json'], '', env);
		expect(run.err).toBe('');
		const result = JSON.parse(run.out) as {ticks: number; unsafe: {at: string; tick: number}[]};
		expect(result.ticks).toBe(REACHED);
		for (const {at, tick} of result.unsafe) expect(at).toBe(clock.at(tick));

		const name = fs.readdirSync(saves).find(each => each.endsWith('.journal.jsonl')) ?? '';
		const file = path.join(saves, name);
		expect(outage(['replay', file], '', env).err).toContain(`stopped unfinished at ${there} PDT`);
		const score = outage(['score', file], '', env).out;
		const scored = secondsIn(score, seed);
		expect(scored.length).toBeGreaterThan(0);
		expect(Math.max(...scored)).toBeLessThanOrEqual(REACHED);

		const {runs} = glanceAtRuns(saves, new Set());
		const [card] = await runCards(runs, await levelCards(runs), new Date());
		expect(card?.reached).toBe(there.slice(0, 5));
		const plain = outage(
			['play', 'exam', '--plain', '--continue', '--saves', saves],
			'status\n',
			env,
		);
		expect(plain.out).toContain(`${there} PDT`);
	},
);

// A debrief re-simulates many nights.
test.runIf(EVERY_CASE)('the debrief goes by it as well', {timeout: 180_000}, () => {
	const seed = LAST;
	const clock = clockOf(EXAM, seed);
	const saves = path.join(folder, 'debrief');
	const words = ['--seed', seed, '--until', clock.at(SHORT).slice(0, 5), '--saves', saves];
	outage(['run', 'exam', ...words], '', {XDG_CONFIG_HOME: saves, XDG_STATE_HOME: saves});
	const name = fs.readdirSync(saves).find(each => each.endsWith('.journal.jsonl')) ?? '';
	const told = outage(['debrief', path.join(saves, name), '--json']);
	const {timeline, startSecondsOfDay} = JSON.parse(told.out) as Debrief;
	expect(timeline.length).toBeGreaterThan(0);
	for (const {at, clock: shown} of timeline) expect(shown).toBe(clock.at(at));
	expect(clockOf({...EXAM, variations: [], startSecondsOfDay}, seed).at(0)).toBe(clock.at(0));
});

test('nobody beside the level, the Region and what draws over time knows when a night starts', () => {
	const knows = filesBelow('src', /(?<!\.test)\.ts$/u).filter(file =>
		/startSecondsOfDay/u.test(fs.readFileSync(path.join(ROOT, file), 'utf8')),
	);
	expect(knows.filter(file => !/^src\/(level|sim|observe)\//u.test(file))).toEqual([
		'src/play/level-card.ts',
		'src/play/run-cards.ts',
		'src/session/debrief/debrief.ts',
		'src/session/run.ts',
		'src/view/programs/debrief/html/charts.ts',
		'src/view/programs/debrief/team/parts.ts',
		'src/view/programs/debrief/words.ts',
	]);
});
