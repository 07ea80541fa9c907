import {describe, expect, test} from 'vitest';
import {cardOf, cardText} from '../../src/view/index.ts';
import {
	aConsole as consoleOf,
	press,
	screenOf,
	SIZE,
	typed,
	wait,
} from '../support/console.builder.ts';
import type {Notice} from '../../src/view/index.ts';
import {aSession} from './session.builder.ts';

function aConsole(session = aSession()) {
	const notices: Notice[] = [];
	const takeNotice = () => notices.shift();
	return {notices, ...consoleOf({session, takeNotice, briefing: '# October 20'})};
}

describe('time', () => {
	test('does not run before the shift begins', () => {
		const {session, console} = aConsole();
		wait(console, 2);
		expect(session.now).toBe(0);
		press(console, 'enter');
		wait(console, 2);
		expect(session.now).toBe(180);
	});

	test('stands still in a pause, in help and over a question', () => {
		const {session, console} = aConsole();
		press(console, 'enter');
		for (const [key, back] of [
			[' ', ' '],
			['?', 'escape'],
			['q', 'n'],
		] as const) {
			press(console, key);
			const before = session.now;
			wait(console, 1);
			expect(session.now).toBe(before);
			press(console, back);
		}
		wait(console, 1);
		expect(session.now).toBe(90);
	});

	test('a run that is left is only called saved where it is', () => {
		let isKept = true;
		const {console} = consoleOf({isKept: () => isKept});
		press(console, 'q');
		expect(screenOf(console)).toContain('The run is saved.');
		isKept = false;
		wait(console, 1);
		expect(screenOf(console)).toContain('Its last lines are not saved.');
	});

	test('runs slowly while an order is typed', () => {
		const {session, console} = aConsole();
		press(console, 'enter', ':', 'd');
		wait(console, 1);
		expect(session.now).toBe(4);
		press(console, 'escape');
		wait(console, 1);
		expect(session.now).toBe(94);
	});

	test('of a laptop that slept is not made up for', () => {
		const {session, console} = aConsole();
		press(console, 'enter');
		console.frame(3_600);
		expect(session.now).toBe(45);
	});
});

describe('orders', () => {
	test('show what they brought back', () => {
		const {console} = aConsole();
		press(console, 'enter', ':', ...typed('dig regional'), 'enter');
		wait(console, 1);
		expect(console.observation.orders).toMatchObject([
			{text: 'dig regional', by: 'you', state: 'done'},
		]);
		expect(screenOf(console)).toContain(';; dynamodb.us-east-1.amazonaws.com A: status NOERROR');
	});

	test('say what they would do before they are given', () => {
		const {console} = aConsole();
		press(console, 'enter', ':', ...typed('break glass access'));
		expect(screenOf(console)).toMatch(/^ *Risk: Every use is audited[^]*Takes 5m 00s\./mu);
		press(console, 'ctrl-u', ...typed('xyzzy'));
		expect(screenOf(console)).toContain('No command starts like this');
	});

	test('say the risk first, and that there is more where it has no room', () => {
		const {console} = aConsole();
		press(console, 'enter', ':', ...typed('repoint regional rollback'));
		const rows = screenOf(console).split('\n');
		const first = rows.findIndex(row => row.startsWith('  Risk: '));
		expect(rows[first + 2]?.trimEnd()).toMatch(/…$/u);
	});

	test('with a typo come back, with what may have been meant', () => {
		const {console} = aConsole();
		press(console, 'enter', ':', ...typed('show zome regional'), 'enter');
		expect(console.ui.prompt).toMatchObject({open: true, draft: 'show zome regional'});
		expect(screenOf(console)).toContain('did you mean zone');
		expect(screenOf(console)).toContain('“zome” does not follow “show”');
		expect(console.observation.orders).toEqual([]);
	});
});

test('what the shell must say is said on the screen, once, and looks like trouble where it is', () => {
	const {console, notices} = aConsole();
	press(console, 'enter');
	notices.push({text: 'A note waits.', isTrouble: false});
	console.frame(0.2);
	expect(screenOf(console)).toMatch(/^ ?A note waits\./mu);
	notices.push({text: 'The journal cannot be written: the disk is full.', isTrouble: true});
	console.frame(0.2);
	expect(screenOf(console)).toContain('✗ The journal cannot be written: the disk is full.');
	for (let frame = 0; frame < 60; frame++) console.frame(0.2);
	expect(screenOf(console)).not.toContain('the disk is full');
});

test('a player who only watches loses, and is shown the card that the shell prints', () => {
	const {session, console} = aConsole(aSession({hours: 2}));
	press(console, 'enter', 's', '+', '+');
	for (let frame = 0; frame < 400 && !session.ended; frame++) console.frame(0.5);
	expect(session.ended).toBe(true);
	expect(console.ui.stage).toBe('card');
	const printed = cardText(cardOf(session, {title: 'Two hours'}), 'braille');
	const verdict = /Impact .*/u.exec(printed)?.[0].trimEnd() ?? '';
	expect(screenOf(console)).toContain(verdict);
	expect(screenOf(console)).toContain('LOST at 01:20:00 PDT');
	press(console, 'escape');
	expect(screenOf(console)).toContain('m Overview');
	expect(console.press('q', SIZE)).toEqual([{type: 'leave', how: 'quit'}]);
});
