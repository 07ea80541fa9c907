import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	copyOf,
	createAgenda,
	fill,
	hash,
	luck,
	switchesOn,
	tick,
	toPlain,
	valuesOf,
	type Beat,
	type Conditions,
	type Fact,
	type Order,
	type Switch,
	type Tick,
} from '../kernel/index.ts';
import {
	CONTAINERS_PARAMETERS,
	carryOutContainers,
	createContainers,
	stepContainers,
	weighContainers,
	type Containers,
	type ContainersInputs,
} from './index.ts';
import type {ContainersParameters} from './containers.parameters.ts';

type Run = {
	readonly containers: Containers;
	readonly beat: Beat & {now: Tick};
	readonly conditions: Conditions<ContainersParameters>;
	readonly facts: Fact[];
};

function aRun(switches: readonly Switch[] = []): Run {
	const conditions = {parameters: valuesOf(CONTAINERS_PARAMETERS), switches: switchesOn(switches)};
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {containers: createContainers(conditions, beat), beat, conditions, facts};
}

const WELL: ContainersInputs = {storeErrors: 0, launchSuccess: 1, networkLatencySeconds: 5};
const HOLD = {automation: 'container-deployments'};

/** Lets seconds pass under the same inputs, or under those of each second. */
function pass(
	{containers, beat, conditions}: Run,
	seconds: number,
	inputs: Partial<ContainersInputs> | ((now: number) => ContainersInputs) = {},
): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		const now = typeof inputs === 'function' ? inputs(beat.now) : {...WELL, ...inputs};
		stepContainers(containers, now, conditions, beat);
	}
}

function give({containers, beat, conditions}: Run, id: string, args: Order['args'] = {}) {
	const order = {id, args};
	const verdict = weighContainers(containers, order, conditions);
	return verdict.ok ? carryOutContainers(containers, order, 'ana', conditions, beat) : verdict;
}

describe('containers', () => {
	test.each<[string, Partial<ContainersInputs>, string]>([
		['nothing is wrong', {}, 'launching'],
		['the store is gone', {storeErrors: 1}, 'blocked'],
		['instances cannot be launched', {launchSuccess: 0}, 'blocked'],
		['the network takes half an hour', {networkLatencySeconds: 1800}, 'blocked'],
	])('when %s, tasks are %s', (_, inputs, mode) => {
		const run = aRun();
		pass(run, 3600, inputs);
		expect(run.containers.mode.value).toBe(mode);
	});

	test.each([
		['lose running tasks to deployments while launches fail', false],
		['keep their running tasks while deployments are held', true],
	])('%s', (_, paused) => {
		const run = aRun();
		if (paused) give(run, 'pause-containers', HOLD);
		pass(run, 20_000, {launchSuccess: 0});
		expect(run.containers.output.runningShare === 1).toBe(paused);
	});

	test('are well again only when the missing tasks have started', () => {
		const run = aRun();
		pass(run, 20_000, {launchSuccess: 0});
		pass(run, 3600);
		expect(run.containers.output.launchErrors).toBeLessThan(0.01);
		expect(run.containers.mode.value).toBe('blocked');
		pass(run, 7200);
		expect(run.containers.mode.value).toBe('launching');
	});

	test('refuse to be held twice, and to go on when they do', () => {
		const run = aRun();
		expect(give(run, 'resume-containers', HOLD)).toMatchObject({code: 'already-running'});
		give(run, 'pause-containers', HOLD);
		expect(give(run, 'pause-containers', HOLD)).toMatchObject({code: 'already-paused'});
		give(run, 'resume-containers', HOLD);
		expect(run.containers.automations[0]).toMatchObject({paused: false, by: null});
	});
});

test('shares stay shares, whatever the inputs', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	const latency = fc.integer({min: 0, max: 100_000});
	fc.assert(
		fc.property(fc.array(fc.tuple(share, share, latency), {maxLength: 20}), all => {
			const run = aRun();
			for (const [storeErrors, launchSuccess, networkLatencySeconds] of all) {
				pass(run, 300, {storeErrors, launchSuccess, networkLatencySeconds});
				for (const value of Object.values(run.containers.output)) {
					expect(value).toBeGreaterThanOrEqual(0);
					expect(value).toBeLessThanOrEqual(1);
				}
			}
		}),
		{numRuns: 30},
	);
});

test('a saved state goes on as if nothing had happened', () => {
	const run = aRun();
	const hurt: ContainersInputs = {storeErrors: 0.7, launchSuccess: 0.2, networkLatencySeconds: 900};
	pass(run, 1000, hurt);
	const again = aRun();
	fill(again.containers, JSON.parse(JSON.stringify(toPlain(run.containers))));
	fill(again.beat.agenda, copyOf(run.beat.agenda));
	again.beat.now = run.beat.now;
	expect(hash(again.containers)).toBe(hash(run.containers));
	for (const each of [run, again]) pass(each, 1000);
	expect(hash(again.containers)).toBe(hash(run.containers));
});
