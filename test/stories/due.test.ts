import {expect, test} from 'vitest';
import {open} from '../../src/session/index.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {aConsole, press, screenOf} from '../support/console.builder.ts';

const L1 = levelNamed('one-empty-answer');
const FIRST_WORD_SECONDS = 300;
const SHIFT_END_AHEAD_SECONDS = 900;

test('who does nothing but run to the next event is told what falls due, and then stops before it', () => {
	const session = open(L1, {game: 'test', node: 20});
	const plain = createPlain({
		...{session, title: '', role: '', briefing: '', by: 'you'},
		...{begins: true, unicode: true},
	});
	const told: {readonly at: number; readonly line: string}[] = [];
	while (!session.ended) {
		const due = plain.take('next').lines.filter(line => line.startsWith('DUE'));
		told.push(...due.map(line => ({at: session.now, line})));
	}
	const firstPage = Math.min(
		...session.observation.alerts
			.filter(({severity}) => severity === 'page')
			.map(({raisedAt}) => raisedAt),
	);
	expect(told).toEqual([
		{
			at: firstPage + FIRST_WORD_SECONDS - 60,
			line: 'DUE: first update to customers due in 1m 00s.',
		},
		{at: L1.limit - SHIFT_END_AHEAD_SECONDS, line: 'DUE: shift ends in 15m 00s.'},
	]);
});

test('and on the screen no run to the next event passes over it', () => {
	const {session, console} = aConsole({
		session: open(L1, {game: 'test', node: 20}),
		limit: L1.limit,
	});
	press(console, ' ');
	for (let stops = 0; session.now < L1.limit - SHIFT_END_AHEAD_SECONDS; stops++) {
		expect(stops).toBeLessThan(60);
		press(console, 'n');
		while (console.ui.skip !== null) console.frame(0.2);
	}
	expect(session.now).toBe(L1.limit - SHIFT_END_AHEAD_SECONDS);
	expect(screenOf(console)).toContain('shift ends in 15m 00s.');
});

test('a warning and what somebody says are read where they come, a minute’s worth at a time', () => {
	const level = levelNamed('quiet-shift');
	const {session, console} = aConsole({session: open(level, {game: 'test', node: 20})});
	press(console, ' ');
	const border = () => session.observation.metrics['border.loss']?.value ?? 0;
	const stops: {readonly at: number; readonly loss: number}[] = [];
	for (let last = session.now; session.now < 2_700; last = session.now) {
		press(console, 'n');
		while (console.ui.skip !== null) console.frame(0.2);
		expect(session.now).toBeGreaterThan(last);
		stops.push({at: session.now, loss: border()});
	}
	expect(stops.some(({loss}) => loss > 0.01)).toBe(true);
	expect(stops.length).toBeLessThan(30);
});
