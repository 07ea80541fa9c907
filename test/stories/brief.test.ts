import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {timeOfDay} from '../../src/level/dials/index.ts';
import {evaluatorOf, LEVERS_STANDING} from '../../src/session/goals/index.ts';
import {withGoal} from '../../src/level/text/index.ts';
import {goalLine} from '../../src/session/index.ts';
import type {Size} from '../../src/view/index.ts';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import {createBrief} from '../../src/view/programs/menu/index.ts';
import {levelNamed, ownLevels} from '../levels/own-levels.ts';
import {ROOT} from '../support/tree.ts';
import {aLevel} from './menu.data.ts';

type Brief = Parameters<typeof createBrief>[0];

const SIZE: Size = {columns: 80, rows: 24};
const BRIEFING =
	'# Two writers\n\nTwo automations write one name.\n\nWon: it stays. Lost: 10:45.\n\n## More\n\nThere is more.\n';

function aBrief(over: Partial<Brief> = {}) {
	return createBrief({
		level: aLevel(),
		briefing: BRIEFING,
		seed: '7',
		changes: null,
		said: '',
		left: null,
		commitment: '',
		graphs: 'braille',
		length: 'normal',
		limit: 16 * 3600,
		keymap: DEFAULT_KEYMAP,
		...over,
	});
}

function briefingOf(level: string): string {
	return fs.readFileSync(path.join(ROOT, 'levels', level, 'briefing.md'), 'utf8');
}

function moreOf(over: Partial<Brief> = {}): string {
	const brief = aBrief(over);
	brief.press('?', SIZE);
	const {rows} = brief.present(SIZE);
	return rows.map(row => row.map(({text}) => text).join('')).join('\n');
}

function screenOf(over: Partial<Brief> = {}, size = SIZE): string {
	const {rows} = aBrief(over).present(size);
	return rows.map(row => row.map(piece => piece.text).join('')).join('\n');
}

