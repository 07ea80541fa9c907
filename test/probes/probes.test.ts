import {describe, expect, test} from 'vitest';
import {suspectsOf, type Level} from '../../src/level/index.ts';
import {limitsOf, METRICS} from '../../src/observe/index.ts';
import {randomStreams} from '../../src/sim/index.ts';
import type {KeptNote} from '../../src/session/index.ts';
import {parseOrder} from '../../src/session/command.ts';
import {randomPlayer} from '../../src/session/players/random-player.ts';
import {recordedProbes} from '../../src/session/probes/index.ts';
import type {GradedProbe, GradedQuestion} from '../../src/session/probes/probe.types.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {givenSource} from '../../src/session/relive/source.ts';
import {resultOf} from '../../src/session/result.ts';
import {startRun, type Run} from '../../src/session/run.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {times} from '../support/sampled.ts';

/** Moments of one night, and of how many nights: a thousand in heavy mode. */
const MOMENTS = 5;
const NIGHTS = times(4, 200);
const LEVELS = ownLevels().filter(({diagnosis, goals}) => diagnosis.length > 0 && goals !== null);
const WATCHED_SECONDS = 2 * 3_600;

type Given = Parameters<typeof givenSource>[0];

/** Orders of somebody who presses keys once a minute. */
function ordersOf(seed: string, from: number, until: number): Given {
	const player = randomPlayer(seed);
	const all: {order: number; by: string; at: number; words: string}[] = [];
	for (let at = from + 30; at < until; at += 60) {
		const [words] = player.act({now: at} as Parameters<typeof player.act>[0]);
		if (words === undefined || !parseOrder(words).ok) continue;
		all.push({order: all.length + 1, by: 'random', at, words});
	}
	return all;
}

function livedTo(level: Level, seed: string, given: Given, until: number): Run {
	const run = startRun(level, {
		...{seed, switches: [], parameters: {}, observed: false},
		afterEnd: 'live on',
	});
	relive(run, givenSource(given), {until});
	return run;
}

function nightOf(index: number) {
	const level = LEVELS[index % LEVELS.length];
	if (level === undefined) throw new Error('there is a level');
	const seed = String(index);
	const until = level.takeover + WATCHED_SECONDS;
	const luck = randomStreams(seed)('moments', 0);
	const moments = Array.from({length: MOMENTS}, () =>
		Math.floor(luck.between(level.takeover + 1, until)),
	);
	return {level, seed, until, moments, given: ordersOf(seed, level.takeover, until)};
}

function probed({level, seed, until, moments, given}: ReturnType<typeof nightOf>) {
	const notes = moments.map((at): KeptNote => ({
		at,
		by: 'probe',
		note: {about: 'probe', answers: null},
	}));
	const {record, told} = recordedProbes(notes);
	const run = startRun(level, {
		...{seed, switches: [], parameters: {}, observed: false},
		afterEnd: 'live on',
	});
	relive(run, givenSource(given), {until, recorders: [record]});
	return told;
}

/** What is so in each question, worked out without anything that answers it: by other runs, from the beginning. */
function soIn(night: ReturnType<typeof nightOf>, {at, questions}: GradedProbe) {
	const {level, seed} = night;
	const given = night.given.filter(each => each.at <= at);
	const now = livedTo(level, seed, given, at);
	const later = livedTo(level, seed, given, at + 600);
	return questions.map(question => {
		const metric = METRICS.find(({id}) => id === question.metric);
		if (metric === undefined) return blamed(level, now);
		const [value, then] = [metric.read(now.world), metric.read(later.world)];
		if (question.kind === 'perception') return [stands(metric.id, value)];
		const change = then - value;
		if (Math.abs(change) <= 0.05 * Math.max(Math.abs(value), Math.abs(then))) {
			return ['within 5 % of what it is'];
		}
		return [change > 0 ? 'higher' : 'lower'];
	});
}

function stands(metric: string, value: number): string {
	const limits = limitsOf(metric);
	if (limits === null) throw new Error(`${metric} has limits`);
	const {worse, warn, crit} = limits;
	const [is, first, second] = worse === 'above' ? [value, warn, crit] : [-value, -warn, -crit];
	return is > second ? 'CRIT' : is > first ? 'WARN' : 'OK';
}

/** By the spans that a result tells: those that have not ended. */
function blamed(level: Level, run: Run): readonly string[] {
	const open = resultOf(run, 'test').diagnosis.filter(({until}) => until === null);
	const suspects = open.length === 0 ? ['nothing'] : open.map(({suspect}) => suspect);
	return suspects.map(id => suspectsOf(level)[id] ?? '');
}

const optionsOf = ({right, options}: GradedQuestion) => right.map(each => options[each] ?? '');

describe('a probe', () => {
	test(`is never wrong about the truth, in ${String(NIGHTS * MOMENTS)} moments of nights played at random`, () => {
		let asked = 0;
		for (let index = 0; index < NIGHTS; index++) {
			const night = nightOf(index);
			for (const probe of probed(night)) {
				const so = soIn(night, probe);
				for (const [place, question] of probe.questions.entries()) {
					const at = [night.level.id, night.seed, probe.at, question.ask];
					const isSo = question.options.filter(option => so[place]?.includes(option));
					expect(isSo.length).toBeGreaterThan(0);
					expect([...at, optionsOf(question)]).toEqual([...at, isSo]);
				}
				asked++;
			}
		}
		// Two moments of one night may be the same second, and a night may end before them.
		expect(asked).toBeGreaterThan(0.9 * NIGHTS * MOMENTS);
	}, 3_600_000);
});
