import {expect, test} from 'vitest';
import {boundsOf, hash, tick} from './kernel/index.ts';
import {SUBSYSTEM_NAMES, SUBSYSTEMS, type SubsystemName} from './subsystems.ts';
import {createWorld, step} from './world.ts';

/** A minute of trouble, in which every subsystem has something to suffer. */
function liveAMinute(name: SubsystemName, parameter: string, value: number): void {
	const world = createWorld({
		seed: '1',
		startSecondsOfDay: 84_000,
		limit: tick(1_000),
		cast: SUBSYSTEM_NAMES,
		// A small fleet: it is the parameters that are tried.
		parameters: {
			dwfm: {hosts: 4},
			[name]: {...(name === 'dwfm' ? {hosts: 4} : {}), [parameter]: value},
		},
		switches: [],
		faults: [
			{at: tick(20), to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}},
			{at: tick(30), to: 'dwfm', fault: {type: 'break-leases', share: 0.5}},
		],
	});
	for (let second = 0; second < 60; second++) step(world, []);
	hash(world[name]); // A state that is not made of finite numbers has none.
}

test.each(SUBSYSTEM_NAMES)('%s lives at both bounds of each of its parameters', name => {
	for (const [parameter, declared] of Object.entries(SUBSYSTEMS[name].parameters)) {
		const {min, max} = boundsOf(declared);
		expect(declared.value, parameter).toBeGreaterThanOrEqual(min);
		expect(declared.value, parameter).toBeLessThanOrEqual(max);
		for (const value of [min, max]) {
			expect(
				() => liveAMinute(name, parameter, value),
				`${parameter}=${String(value)}`,
			).not.toThrow();
		}
	}
});
