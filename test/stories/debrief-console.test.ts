import {describe, expect, test} from 'vitest';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import type {Ask, Graphs, Key, Program, Size} from '../../src/view/index.ts';
import {createDebrief, NOT_SCORED, type OwnWords, type Scored} from '../../src/view/index.ts';
import type {Debrief} from '../../src/session/index.ts';
import {aCard} from '../support/card.builder.ts';
import {aDebrief} from '../support/debrief.builder.ts';
import {aLostDebrief} from '../support/lost-debrief.builder.ts';

const debrief = aDebrief();
const withheld = aDebrief({withheld: true});
const lost = aLostDebrief();

const SMALL: Size = {columns: 80, rows: 24};
const WIDE: Size = {columns: 120, rows: 36};
const SIZES: readonly Size[] = [{columns: 60, rows: 18}, SMALL, WIDE, {columns: 200, rows: 60}];

function player(
	told: Debrief | null,
	{
		size = SMALL,
		graphs = 'block',
		felt = '',
		scored = NOT_SCORED,
	}: {size?: Size; graphs?: Graphs; felt?: string; scored?: Scored} = {},
) {
	const kept: string[] = [];
	const said: OwnWords = {felt, story: '', commitment: ''};
	let telling = {debrief: told, progress: {lived: 3, wanted: 9}};
	let revealed = false;
	const program: Program = createDebrief({
		...{title: told?.title ?? 'Lost leases', ladder: 9, graphs, keymap: DEFAULT_KEYMAP, said},
		scored: () => scored,
		telling: () => telling,
		keep: (about, text) => kept.push(`${about}: ${text}`),
		reveal: () => {
			revealed = true;
		},
	});
	const press = (...keys: readonly Key[]): readonly Ask[] =>
		keys.flatMap(key => program.press(key, size));
	const frame = () =>
		program
			.present(size)
			.rows.map(row => row.map(({text}) => text).join(''))
			.join('\n');
	return {
		...{press, frame, kept, program},
		write: (text: string) => press(...Array.from(text)),
		words: () => frame().replaceAll(/[\s│]+/gu, ' '),
		tell: (next: Debrief) => {
			telling = {...telling, debrief: next};
		},
		wasRevealed: () => revealed,
	};
}

