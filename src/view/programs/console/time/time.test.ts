import {describe, expect, test} from 'vitest';
import {anObservation, aRoom} from '../../../../../test/frames/observation.builder.ts';
import {createUi} from '../create-ui.ts';
import {announced} from '../deadlines.ts';
import type {Ui} from '../../../input/ui.types.ts';
import {
	cooled,
	paced,
	paceNear,
	paceWords,
	roomPaceWords,
	speedOf,
	SPEEDS,
	warmed,
} from './index.ts';

const PLAYING = createUi({title: 'October 20', briefing: '', graphs: 'braille'});

describe('time that is hot', () => {
	const hot = warmed(PLAYING, 'a page');

	test('falls by itself, says why, and rises again by itself', () => {
		expect(paceWords(hot)).toEqual({text: '► 8x', why: 'a page', state: 'slowed'});
		expect(speedOf(cooled(hot, 19))).toBe(8);
		expect(paceWords(cooled(hot, 20))).toEqual({text: '► 90x', why: 'quiet', state: 'chosen'});
	});

	test('goes as fast as the player says until it is over', () => {
		const faster = paced(hot, 1);
		expect(paceWords(faster)).toMatchObject({text: '► 15x', why: 'yours'});
		expect(speedOf(warmed(faster, 'another page'))).toBe(15);
		expect(speedOf(cooled(faster, 20))).toBe(90);
		expect(speedOf(paced(hot, -1))).toBe(4);
	});

	test('is over when the player speeds it up to what quiet time has', () => {
		let ui = hot;
		for (const speed of [15, 30, 60, 90]) {
			ui = paced(ui, 1);
			expect(speedOf(ui)).toBe(speed);
		}
		expect(ui.heat).toBeNull();
	});

	test('never makes slow time faster', () => {
		const slow = {...PLAYING, pace: SPEEDS.indexOf(4)};
		expect(warmed(slow, 'a page')).toBe(slow);
	});

	test('does not come when the player will not have it', () => {
		expect(warmed({...PLAYING, slows: false}, 'a page').heat).toBeNull();
	});
});

describe('whatever is open', () => {
	test.each<[string, Partial<Ui>]>([
		['the command line', {prompt: {...PLAYING.prompt, open: true}}],
		['a filter', {filtering: true}],
	])('%s lets time run at 4x at most', (_, open) => {
		expect(speedOf({...PLAYING, ...open})).toBe(4);
		expect(speedOf({...PLAYING, ...open, pace: 0})).toBe(1);
	});

	test.each<[string, Partial<Ui>]>([
		['a pause', {paused: true}],
		['help', {overlay: 'help'}],
		['a question', {overlay: 'quit'}],
		['the briefing', {stage: 'briefing'}],
	])('%s stops it', (_, open) => {
		expect(speedOf({...PLAYING, ...open})).toBe(0);
	});
});

describe('what cannot be undone is announced', () => {
	const promisedAt = 10_000;
	const at = (now: number, ui: Ui = PLAYING) =>
		announced(ui, anObservation({now, dashboard: {...anObservation().dashboard, promisedAt}}));

	test('five simulated minutes before a promised update is due', () => {
		expect(at(promisedAt - 301)).toBe(PLAYING);
		expect(at(promisedAt - 300).flash?.text).toBe('update due in 5m 00s.');
	});

	test.each([300, 200, 100, 40])('with %s s to go, and twenty real seconds to act', left => {
		let ui = at(promisedAt - left);
		let [real, now] = [0, promisedAt - left];
		while (now < promisedAt) {
			now += 0.2 * speedOf(ui);
			real += 0.2;
			ui = announced(cooled(ui, 0.2), anObservation({now}));
		}
		expect(real).toBeGreaterThan(19.9);
	});

	test('once', () => {
		const told = at(promisedAt - 300);
		expect(at(promisedAt - 200, {...told, flash: null}).flash).toBeNull();
	});

	test('the end of the shift too, where it is known', () => {
		const told = announced({...PLAYING, limit: 5_000}, anObservation({now: 4_200}));
		expect(told.flash?.text).toBe('shift ends in 13m 20s.');
	});

	test('and the limit on speed goes when it has come', () => {
		const told = at(promisedAt - 300);
		expect(told.cap).not.toBeNull();
		expect(at(promisedAt, told).cap).toBeNull();
	});
});

test.each([
	[1, 1],
	[7, 8],
	[100, 90],
	[1000, 240],
])('speed %i is given as %ix', (asked, given) => {
	expect(SPEEDS[paceNear(asked)]).toBe(given);
});

test.each([
	['the night waits for its people', aRoom({pace: 0, waits: true}), '‖ WAITS for 2 seats'],
	['somebody holds', aRoom({holds: [{by: 'dns', because: ''}]}), '‖ HELD by dns'],
	['it was stopped', aRoom({pace: 0}), '‖ STOPPED pace 4 starts it'],
	['it runs', aRoom({pace: 8}), '► 8x together'],
])('in a room where %s the time says so', (_, room, said) => {
	const {text, why} = roomPaceWords(room);
	expect(`${text} ${why}`).toBe(said);
});
