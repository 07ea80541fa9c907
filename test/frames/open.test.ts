import {describe, expect, test} from 'vitest';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {present, type Key, type Screen, type Size} from '../../src/view/index.ts';
import {createScribe} from '../../src/view/programs/console/scribe.ts';
import {update} from '../../src/view/programs/console/update.ts';
import type {Ui} from '../../src/view/input/ui.types.ts';
import {aSession} from '../stories/session.builder.ts';
import {collapse} from './nights.ts';

const SIZES: readonly Size[] = [
	{columns: 60, rows: 18},
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 200, rows: 60},
];

const typed = (text: string): readonly Key[] => Array.from(text);

/** What is open, and the keys that open it. */
const OPEN: readonly (readonly [string, readonly Key[]])[] = [
	['palette', ['a', ...typed('lease')]],
	['palette blank', ['a', ...typed('page'), 'enter']],
	['safe card', ['a', ...typed('gate dwfm'), 'enter', '4', 'enter']],
	['dangerous card', ['3', 'a', ...typed('restart dwfm all'), 'enter']],
	['armed card', [':', ...typed('restart dwfm all'), 'enter']],
	[
		'prediction',
		['a', ...typed('gate dwfm'), 'enter', '4', 'enter', 'e', ...typed('work queued falls')],
	],
	['filter', ['1', '/', ...typed('ec2')]],
	['help', ['3', '?']],
	['preset diagnose', ['p']],
	['preset comms', ['p', 'p']],
	['found orders', [':', ...typed('lease')]],
	['suspicion', ['h', ...typed('dw')]],
];

const SCRIBE = createScribe({
	session: aSession({hours: 1}),
	by: 'you',
	exam: false,
	readOnly: false,
	confirm: true,
});

function pressed(keys: readonly Key[], size: Size, graphs: Ui['graphs']): Ui {
	const observation = collapse();
	let ui = createUi({title: 'October 20', briefing: '', graphs});
	const context = {observation, size, complete: () => []};
	for (const key of keys) {
		const [next, wishes] = update(ui, key, context);
		ui = next;
		for (const wish of wishes) if (wish.type === 'do') [ui] = SCRIBE.carryOut(ui, wish, context);
	}
	return ui;
}

describe('what is open stands over the panels exactly as in its file', () => {
	for (const [name, keys] of OPEN) {
		for (const size of SIZES) {
			const at = `${String(size.columns)}x${String(size.rows)}`;
			test(`${name}, ${at}`, async () => {
				const screen = present(collapse(), pressed(keys, size, 'braille'), size);
				const file = `./expected/open-${name.replaceAll(' ', '-')}-${at}.txt`;
				await expect(openPartOf(textOf(screen))).toMatchFileSnapshot(file);
			});
		}
	}
});

describe('on a terminal that knows only ASCII', () => {
	test.each(OPEN)('%s', (_, keys) => {
		for (const size of SIZES) {
			const text = textOf(present(collapse(), pressed(keys, size, 'ascii'), size));
			// Curly quotes and the like belong to the sentences, and are spelled out too.
			expect(text).toMatch(/^[\u0020-\u007E\n]*$/u);
		}
	});
});

describe('whatever is open', () => {
	test.each(OPEN)('%s fills the screen exactly', (_, keys) => {
		for (const size of [...SIZES, {columns: 300, rows: 100}]) {
			const {rows} = present(collapse(), pressed(keys, size, 'braille'), size);
			expect(rows.length).toBe(size.rows);
			for (const row of rows) {
				expect(row.map(piece => piece.text).join('').length).toBe(size.columns);
			}
		}
	});
});

/** The header, and from where something stands over the panels to the end: the panels have frames of their own. */
function openPartOf(text: string): string {
	const lines = text.split('\n');
	const over = lines.findIndex(line => line.startsWith('── '));
	if (over === -1) return text;
	return [...lines.slice(0, 2), ...lines.slice(over)].join('\n');
}

function textOf(screen: Screen): string {
	const lines = screen.rows.map(row =>
		row
			.map(piece => piece.text)
			.join('')
			.trimEnd(),
	);
	return `${lines.join('\n')}\n`;
}