describe('the debrief on the screen', () => {
	test('asks before it tells, and then says first why it came out so', () => {
		const {press, write, words, kept} = player(lost);
		expect(words()).toContain('How did that feel?');
		expect(words()).not.toContain('costly');
		press('3');
		expect(words()).toContain('in your words');
		write('we restarted too soon');
		press('backspace', 'n', 'enter');
		expect(words()).toContain('Why it was lost');
		expect(words()).toContain('With “throttle launches off” at 12:51: won at 13:12, with 515 min.');
		expect(kept).toEqual(['felt: always a step behind', 'story: we restarted too soon']);
	});

	test('does not ask again what was said before', () => {
		const {press, words} = player(lost, {felt: 'lost'});
		expect(words()).toContain('Why it was lost');
		press('7');
		expect(words()).toContain('How it felt ─');
		expect(words()).toContain(' lost ');
	});

	test('w writes one commitment from anywhere, and shows it', () => {
		const {press, write, words, kept} = player(lost, {felt: 'lost'});
		press('tab', 'w');
		write('throttle first');
		expect(press('enter')).toEqual([]);
		expect(words()).toContain('throttle first');
		press('w', 'x', 'escape', '1');
		expect(kept).toEqual(['commitment: throttle first']);
		for (let step = 0; step < 9; step++) press('j');
		expect(words()).toContain('Next time: “throttle first”');
	});

	test('a finding is replayed from a minute before it, and taken over there', () => {
		const {press} = player(lost, {felt: 'lost', size: WIDE});
		press('j');
		const from = lost.decisions[0]!.at - 60;
		expect(press('enter')).toEqual([{type: 'choose', choice: `from ${String(from)}`}]);
		expect(press('T')).toEqual([{type: 'fork', at: from}]);
		press('end');
		expect(press('enter', 'T')).toEqual([]);
	});

	test('shows as it comes what is still being worked out', () => {
		const {press, words, tell, program} = player(null);
		press('1', 'tab');
		program.frame(4);
		expect(words()).toContain('Re-simulating your run: 4 s.');
		expect(words()).toContain('3 of 9');
		tell({...lost, decisions: [], runs: {...lost.runs, complete: false}});
		expect(words()).toContain('Why it was lost');
		expect(words()).toContain('Still looking.');
		tell(lost);
		expect(words()).toContain('184, and a win');
	});

	test('keeps the answer of a first loss, offers another try, and tells on request', () => {
		const {press, words, wasRevealed} = player(withheld, {felt: 'lost'});
		expect(words()).toContain('Held back');
		expect(words()).not.toContain('With “');
		expect(press('r')).toEqual([{type: 'choose', choice: 'again'}]);
		expect(wasRevealed()).toBe(false);
		press('A');
		expect(wasRevealed()).toBe(true);
	});

	test('the score comes row by row, with the moments behind it', () => {
		const {press, words} = player(lost, {felt: 'lost', size: WIDE});
		press('5');
		expect(words()).toMatch(/harm avoided - ·+ re-simulating your run critical tasks 33 /u);
		const {soFar, standing} = aCard();
		const scored = {soFar, standing, coming: false};
		const whole = player(lost, {felt: 'lost', size: WIDE, scored});
		whole.press('5');
		expect(whole.words()).toContain('02:00 88 minutes of outage in the half hour from here');
	});

	test('is left by esc and q from every page', () => {
		for (let page = 0; page < 8; page++) {
			const {press} = player(debrief, {felt: 'lost'});
			press(...Array.from({length: page}, () => 'tab'));
			expect(press('escape')).toEqual([{type: 'leave', how: 'quit'}]);
			expect(press('q')).toEqual([{type: 'leave', how: 'quit'}]);
		}
	});

	test('is heard in sentences: the verdict first, and all of it once', () => {
		const {program, tell} = player(
			{...lost, runs: {...lost.runs, complete: false}},
			{felt: 'lost'},
		);
		expect(program.heard?.()).toEqual([expect.stringMatching(/^Lost at 16:00:00 PDT\. /u)]);
		expect(program.heard?.()).toEqual([]);
		tell(lost);
		expect(program.heard?.()).toContainEqual(
			expect.stringMatching(
				/^Your most costly decisions, 1 of 2: Launches and their network, 184, and a win \(min of full outage\)\. You: “gate dwfm 3”/u,
			),
		);
		expect(program.heard?.()).toEqual([]);
	});
});

describe.each(SIZES)('at $columns by $rows', size => {
	const name = `${String(size.columns)}x${String(size.rows)}`;

	test('the main page is drawn as expected', async () => {
		const {frame, press} = player(lost, {felt: 'lost', size});
		const frames = [frame()];
		press('j');
		frames.push(frame());
		if (size.columns < 108) {
			press('tab');
			frames.push(frame());
		}
		await expect(`${frames.join('\n\n').replaceAll(/ +$/gmu, '')}\n`).toMatchFileSnapshot(
			`../frames/expected/debrief-${name}.txt`,
		);
	});

	test('every page fills the screen, and no more', () => {
		const {press, frame} = player(debrief, {size, graphs: 'ascii'});
		for (let page = 0; page < 9; page++) {
			const rows = frame().split('\n');
			expect(rows).toHaveLength(size.rows);
			expect(new Set(rows.map(row => row.length))).toEqual(new Set([size.columns]));
			press('tab');
		}
	});

	test('no number and no unit is cut, and everything is reached by stepping', () => {
		const {press, frame} = player(lost, {felt: 'lost', size});
		let seen = '';
		for (let step = 0; step < 60; step++) {
			seen += `${frame()}\n`;
			press('j');
		}
		expect(seen).not.toMatch(/\d…/u);
		for (const words of [
			'switched the',
			'No commitment yet',
			'1983',
			'flips it',
			'Of it',
			'Seen',
		]) {
			expect(seen).toContain(words);
		}
	});
});
