import {expect, test} from 'vitest';
import {limitsOf} from './gauges.ts';
import {badnessOf, neededBy, SERVICE_NEEDS, systemCalled, SYSTEMS} from './index.ts';

test('each stands below what it needs first, so that the drawing can be read from the top', () => {
	const at = (id: string) => SYSTEMS.findIndex(system => system.id === id);
	for (const {id, needs} of SYSTEMS) {
		const [first] = needs;
		if (first !== undefined) expect(at(first), id).toBeLessThan(at(id));
		for (const need of needs) expect(neededBy(need).map(each => each.id)).toContain(id);
	}
});

test('every sign has limits, and so a bar', () => {
	const signs = SYSTEMS.flatMap(system => system.signs);
	expect(signs.filter(({metric}) => limitsOf(metric) === null)).toEqual([]);
});

test('names fit their columns', () => {
	expect(SYSTEMS.filter(({name, short}) => name.length > 15 || short.length > 8)).toEqual([]);
});

test('a service that is a system needs what that system needs', () => {
	const names = SERVICE_NEEDS.get('Connect')?.map(({name}) => name);
	expect(names).toEqual(systemCalled('connect')?.needs.map(id => systemCalled(id)?.name));
});

test.each([
	['lambda.errors', 0, 0],
	['lambda.errors', 0.005, 0.5],
	['lambda.errors', 0.055, 1.5],
	['lambda.errors', 1, 3],
	['network.latency', 4 * 3_600, 3],
	['network.latency', 40 * 3_600, 3],
	['dwfm.leasedShare', 1, 0],
	['dwfm.leasedShare', 0.945, 1.5],
	['dwfm.leasedShare', 0, 3],
	['dns.answers.regional', 300, 0],
	['dns.answers.regional', 0, 3],
])('%s at %d is %d of three zones bad', (metric, value, expected) => {
	const limits = limitsOf(metric);
	expect(limits).not.toBeNull();
	if (limits !== null) expect(badnessOf(limits, value)).toBeCloseTo(expected, 6);
});
