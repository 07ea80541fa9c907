import {describe, expect, test} from 'vitest';
import type {Ask, Key, Program, Size} from '../../src/view/index.ts';
import {createMenu, parseChoice} from '../../src/view/programs/menu/index.ts';
import {aRun, menuData} from './menu.data.ts';

const SIZE: Size = {columns: 80, rows: 24};

function press(program: Program, ...keys: readonly Key[]): readonly Ask[] {
	return keys.flatMap(key => program.press(key, SIZE));
}

/** Presses keys and reads what was picked. */
function picked(program: Program, ...keys: readonly Key[]) {
	return press(program, ...keys).map(ask =>
		ask.type === 'choose' ? parseChoice(ask.choice) : ask,
	);
}

function screenOf(program: Program, size = SIZE): string {
	const {rows} = program.present(size);
	return rows.map(row => row.map(piece => piece.text).join('')).join('\n');
}

const typed = (text: string): readonly Key[] => Array.from(text);

describe('the menu', () => {
	test('begins on the run that was left', () => {
		const menu = createMenu(menuData());
		expect(screenOf(menu)).toMatch(/Go on +Two writers, stopped at 02:14 PDT/u);
		expect(picked(menu, 'enter')).toEqual([{do: 'go-on', run: 0}]);
	});

	test('offers nothing to go on with where every run has ended', () => {
		const menu = createMenu(menuData({runs: [aRun({outcome: 'lost'})]}));
		expect(screenOf(menu)).not.toContain('Go on');
	});

	test.each([
		['a level', ['j', 'enter', 'j', 'enter'], {do: 'play', level: 'two-writers'}],
		['a drill', ['j', 'j', 'enter', 'enter'], {do: 'play', level: 'pollers'}],
		['the daily seed', ['j', 'j', 'j', 'enter', 'enter'], {do: 'daily', level: 'one-empty-answer'}],
		[
			'a setting',
			['/', ...typed('sett'), 'enter', 'enter', 'enter'],
			{do: 'set', name: 'theme', value: 'mono'},
		],
		[
			'a seed of one’s own',
			['/', ...typed('seed'), 'enter', 'enter', 'G', 'enter', ...typed('ba nana'), 'enter'],
			{do: 'seed', level: 'pollers', seed: 'ba nana'},
		],
		[
			'a run again',
			['/', ...typed('runs'), 'enter', 'enter', 'enter', 'j', 'j', 'j', 'j', 'enter'],
			{do: 'seed', level: 'two-writers', seed: '7'},
		],
		[
			'a run whose score is asked for',
			['/', ...typed('runs'), 'enter', 'enter', 'enter', 'j', 'j', 'enter'],
			{do: 'score', run: 0},
		],
		[
			'a run to be watched',
			['/', ...typed('runs'), 'enter', 'enter', 'enter', 'j', 'j', 'j', 'enter'],
			{do: 'watch', run: 0},
		],
		[
			'a run to be told back',
			['/', ...typed('runs'), 'enter', 'enter', 'enter', 'j', 'enter'],
			{do: 'debrief', run: 0},
		],
	])('hands %s to the shell', (_, keys, choice) => {
		expect(picked(createMenu(menuData()), ...keys)).toEqual([choice]);
	});

	test('stands on the debrief of a run that has just ended', () => {
		const menu = createMenu(menuData({runs: [aRun({outcome: 'lost'})]}));
		menu.showRun(0);
		expect(picked(menu, 'enter')).toEqual([{do: 'debrief', run: 0}]);
	});

	test('says why what cannot be done does nothing', () => {
		const menu = createMenu(menuData());
		press(menu, '/', ...typed('runs'), 'enter', 'enter', 'j', 'enter');
		expect(press(menu, 'enter')).toEqual([]);
		expect(screenOf(menu)).toContain('It has ended: there is nothing to go on with.');
	});

	test('filters, and shows all again at esc', () => {
		const menu = createMenu(menuData());
		press(menu, 'j', 'enter', '/', ...typed('oct'));
		expect(screenOf(menu)).toContain('October 20');
		expect(screenOf(menu)).not.toContain('L2 ');
		press(menu, 'enter', 'escape');
		expect(screenOf(menu)).toContain('L2 ');
	});

	test('steps back and never out by esc, out by q', () => {
		const menu = createMenu(menuData());
		expect(press(menu, 'j', 'enter', 'escape', 'escape', 'escape')).toEqual([]);
		expect(screenOf(menu)).toContain('q quits');
		expect(press(menu, 'q')).toEqual([{type: 'leave', how: 'quit'}]);
		expect(press(menu, 'ctrl-c')).toEqual([{type: 'leave', how: 'interrupted'}]);
	});

	test('stands where it stood when it is shown newer data', () => {
		const menu = createMenu(menuData());
		press(menu, '/', ...typed('sett'), 'enter', 'enter');
		menu.renew(menuData({settings: [{name: 'theme', value: 'mono', values: ['mono'], what: ''}]}));
		expect(screenOf(menu)).toMatch(/› Settings[^]*theme +mono/u);
	});

	test('opens texts, finds words in them, and keeps the sealed ones shut', () => {
		const menu = createMenu(menuData());
		press(menu, '/', ...typed('read'), 'enter', 'enter', 'j', 'enter');
		expect(screenOf(menu)).toContain('Play October 20 first.');
		press(menu, 'k', 'enter');
		expect(screenOf(menu)).toContain('Ask for the name.');
		const before = screenOf(menu);
		press(menu, '/', ...typed('ASK'), 'enter', 'n', 'n');
		expect(screenOf(menu)).not.toBe(before);
		press(menu, '/', ...typed('zebra'), 'enter');
		expect(screenOf(menu)).toContain('“zebra” does not stand here.');
		press(menu, 'escape');
		expect(screenOf(menu)).toContain('› Read');
	});

	test.each([
		[60, 18],
		[80, 24],
		[200, 60],
		[20, 5],
	])('fills %d by %d exactly, on every page', (columns, rows) => {
		const size = {columns, rows};
		for (let item = 0; item < 9; item++) {
			const menu = createMenu(menuData());
			press(menu, ...Array.from({length: item}, () => 'j'), 'enter');
			const {rows: drawn} = menu.present(size);
			expect(drawn.map(row => row.map(({text}) => text).join('').length)).toEqual(
				Array.from({length: rows}, () => columns),
			);
		}
	});

	test('is ASCII where the terminal has nothing else', () => {
		const menu = createMenu(menuData({graphs: 'ascii'}));
		press(menu, 'j', 'enter');
		expect(screenOf(menu)).toMatch(/^[\n\u0020-\u007E]*$/u);
	});

	test('lets nothing through that would move a terminal', () => {
		const evil = '\u001B[2J\u202Eevil\u0007';
		const runs = [aRun({level: evil, seed: evil, outcome: 'won', played: evil})];
		const menu = createMenu(menuData({runs}));
		press(menu, '/', ...typed('runs'), 'enter', 'enter');

		expect(screenOf(menu)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u);
		press(menu, 'enter');

		expect(screenOf(menu)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u);
	});
});
