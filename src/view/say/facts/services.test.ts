import {describe, expect, test} from 'vitest';
import {anObservation, metricsWith} from '../../../../test/frames/observation.builder.ts';
import type {Observation, ServiceStatus} from '../../../observe/index.ts';
import {NEED_METRICS, SERVICE_NEEDS} from '../../../observe/index.ts';
import {servicesFacts} from './services.ts';

const SYSTEMS = Object.values(NEED_METRICS).map(({metric}) => metric);

/** Every service fails as given, and of what services are built on only these systems fail. */
function whys(errors: number, failing: readonly string[]): ReadonlyMap<string, string> {
	const values = SYSTEMS.map(
		metric => [metric, {value: failing.includes(metric) ? 0.9 : 0}] as const,
	);
	const names = [...SERVICE_NEEDS.keys()];
	const services = names.map((name): ServiceStatus => ({name, state: 'impacted', errors}));
	const observation: Observation = anObservation({
		metrics: metricsWith(Object.fromEntries(values)),
		dashboard: {impacted: names.length, resolved: 0, services, posts: [], promisedAt: null},
	});
	const {facts} = servicesFacts(observation, {filter: ''}).groups.services;
	return new Map(facts.map(({of}) => [of.name, of.why]));
}

describe('why a service is not well', () => {
	test('is never the service itself', () => {
		const why = whys(0.999, SYSTEMS);
		expect([why.get('EC2'), why.get('Security Token Service'), why.get('Lambda')]).toEqual(
			Array.from({length: 3}, () => 'trouble of its own'),
		);
	});

	test('is no catching up while it fails', () => {
		for (const why of whys(0.999, []).values()) expect(why).not.toMatch(/catches up/);
		expect(whys(0.01, []).get('Batch')).toMatch(/catches up/);
	});
});
