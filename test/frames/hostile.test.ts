import {describe, expect, test} from 'vitest';
import type {Observation} from '../../src/observe/index.ts';
import {createBoard, present, type Size} from '../../src/view/index.ts';
import {widthOf} from '../../src/view/screen/text.ts';
import {createUi} from '../../src/view/programs/console/create-ui.ts';
import {type Ui} from '../../src/view/input/ui.types.ts';
import {PANELS} from '../../src/observe/index.ts';
import {collapse, flood} from './nights.ts';
import {aLogLine, anAlert, anObservation, anOrder, aRoom} from './observation.builder.ts';
import {aCard} from '../support/card.builder.ts';

const EVIL = '\u001B[2J\u001B]0;owned\u0007 line\r\nnext\ttab \u202E停止 e\u0301 🔥 \u009B31m';

/** A night in which every text that reaches the screen wants to break it. */
function hostile(): Observation {
	const night = flood();
	return anObservation({
		...night,
		alerts: night.alerts.map(alert =>
			anAlert({...alert, group: EVIL, title: EVIL, acknowledgedBy: EVIL}),
		),
		log: Array.from({length: 40}, (_, at) => aLogLine({at, source: EVIL, text: EVIL.repeat(9)})),
		orders: [anOrder({text: EVIL, by: EVIL, message: EVIL, lines: [EVIL, EVIL.repeat(20)]})],
		automations: night.automations.map(each => ({...each, id: EVIL, state: 'paused', by: EVIL})),
		teams: [{team: EVIL, state: 'present', since: 0, escalated: false}],
		answers: [{...night.answers[0]!, name: EVIL, addresses: [EVIL]}],
		dashboard: {
			...night.dashboard,
			services: night.dashboard.services.map(each => ({...each, name: EVIL})),
			posts: [{at: 0, by: EVIL, text: EVIL.repeat(12)}],
			promisedAt: 1,
		},
	});
}

/** The same from a seat, where others write what they will. */
function hostileRoom(): Observation {
	const said = {at: 0, ms: 0, to: 'all', facts: [], text: EVIL.repeat(20)};
	const room = aRoom();
	return {
		...hostile(),
		room: {
			...room,
			seats: room.seats.map(each => ({...each, title: EVIL, roles: [EVIL], person: EVIL})),
			messages: [1, 2, 3].map(n => ({...said, n, by: 'seat2'})),
			timeline: [{entry: {kind: 'said', n: 2}, star: true, tag: 'decision'}],
			reminders: [{n: 1, at: 60, to: 'seat1', text: EVIL}],
			holds: [{by: EVIL, because: EVIL}],
			served: {
				...{palette: [{name: 'dark', what: EVIL}], injected: [], plan: []},
				...{notes: [{at: 0, tag: '', text: EVIL}], marks: [{at: 0, name: EVIL}]},
			},
		},
	};
}

const SIZES: readonly Size[] = [
	{columns: 60, rows: 18},
	{columns: 75, rows: 19},
	{columns: 80, rows: 24},
	{columns: 107, rows: 31},
	{columns: 108, rows: 32},
	{columns: 179, rows: 45},
	{columns: 200, rows: 60},
	{columns: 300, rows: 100},
];

const PLAYING: Ui = {
	...createUi({title: EVIL, briefing: EVIL, graphs: 'braille'}),
	stage: 'playing',
};
const STATES: readonly (readonly [string, Ui])[] = [
	...PANELS.map(focus => [`focus on ${focus}`, {...PLAYING, focus}] as const),
	...PANELS.map(focus => [`${focus} alone`, {...PLAYING, focus, full: true, scroll: 3}] as const),
	['briefing', {...PLAYING, stage: 'briefing'}],
	['help', {...PLAYING, overlay: 'help', scroll: 99}],
	['question', {...PLAYING, overlay: 'quit'}],
	['card', {...PLAYING, stage: 'card', card: aCard({title: EVIL})}],
	[
		'typing',
		{
			...PLAYING,
			prompt: {
				...PLAYING.prompt,
				open: true,
				draft: 'x'.repeat(390),
				cursor: 200,
				offers: [EVIL, 'dig'],
			},
		},
	],
	['flash', {...PLAYING, flash: {text: EVIL.repeat(9), tone: 'bad', framesLeft: 9}}],
];

describe('a frame is exactly as large as the screen, and nothing in it is obeyed', () => {
	for (const {columns, rows} of SIZES) {
		test(`at ${String(columns)}x${String(rows)}`, () => {
			for (const night of [
				hostileRoom(),
				collapse(),
				anObservation({metrics: {}, automations: [], teams: []}),
			]) {
				for (const [state, ui] of STATES) {
					const screen = present(night, ui, {columns, rows});
					const lines = screen.rows.map(row => row.map(piece => piece.text).join(''));
					const wrong = lines.filter(
						line => widthOf(line) !== columns || /[\p{Cc}\p{Cf}]/u.test(line),
					);
					expect({state, rows: lines.length, wrong}).toEqual({state, rows, wrong: []});
				}
			}
		});
	}
});

test('the board of a room is exactly as large as its screen', () => {
	const board = createBoard({title: EVIL, graphs: 'block', observe: hostileRoom});
	for (const size of [{columns: 40, rows: 40}, ...SIZES]) {
		const lines = board.present(size).rows.map(row => row.map(({text}) => text).join(''));
		const wrong = lines.filter(
			line => widthOf(line) !== size.columns || /[\p{Cc}\p{Cf}]/u.test(line),
		);
		expect({size, rows: lines.length, wrong}).toEqual({size, rows: size.rows, wrong: []});
		// What one says at length leaves room for what others say.
		expect(lines.filter(line => line.includes('seat2:')).length).toBeGreaterThan(1);
	}
});

describe('too small a terminal', () => {
	test.each([
		[59, 18],
		[60, 17],
		[20, 5],
		[1, 1],
	])('at %ix%i gets one clear sentence and no crash', (columns, rows) => {
		const {rows: drawn} = present(flood(), PLAYING, {columns, rows});
		expect(drawn).toHaveLength(rows);
		const text = drawn
			.map(row =>
				row
					.map(piece => piece.text)
					.join('')
					.trim(),
			)
			.join(' ');
		if (columns >= 20) expect(text).toContain('terminal is');
	});
});

test('without UTF-8 nothing but ASCII is sent', () => {
	for (const [, ui] of STATES) {
		const {rows} = present(hostile(), {...ui, graphs: 'ascii'}, {columns: 120, rows: 36});
		for (const row of rows) {
			const line = row.map(piece => piece.text).join('');
			expect(line).toMatch(/^[ -~]*$/u);
			expect(line).toHaveLength(120);
		}
	}
});