describe('the card before a run', () => {
	test.each([
		[80, 24],
		[120, 36],
		[60, 18],
	])('as drawn, at %d by %d', async (columns, rows) => {
		const briefing = withGoal(briefingOf('october-20'), goalLine(levelNamed('october-20')));
		const role = 'You lead the incident call for us-east-1 until everything is back.';
		const level = aLevel({title: 'October 20', ladder: 9, minutes: 25, role});
		const screen = screenOf({level, briefing, seed: '5312'}, {columns, rows});
		await expect(`${screen.replace(/ +$/gmu, '')}\n`).toMatchFileSnapshot(
			`../frames/expected/brief-${String(columns)}x${String(rows)}.txt`,
		);
	});

	test('goes back by esc from what lies behind ? to the five lines, and then to the menu', () => {
		const brief = aBrief();
		brief.press('?', SIZE);
		expect(brief.press('escape', SIZE)).toEqual([]);
		const {rows} = brief.present(SIZE);
		expect(rows.map(row => row.map(({text}) => text).join('')).join('\n')).toBe(screenOf());
		expect(brief.press('escape', SIZE)).toEqual([{type: 'choose', choice: 'back'}]);
	});

	test('is the role and the lines of the level; the rest lies behind ?', () => {
		const screen = screenOf();
		for (const said of [
			'L2  Two writers',
			'about 4 minutes',
			'You are on call for DNS.',
			'Two automations write one name.',
			'Won: it stays. Lost: 10:45.',
			'enter  begins',
		]) {
			expect(screen).toContain(said);
		}
		expect(screen).not.toContain('There is more.');
		const more = moreOf();
		for (const said of [
			'There is more.',
			'●●○ plausible',
			'Customer impact',
			'You may break it.',
		]) {
			expect(more).toContain(said);
		}
	});

	test.each(ownLevels())('$id has five lines that fit, and the last is its goal', level => {
		const text = briefingOf(level.id);
		const [lines = ''] = withGoal(text, goalLine(level))
			.replace(/^#[^\n]*\n/u, '')
			.split(/^## More$/mu);
		const told = lines.trim().replaceAll('`', '').split('\n\n');
		expect(told).toHaveLength(4);
		for (const line of told.slice(0, 3)) expect(line.length).toBeLessThanOrEqual(76);
		expect(told[3]?.length).toBeLessThanOrEqual(2 * 76);
		expect(told[3]).toBe(goalLine(level));
		expect(level.role.length).toBeLessThanOrEqual(76);
	});

	test.each(ownLevels())('$id names in its goal what a verdict would call not met', level => {
		const goal = goalLine(level);
		const {winParts} = evaluatorOf(level);
		const measured = winParts.filter(({until}) => until !== '');
		for (const {about, until} of measured) {
			const isNamed = goal.includes(`${about} ${until}`);
			expect(isNamed || (measured.length > 2 && goal.includes('everything healthy'))).toBe(true);
		}
		for (const lever of LEVERS_STANDING) {
			if (winParts.some(({id}) => id === lever.id)) expect(goal).toContain(lever.lifted);
		}
		const end = timeOfDay(level.startSecondsOfDay + level.limit).slice(0, 5);
		expect(goal).toContain(
			level.variations.length > 0
				? 'end of shift'
				: level.goals?.atLimit === 'lost'
					? `Lost: ${end}`
					: end,
		);
		// What to do is to be found out: no command stands in it.
		expect(goal).not.toMatch(/to be (?:done|given)|repoint|reroute|bypass/u);
	});

	test('states how long it takes at most, and t asks for another length', () => {
		expect(screenOf()).toMatch(/pace +normal 2\d min without stops/u);
		expect(screenOf()).toMatch(/t short 1\d min, full 3\d min/u);
		expect(screenOf({limit: 1200})).toMatch(/pace +normal +t short, full/u);
		expect(aBrief().press('t', SIZE)).toEqual([{type: 'choose', choice: 'set length full'}]);
	});

	test('names the keys that the player has moved', () => {
		const keymap = {...DEFAULT_KEYMAP, pause: ['u']};
		expect(screenOf({keymap})).toContain('u pause');
	});

	test('says of an exam that stops count and nothing is taken back', () => {
		const screen = moreOf({level: aLevel({kind: 'exam'})}).replace(/\s+/gu, ' ');
		expect(screen).toContain('Pauses are counted, not forbidden, and there is no going back.');
		expect(screen).not.toContain('You may break it.');
	});

	test('reminds the player of what they wrote the last time', () => {
		expect(screenOf({commitment: 'stop the automation first'})).toContain(
			'“stop the automation first”',
		);
	});

	test('is read in less than a minute: what it says by itself has at most 90 words', () => {
		const words = screenOf({briefing: ''}).match(/\p{L}+/gu) ?? [];
		expect(words.length).toBeLessThanOrEqual(90);
	});

	test.each([
		['begins at enter', {}, 'enter', [{type: 'choose', choice: 'begin'}]],
		[
			'goes on with a run that was left',
			{left: 'Left.'},
			'enter',
			[{type: 'choose', choice: 'resume'}],
		],
		[
			'starts over at n where a run was left',
			{left: 'Left.'},
			'n',
			[{type: 'choose', choice: 'begin'}],
		],
		['has no n where none was left', {}, 'n', []],
		['goes back at esc', {}, 'escape', [{type: 'choose', choice: 'back'}]],
		['leaves at q', {}, 'q', [{type: 'leave', how: 'quit'}]],
		['stops at ctrl-c', {}, 'ctrl-c', [{type: 'leave', how: 'interrupted'}]],
	])('%s', (_, over, key, asks) => {
		expect(aBrief(over).press(key, SIZE)).toEqual(asks);
	});

	test('takes another seed, or none after all', () => {
		const brief = aBrief();
		const seen = () =>
			brief
				.present(SIZE)
				.rows.map(row => row.map(({text}) => text).join(''))
				.join('\n');
		expect(seen()).toContain(' s  seed');
		for (const key of ['s', 't', 'h', 'x', 'backspace', 'e', ' ', 'n', 'q']) {
			expect(brief.press(key, SIZE)).toEqual([]);
		}
		expect(seen()).toContain('seed the nq');
		expect(brief.press('enter', SIZE)).toEqual([
			{type: 'choose', choice: 'seed two-writers the nq'},
		]);
		brief.press('s', SIZE);
		expect(brief.press('escape', SIZE)).toEqual([]);
		expect(brief.press('enter', SIZE)).toEqual([{type: 'choose', choice: 'begin'}]);
		brief.press('s', SIZE);
		expect(brief.press('ctrl-c', SIZE)).toEqual([{type: 'leave', how: 'interrupted'}]);
		expect(screenOf({said: 'Seed 7 does not produce this level’s story.'})).toContain(
			'Seed 7 does not produce this level’s story.',
		);
	});

	test('of the sandbox takes changes, and lists them', () => {
		const brief = aBrief({changes: ['fencing-token', 'dwfm.hosts=50']});
		expect(screenOf({changes: []})).toMatch(/changed +nothing/);
		expect(screenOf({changes: ['fencing-token', 'dwfm.hosts=50']})).toMatch(
			/changed +fencing-token, dwfm\.hosts=50/,
		);
		for (const key of ['c', ...Array.from('dns.planSeconds=30')]) brief.press(key, SIZE);
		expect(brief.press('enter', SIZE)).toEqual([
			{type: 'choose', choice: 'change dns.planSeconds=30'},
		]);
		expect(screenOf()).not.toContain('change');
		const locked = aBrief();
		locked.press('c', SIZE);
		expect(locked.press('enter', SIZE)).toEqual([{type: 'choose', choice: 'begin'}]);
	});

	test('scrolls a text that is longer than the screen, and no further', () => {
		const brief = aBrief({
			briefing: Array.from({length: 60}, (_, n) => `- line ${String(n)}`).join('\n'),
		});
		for (let presses = 0; presses < 200; presses++) brief.press('down', SIZE);
		const {rows} = brief.present(SIZE);
		const screen = rows.map(row => row.map(({text}) => text).join('')).join('\n');
		expect(screen).toContain('line 59');
		expect(screen).not.toContain('more lines');
		expect(screen).toContain('enter  begins');
	});

	test.each([
		[60, 18],
		[80, 24],
		[200, 60],
	])('fills %d by %d exactly, and always says how to begin', (columns, rows) => {
		const lines = screenOf({left: 'A run stopped at 02:14.'}, {columns, rows}).split('\n');
		expect(lines.map(line => line.length)).toEqual(Array.from({length: rows}, () => columns));
		expect(lines.join('\n')).toContain('n  starts over');
	});
});
