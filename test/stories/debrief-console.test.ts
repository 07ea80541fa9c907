import {describe, expect, test} from 'vitest';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import type {Ask, Key, Program, Size} from '../../src/view/index.ts';
import {createDebrief} from '../../src/view/index.ts';
import {aDebrief} from '../support/debrief.builder.ts';

const debrief = aDebrief();
const withheld = aDebrief({withheld: true});

function player(told: typeof debrief | null, size: Size = {columns: 80, rows: 24}) {
	const kept: string[] = [];
	let telling = {debrief: told, progress: {lived: 3, wanted: 9}};
	let revealed = false;
	const program: Program = createDebrief({
		title: 'Lost leases',
		graphs: 'ascii',
		keymap: DEFAULT_KEYMAP,
		telling: () => telling,
		keep: (about, text) => kept.push(`${about}: ${text}`),
		reveal: () => {
			revealed = true;
		},
	});
	const press = (...keys: readonly Key[]): readonly Ask[] =>
		keys.flatMap(key => program.press(key, size));
	const write = (text: string) => press(...Array.from(text));
	const screen = () =>
		program
			.present(size)
			.rows.map(row => row.map(({text}) => text).join(''))
			.join('\n');
	return {
		press,
		write,
		screen,
		kept,
		tell: (next: typeof debrief) => {
			telling = {...telling, debrief: next};
		},
		wasRevealed: () => revealed,
	};
}

describe('the debrief on the screen', () => {
	test('asks before it tells, and ends in one commitment', () => {
		const {press, write, screen, kept} = player(debrief);
		expect(screen()).toContain('How did that feel?');
		expect(screen()).not.toContain('What mattered most');
		press('3');
		expect(screen()).toContain('in your words');
		write('we restarted too soon');
		press('backspace', 'n', 'enter');
		expect(screen()).toContain('The timeline');
		press('tab', 'tab', 'tab', 'tab', 'tab');
		expect(screen()).toContain('One thing for next time');
		write('throttle first');
		expect(press('enter')).toEqual([{type: 'leave', how: 'quit'}]);
		expect(kept).toEqual([
			'felt: always a step behind',
			'story: we restarted too soon',
			'commitment: throttle first',
		]);
	});

	test('fills in while the night is still being lived again', () => {
		const {press, screen, tell} = player(null);
		press('1', 'tab', 'tab');
		expect(screen()).toContain('3/9');
		expect(screen()).toContain('Re-simulating your run');
		tell(debrief);
		expect(screen()).not.toContain('Re-simulating your run');
		expect(screen()).toContain('In this model'.toLowerCase());
	});

	test('keeps the answer of a first loss, offers another try, and tells on request', () => {
		const {press, screen, wasRevealed} = player(withheld);
		press('1', 'tab', 'tab');
		expect(screen()).toContain('kept back');
		expect(press('r')).toEqual([{type: 'choose', choice: 'again'}]);
		expect(wasRevealed()).toBe(false);
		press('T');
		expect(wasRevealed()).toBe(true);
	});

	test('is left by esc from every page', () => {
		for (let page = 0; page < 8; page++) {
			const {press} = player(debrief);
			press(...Array.from({length: page}, () => 'tab'));
			expect(press('escape')).toEqual([{type: 'leave', how: 'quit'}]);
		}
	});

	test.each([
		{columns: 60, rows: 18},
		{columns: 80, rows: 24},
		{columns: 200, rows: 60},
	])('fills $columns by $rows on every page, and no more', size => {
		const {press, screen} = player(debrief, size);
		for (let page = 0; page < 8; page++) {
			const rows = screen().split('\n');
			expect(rows).toHaveLength(size.rows);
			expect(new Set(rows.map(row => row.length))).toEqual(new Set([size.columns]));
			press('tab');
		}
	});
});
