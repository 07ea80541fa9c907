import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {NLB_ORDERS} from '../../src/sim/nlb/index.ts';
import {
	restoreInto,
	hash,
	SWITCH_NAMES,
	tick,
	toPlain,
	type Blank,
	type Order,
	type OrderTable,
} from '../../src/sim/kernel/index.ts';
import {LAUNCHES_ORDERS} from '../../src/sim/launches/index.ts';
import {NETWORK_ORDERS} from '../../src/sim/network/index.ts';
import {at, createRecovery, type Derived} from './recovery.driver.ts';

const ORDERS: OrderTable = {...LAUNCHES_ORDERS, ...NETWORK_ORDERS, ...NLB_ORDERS};

function anyBlank(blank: Blank): fc.Arbitrary<string | number> {
	switch (blank.kind) {
		case 'word':
			return fc.constantFrom(...blank.words);
		case 'whole':
			return fc.integer({min: blank.min, max: blank.max});
		case 'decimal':
			return fc.double({min: blank.min, max: blank.max, noNaN: true});
		case 'text':
			return fc.string({maxLength: blank.lengthMax});
	}
}

const anyOrder: fc.Arbitrary<Order> = fc
	.constantFrom(...Object.entries(ORDERS))
	.chain(([id, {blanks}]) =>
		fc
			.record(Object.fromEntries(Object.entries(blanks).map(([n, blank]) => [n, anyBlank(blank)])))
			.map(args => ({id, args})),
	);

/** Orders with the minutes to wait before each. */
const anyOrders = fc.array(fc.tuple(fc.integer({min: 0, max: 20}), anyOrder), {maxLength: 8});
const anySwitches = fc.subarray([...SWITCH_NAMES], {maxLength: 3});

/** Runs to a little before the throttles of the day, then gives the orders. */
function follow(
	machinery: Derived,
	orders: readonly (readonly [number, Order])[],
	each: () => void = () => undefined,
): void {
	for (const [minutes, order] of orders) {
		for (let second = 0; second < minutes * 60; second++) {
			machinery.step();
			each();
		}
		machinery.obey(order);
	}
}

/** A second copy of a run, by way of JSON. */
function reloaded(machinery: Derived, settings: Parameters<typeof createRecovery>[0]): Derived {
	const text = JSON.stringify(toPlain(machinery.recovery));
	const copy = createRecovery(settings);
	restoreInto(copy.recovery, JSON.parse(text) as unknown);
	return copy;
}

describe('launches, network and balancers under any orders', () => {
	it('lose no launch, no termination and no change, and keep shares within 0..1', () => {
		fc.assert(
			fc.property(anyOrders, anySwitches, (orders, switches) => {
				// Conservation is asserted inside, each second; a broken one throws.
				const machinery = createRecovery({switches, from: at('04:40')});
				const {recovery} = machinery;
				follow(machinery, orders, () => {
					const {customerErrors, internalErrors, zonesOut} = recovery.balancers.output;
					const inRange =
						customerErrors >= 0 &&
						customerErrors <= 1 &&
						internalErrors >= 0 &&
						internalErrors <= 1 &&
						zonesOut >= 0 &&
						zonesOut <= 3.0001 &&
						recovery.network.output.latencySeconds < 5 * 3600 &&
						recovery.launches.output.successShare <= 1;
					if (!inRange) throw new Error(JSON.stringify(recovery.balancers.output));
				});
			}),
			{numRuns: 30},
		);
	});

	it('go on from a save exactly as without it', () => {
		fc.assert(
			fc.property(
				anyOrders,
				anyOrders,
				anySwitches,
				fc.integer({min: 0, max: 3000}),
				(before, after, switches, seconds) => {
					const settings = {switches, from: at('04:40')};
					const machinery = createRecovery(settings);
					follow(machinery, before);
					for (let second = 0; second < seconds; second++) machinery.step();
					const copy = reloaded(machinery, settings);
					expect(hash(copy.recovery)).toBe(hash(machinery.recovery));
					follow(machinery, after);
					follow(copy, after);
					expect(hash(copy.recovery)).toBe(hash(machinery.recovery));
				},
			),
			{numRuns: 10},
		);
	});

	it('are saved and loaded after every second with no change', () => {
		const plain = createRecovery({from: at('05:25')});
		let heavy = createRecovery({from: at('05:25')});
		for (let second = 0; second < 600; second++) {
			plain.step();
			heavy.step();
			heavy = reloaded(heavy, {});
			expect(hash(heavy.recovery)).toBe(hash(plain.recovery));
		}
		expect(plain.recovery.now).toBe(tick(at('05:25') + 600));
	});
});
