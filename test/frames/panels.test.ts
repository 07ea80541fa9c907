import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Observation} from '../../src/observe/index.ts';
import {parseOrder, THE_REGION} from '../../src/session/index.ts';
import {asAscii} from '../../src/view/screen/glyphs.ts';
import {present} from '../../src/view/screen/present.ts';
import {PANEL_VIEWS} from '../../src/view/screen/panels/index.ts';
import {bindingOf, panelOf} from '../../src/view/input/keys/index.ts';
import type {Row, Size} from '../../src/view/screen/screen.types.ts';
import {fit, widthOf} from '../../src/view/screen/text.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {type Graphs, type Ui} from '../../src/view/input/ui.types.ts';
import {PANELS, panelsIn, type PanelId} from '../../src/observe/index.ts';
import {anObservation, aRoom, metricsWith} from './observation.builder.ts';
import {realNights} from './real-nights.ts';

const NIGHTS = realNights();
const SIZES: readonly Size[] = [
	{columns: 38, rows: 14},
	{columns: 78, rows: 20},
	{columns: 120, rows: 32},
];
const UI: Ui = {
	...createUi({title: 'October 20', briefing: '', graphs: 'braille'}),
	stage: 'playing',
};

const alone = (panel: PanelId, graphs: Graphs): Ui => ({...UI, focus: panel, full: true, graphs});

