import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {expectShares, standFor} from '../../../test/support/stand.ts';
import {hash, type Switch} from '../kernel/index.ts';
import {resolvers, NAMES} from './index.ts';

const WHOLE = 300;
const ENDPOINTS = 24;

const aRun = standFor(resolvers, {
	answers: Array.from({length: ENDPOINTS}, () => WHOLE),
	fullAnswers: WHOLE,
	flushAdvised: false,
});

/** Resolvers, and the answers they get, which stay as a test has set them. */
function theResolvers(switches: readonly Switch[] = []) {
	const run = aRun(switches);
	const answers = Array.from({length: ENDPOINTS}, () => WHOLE);
	return {
		...run,
		answers,
		pass: (seconds: number) => run.pass(seconds, {answers}),
		/** Empties or restores the regional name, and the account names that follow it. */
		setRegional: (count: number): void => {
			answers[0] = count;
			answers[3] = count;
		},
	};
}

describe('an empty name', () => {
	test('is empty for nearly everybody within two minutes', () => {
		const {output, pass, setRegional} = theResolvers();
		setRegional(0);
		pass(20);
		expect(output.customersEmpty / 0.91).toBeCloseTo(0.632, 2);
		pass(100);
		expect(output).toMatchObject({capacityShare: 1});
		expect(output.customersEmpty).toBeGreaterThan(0.9);
		expect(output.dwfmEmpty).toBeGreaterThan(0.99);
	});

	test.each([
		['as on the day', [], 900],
		['with short negative caching', ['short-negative-ttl'], 60],
	] as const)(
		'%s: once restored, the empty answers run out in a straight line',
		(_, on, seconds) => {
			const {output, pass, setRegional} = theResolvers(on);
			setRegional(0);
			pass(9000);
			setRegional(WHOLE);
			pass(seconds / 2);
			expect(output.customersEmpty).toBeCloseTo(0.455, 2);
			pass(seconds / 2 + 1);
			expect(output.customersEmpty).toBe(0);
		},
	);

	test('leads the rest to a smaller fleet when it answers with a handful', () => {
		const {output, pass, setRegional} = theResolvers();
		setRegional(3);
		pass(1);
		expect(output.capacityShare).toBeCloseTo(0.91 * 0.01 + 0.09, 5);
	});

	test('is one twentieth of the customers when the endpoint is split into cells', () => {
		const {answers, output, pass} = theResolvers(['zonal-dns']);
		answers[7] = 0;
		pass(300);
		expect(output.customersEmpty).toBeCloseTo(0.05, 5);
	});
});

describe('an override', () => {
	test('answers for its own network only, and for the account names too', () => {
		const {output, pass, setRegional, apply} = theResolvers();
		setRegional(0);
		pass(600);
		apply('override', {name: 'regional', scope: 'prod', setting: 'on'});
		pass(120);
		expect(output.prodEmpty).toBeLessThan(0.01);
		expect(output.customersEmpty).toBeGreaterThan(0.9);
		expect(output.dwfmEmpty).toBeGreaterThan(0.9);
		apply('override', {name: 'all', scope: 'prod', setting: 'off'});
		pass(120);
		expect(output.prodEmpty).toBeGreaterThan(0.9);
	});

	test('takes twelve minutes for the first name, three for each other, and is refused twice', () => {
		const {validate, apply, pass} = theResolvers();
		const args = {name: 'dual-stack', scope: 'dwfm', setting: 'on'};
		pass(1);
		expect(validate('override', args)).toEqual({ok: true, seconds: 720});
		expect(validate('override', {...args, setting: 'off'})).toMatchObject({code: 'not-overridden'});
		apply('override', args);
		expect(validate('override', args)).toMatchObject({code: 'overridden-already'});
		expect(validate('override', {...args, name: 'fips'})).toEqual({ok: true, seconds: 180});
	});

	test('left on, is harmless for hours and then slowly is not', () => {
		const {output, pass, apply} = theResolvers();
		apply('override', {name: 'all', scope: 'prod', setting: 'on'});
		pass(6 * 3600);
		expect(output.prodEmpty).toBe(0);
		pass(5 * 3600);
		expect(output.prodEmpty).toBeCloseTo(0.1, 2);
	});
});

test('a flush helps once the name is back, and customers only behind our own resolvers', () => {
	const {output, pass, setRegional, apply} = theResolvers();
	setRegional(0);
	pass(600);
	apply('flush', {scope: 'prod'});
	pass(1);
	expect(output.prodEmpty).toBeCloseTo(1, 9);
	setRegional(WHOLE);
	pass(1);
	apply('flush', {scope: 'prod'});
	apply('flush', {scope: 'customers'});
	pass(1);
	expect(output.prodEmpty).toBe(0);
	expect(output.customersEmpty).toBeCloseTo(0.91 * 0.3, 2);
});

test('whatever happens, shares stay shares, and a reload changes nothing', () => {
	const happening = fc.record({
		name: fc.constantFrom(0, 1, 2, 3, 9),
		count: fc.constantFrom(0, 0, 5, WHOLE),
		order: fc.constantFrom('none', 'override', 'flush'),
		target: fc.constantFrom(...NAMES, 'all'),
		scope: fc.constantFrom('prod', 'dwfm'),
		setting: fc.constantFrom('on', 'off'),
		seconds: fc.integer({min: 1, max: 400}),
	});
	fc.assert(
		fc.property(fc.array(happening, {maxLength: 12}), happenings => {
			const world = theResolvers();
			for (const {name, count, order, target, scope, setting, seconds} of happenings) {
				world.answers[name] = count;
				if (order !== 'none') world.apply(order, {name: target, scope, setting});
				world.pass(seconds);
				const {capacityShare, ...empties} = world.output;
				expectShares([...Object.values(empties), capacityShare]);
				expect(hash(world.reloaded().state)).toBe(hash(world.state));
			}
		}),
		{numRuns: 60},
	);
});
