import {expect, test} from 'vitest';
import {createLevers, forgetTakenBack, leverOf, leverSetTo, setLever} from './levers.ts';
import {tick} from './tick.ts';

const place = (now: number, levers = createLevers()) => ({now: tick(now), levers});

test('a lever comes into force as fast as the Region follows, and goes as fast', () => {
	const {levers} = place(0);
	const at = (now: number) => ({now: tick(now), levers});
	setLever(at(100), 'shed', 1, {seconds: 10});
	expect([100, 105, 110, 500].map(now => leverOf(at(now), 'shed'))).toEqual([0, 0.5, 1, 1]);
	expect(leverSetTo(at(100), 'shed')).toBe(1);
	setLever(at(500), 'shed', 0, {seconds: 20});
	expect([500, 510, 520].map(now => leverOf(at(now), 'shed'))).toEqual([1, 0.5, 0]);
	expect(leverSetTo(at(500), 'shed')).toBe(0);
});

test('set again half-way, it goes on from where it is', () => {
	const {levers} = place(0);
	const at = (now: number) => ({now: tick(now), levers});
	setLever(at(0), 'shed', 1, {seconds: 10});
	setLever(at(5), 'shed', 0, {seconds: 10});
	expect(leverOf(at(10), 'shed')).toBe(0.25);
	expect(levers.standing).toHaveLength(1);
});

test('one set on one of several is not set on the others', () => {
	const here = place(0);
	setLever(here, 'shed', 1, {on: 'scripts'});
	expect([leverOf(here, 'shed', 'scripts'), leverOf(here, 'shed', 'people')]).toEqual([1, 0]);
});

test('what was taken back leaves nothing behind', () => {
	const {levers} = place(0);
	const at = (now: number) => ({now: tick(now), levers});
	setLever(at(0), 'shed', 1, {seconds: 10});
	setLever(at(50), 'shed', 0, {seconds: 10});
	forgetTakenBack(levers, 60);
	expect(levers.standing).toHaveLength(1);
	forgetTakenBack(levers, 61);
	setLever(at(70), 'other', 0);
	expect(levers.standing).toEqual([]);
});
