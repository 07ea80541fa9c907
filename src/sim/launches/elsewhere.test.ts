import {expect, test} from 'vitest';
import {ADVISED, createLevers, setLever, tick, valuesOf} from '../kernel/index.ts';
import {elsewhereOf, leftHere} from './elsewhere.ts';
import {LAUNCHES_PARAMETERS} from './index.ts';

const PARAMETERS = valuesOf(LAUNCHES_PARAMETERS);
const WAY_SECONDS = 2_700;

/** Customers sent to another Region at once, and called back after an hour. */
function sent() {
	const levers = createLevers();
	const at = (now: number) => ({now: tick(now), levers});
	setLever(at(0), ADVISED.otherRegion, 1, {seconds: WAY_SECONDS});
	return {
		at,
		callBack: () => {
			setLever(at(3_600), ADVISED.otherRegion, 0, {seconds: WAY_SECONDS});
		},
	};
}

test('nobody is elsewhere whom nobody has sent there', () => {
	const place = {now: tick(100), levers: createLevers()};
	expect(elsewhereOf(place, PARAMETERS)).toEqual({goneShare: 0, errors: 0});
	expect(leftHere(place, PARAMETERS)).toBe(1);
});

test('while everybody arrives the other Region has no room; once they are there, nearly', () => {
	const {at} = sent();
	const arriving = elsewhereOf(at(1_350), PARAMETERS);
	const arrived = elsewhereOf(at(3_000), PARAMETERS);
	expect(arriving.goneShare).toBeCloseTo(0.2, 6);
	expect(arriving.errors).toBeGreaterThan(0.5);
	expect(arrived.goneShare).toBeCloseTo(0.4, 6);
	expect(arrived.errors).toBeLessThan(0.2);
	expect(leftHere(at(3_000), PARAMETERS)).toBeCloseTo(0.6, 6);
});

test('coming back is a surge here, and then it is over', () => {
	const {at, callBack} = sent();
	callBack();
	expect(leftHere(at(6_000), PARAMETERS)).toBeGreaterThan(1);
	expect(leftHere(at(6_300), PARAMETERS)).toBe(1);
});