function textOf(rows: readonly Row[], {columns, rows: height}: Size): readonly string[] {
	return rows.slice(0, height).map(row =>
		fit(row, columns)
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
}

function pictureOf(panel: PanelId, observation: Observation, size: Size, graphs: Graphs): string {
	const {title, note, rows, anchor} = PANEL_VIEWS[panel](observation, alone(panel, graphs), size);
	const seen = anchor === 'top' ? rows : rows.slice(-size.rows);
	const fitted = seen.map(row => fit(row, size.columns));
	const drawn = graphs === 'ascii' ? asAscii({rows: fitted}).rows : fitted;
	return [`── ${title} ── ${note}`, ...textOf(drawn, size)].join('\n');
}

describe('each panel alone, on three nights at three widths', () => {
	test.each(panelsIn(THE_REGION))('%s', async panel => {
		const pictures = NIGHTS.flatMap(([time, observation]) =>
			SIZES.map(
				size =>
					`## ${time}, ${String(size.columns)} wide\n${pictureOf(panel, observation, size, 'braille')}`,
			),
		);
		await expect(`${pictures.join('\n\n')}\n`).toMatchFileSnapshot(
			`./expected/panels/${panel}.txt`,
		);
	});

	test('without UTF-8, and in blocks', async () => {
		const [, [, observation] = []] = NIGHTS;
		if (observation === undefined) throw new Error('there is a second night');
		const size = {columns: 78, rows: 20};
		const pictures = (['dwfm', 'launches', 'curve', 'overview'] as const).flatMap(panel => [
			pictureOf(panel, observation, size, 'ascii'),
			pictureOf(panel, observation, size, 'block'),
		]);
		for (const picture of pictures.filter((_, index) => index % 2 === 0)) {
			expect(picture.split('\n').slice(1).join('\n')).toMatch(/^[\n -~]*$/u);
		}
		await expect(`${pictures.join('\n\n')}\n`).toMatchFileSnapshot('./expected/panels/graphs.txt');
	});
});

describe('an item', () => {
	test.each(PANELS)(
		'of %s stands on rows that are there, and gives orders that are orders',
		panel => {
			for (const [, observation] of NIGHTS) {
				for (const size of SIZES) {
					const {rows, items = []} = PANEL_VIEWS[panel](observation, alone(panel, 'braille'), size);
					for (const {row, rows: height, acts} of items) {
						expect(row).toBeGreaterThanOrEqual(0);
						expect(row + height).toBeLessThanOrEqual(rows.length);
						expect(new Set(acts.map(({key}) => key)).size).toBe(acts.length);
						for (const {key} of acts) {
							expect(key).toMatch(/^[a-z]$/);
							expect(bindingOf(UI.keymap, 'panels', key) ?? panelOf(key), key).toBeNull();
						}
						for (const {order} of acts) expect(parseOrder(order), order).toMatchObject({ok: true});
					}
					expect(new Set(items.map(({id}) => id)).size).toBe(items.length);
				}
			}
		},
	);
});

test('what was said stands newest first, and the newest is in sight', () => {
	const said = (n: number) => ({
		...{
			n,
			at: n,
			ms: 0,
			by: 'dns',
			to: 'all',
			facts: [],
			text: `word ${String(n)} ${'and more '.repeat(20)}`,
		},
	});
	const frameOf = (many: number) => {
		const messages = Array.from({length: many}, (_, index) => said(index + 1));
		const observation = anObservation({room: aRoom({messages})});
		return textOf(present(observation, alone('comms', 'block'), {columns: 80, rows: 24}).rows, {
			columns: 80,
			rows: 24,
		}).join('\n');
	};
	for (const many of [1, 9, 60]) {
		const numbers = [...frameOf(many).matchAll(/word (\d+)/gu)].map(([, n]) => Number(n));
		expect(numbers[0]).toBe(many);
		expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
	}
});

describe('a filter', () => {
	test.each([
		['alerts', 'dynamodb'],
		['log', 'call'],
		['services', 'lambda'],
		['comms', 'priya'],
		['orders', 'show'],
		['dwfm', 'lease'],
	] as const)('of %s leaves fewer rows, and its opposite the others', (panel, filter) => {
		const [, [, observation] = []] = NIGHTS;
		if (observation === undefined) throw new Error('there is a second night');
		const rowsWith = (text: string) =>
			PANEL_VIEWS[panel](
				observation,
				{...UI, filters: {...UI.filters, [panel]: text}},
				{columns: 78, rows: 500},
			).rows.length;
		const [all, some, others] = [rowsWith(''), rowsWith(filter), rowsWith(`!${filter}`)];
		expect(some).toBeLessThan(all);
		expect(others).toBeLessThan(all);
	});
});

/** Values as odd as a metric's can be; a history may have gaps as well. */
const anyNumber = fc.oneof(
	fc.constantFrom(0, 1, 1e15, 0.05),
	fc.double({min: 0, max: 1e7, noNaN: true}),
);
const anyValue = fc.option(anyNumber);
const anyHistory = fc.array(fc.oneof(anyNumber, fc.constant(Number.NaN)));
const IDS = Object.keys(metricsWith({}));

describe('any observation', () => {
	test.each(PANELS)('can be shown on %s, at any width, in rows of text', panel => {
		const any = fc.record({
			changes: fc.dictionary(
				fc.constantFrom(...IDS),
				fc.record({value: anyValue, history: anyHistory}),
			),
			missing: fc.subarray(IDS),
			columns: fc.integer({min: 30, max: 120}),
			rows: fc.integer({min: 1, max: 40}),
			graphs: fc.constantFrom<Graphs>('braille', 'block', 'ascii'),
			place: fc.nat({max: NIGHTS.length - 1}),
		});
		fc.assert(
			fc.property(any, ({changes, missing, columns, rows, graphs, place}) => {
				const night = NIGHTS[place]![1];
				const metrics = metricsWith(changes, night.now);
				for (const id of missing) Reflect.deleteProperty(metrics, id);
				const {instruments, dashboard, alerts, chat, teams} = night;
				const observation = anObservation({metrics, instruments, dashboard, alerts, chat, teams});
				const size = {columns, rows};
				for (const row of PANEL_VIEWS[panel](observation, alone(panel, graphs), size).rows) {
					const text = fit(row, columns)
						.map(piece => piece.text)
						.join('');
					expect(widthOf(text)).toBe(columns);
					expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
				}
			}),
			{numRuns: 40},
		);
	});
});
