import {describe, expect, test} from 'vitest';
import type {Ask, Key, Program, Size} from '../../src/view/index.ts';
import {createMenu, nextOnLadder, parseChoice} from '../../src/view/programs/menu/index.ts';
import {aLevel, aRun, menuData} from './menu.data.ts';

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
		expect(screenOf(menu)).toMatch(/Resume +Two writers, stopped at 02:14 PDT/u);
		expect(picked(menu, 'enter')).toEqual([{do: 'go-on', run: 0}]);
	});

	test('offers nothing to go on with where every run has ended', () => {
		const menu = createMenu(menuData({runs: [aRun({outcome: 'lost'})]}));
		expect(screenOf(menu)).not.toContain('Resume');
	});

	test('offers no run first that was left by going back, once what was gone on with has ended', () => {
		const left = aRun({outlived: true});
		const older = aRun({level: 'October 20'});
		expect(screenOf(createMenu(menuData({runs: [left]})))).not.toContain('Resume');
		expect(screenOf(createMenu(menuData({runs: [left, older]})))).toMatch(/Resume +October 20/u);
	});

	test('stands on the level that one comes back from, and lists it where it did not', () => {
		const menu = createMenu(menuData());
		press(menu, 'j', 'enter');
		menu.showLevel('october-20');
		expect(picked(menu, 'enter')).toEqual([{do: 'play', level: 'october-20'}]);
		menu.showLevel('pollers');
		expect(picked(menu, 'enter')).toEqual([{do: 'play', level: 'pollers'}]);
		menu.showRun(0);
		menu.showLevel('one-empty-answer');
		expect(picked(menu, 'enter')).toEqual([{do: 'play', level: 'one-empty-answer'}]);
	});

	test.each([
		['one-empty-answer', 'two-writers'],
		['two-writers', 'october-20'],
		['october-20', undefined],
		['pollers', undefined],
		['first-steps', 'one-empty-answer'],
	])('the ladder leads from %s to %s', (from, to) => {
		const tutorial = aLevel({id: 'first-steps', ladder: null, kind: 'tutorial'});
		const {levels} = menuData();
		expect(nextOnLadder(from, [tutorial, ...levels.toReversed()])?.id).toBe(to);
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
			['/', ...typed('runs'), 'enter', 'enter', 'enter', '/', ...typed('retry'), 'enter', 'enter'],
			{do: 'retry', run: 0},
		],
		[
			'a run whose score is asked for',
			['/', ...typed('runs'), 'enter', 'enter', 'enter', '/', ...typed('score'), 'enter', 'enter'],
			{do: 'score', run: 0},
		],
		[
			'a run to be watched',
			[
				'/',
				...typed('runs'),
				'enter',
				'enter',
				'enter',
				'/',
				...typed('replay'),
				'enter',
				'j',
				'enter',
			],
			{do: 'watch', run: 0},
		],
		[
			'a run to be told back',
			[
				'/',
				...typed('runs'),
				'enter',
				'enter',
				'enter',
				'/',
				...typed('debrief'),
				'enter',
				'enter',
			],
			{do: 'debrief', run: 0},
		],
		[
			'a moment of a run to retry from',
			[
				...['/', ...typed('runs'), 'enter', 'enter', 'enter'],
				...['/', ...typed('from…'), 'enter', 'enter', ...typed('01:30'), 'enter'],
			],
			{do: 'from', run: 0, time: '01:30'},
		],
		[
			'a commitment',
			['/', ...typed('runs'), 'enter', 'enter', 'enter', 'w', ...typed('look first'), 'enter'],
			{do: 'commit', run: 0, text: 'look first'},
		],
		[
			'a run that is laid beside another of its night',
			[
				...['/', ...typed('runs'), 'enter', 'enter', 'enter'],
				...['/', ...typed('compare'), 'enter', 'enter'],
			],
			{do: 'compare', run: 0},
		],
	])('hands %s to the shell', (_, keys, choice) => {
		const data = menuData({runs: [aRun(), aRun({seed: '8'}), aRun({outcome: 'lost'})]});
		expect(picked(createMenu(data), ...keys)).toEqual([choice]);
	});

	test.each([
		['Retry after a loss', 'lost', {do: 'retry', run: 0}],
		['the next level after a win', 'won', {do: 'play', level: 'three'}],
		['Resume where one left', 'left', {do: 'go-on', run: 0}],
	] as const)('stands on %s', (_, outcome, choice) => {
		const levels = [aLevel(), aLevel({id: 'three', title: 'Three', ladder: 3})];
		const menu = createMenu(menuData({levels, runs: [aRun({outcome})]}));
		menu.showRun(0);
		expect(picked(menu, 'enter')).toEqual([choice]);
	});

	test.each([
		['that was lost', {outcome: 'lost'}, ['Resume']],
		['of the last level, that was won', {outcome: 'won'}, ['Resume', 'Next level']],
		[
			'of a level of one’s own',
			{outcome: 'lost', levelId: null},
			['Resume', 'Retry', 'Debrief', 'Replay', 'Score', 'Next level', 'Share', 'Other seed'],
		],
		['that cannot be read', {outcome: 'unreadable'}, ['Resume', 'Debrief', 'Replay', 'Score']],
		['that is open elsewhere', {outcome: 'open elsewhere'}, ['Resume', 'Share']],
	] as const)('offers of a run %s only what can be done', (_, run, absent) => {
		const menu = createMenu(menuData({levels: [aLevel()], runs: [aRun(run)]}));
		menu.showRun(0);
		const screen = screenOf(menu);
		for (const word of absent) expect(screen).not.toMatch(new RegExp(`^ +${word}\\b`, 'mu'));
	});

	test.each([
		[80, 24],
		[60, 18],
	])('after a run, at %d by %d', async (columns, rows) => {
		const levels = [
			aLevel({id: 'october-20', title: 'October 20', ladder: 9}),
			aLevel({id: 'exam', title: 'The exam', ladder: 10, kind: 'exam'}),
		];
		const run = aRun({
			...{level: 'October 20', levelId: 'october-20', ladder: 9, seed: '5312'},
			...{outcome: 'lost', reached: '16:00', harm: 515.5},
		});
		const menu = createMenu(menuData({levels, runs: [run]}));
		menu.showRun(0);
		const screen = screenOf(menu, {columns, rows}).replace(/ +$/gmu, '');
		await expect(`${screen}\n`).toMatchFileSnapshot(
			`../frames/expected/after-run-${String(columns)}x${String(rows)}.txt`,
		);
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
		press(menu, '/', ...typed('docs'), 'enter', 'enter', 'j', 'enter');
		expect(screenOf(menu)).toContain('Play October 20 first.');
		press(menu, 'k', 'enter');
		expect(screenOf(menu)).toContain('Ask for the name.');
		const before = screenOf(menu);
		press(menu, '/', ...typed('ASK'), 'enter', 'n', 'n');
		expect(screenOf(menu)).not.toBe(before);
		press(menu, '/', ...typed('zebra'), 'enter');
		expect(screenOf(menu)).toContain('“zebra” not found.');
		press(menu, 'escape');
		expect(screenOf(menu)).toContain('› Docs');
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
