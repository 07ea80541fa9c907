import fs from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parseLevel} from '../../src/level/file/index.ts';
import {open, VOCABULARY} from '../../src/session/index.ts';
import type {Key, Size} from '../../src/view/index.ts';
import {aConsole} from '../support/console.builder.ts';
import {DEFAULT_KEYMAP} from '../../src/view/input/keys/index.ts';
import type {Keymap} from '../../src/view/input/ui.types.ts';
import {createTutorial, FIRST_STEPS} from '../../src/view/programs/tutorial/index.ts';

const LEVEL = new URL('../../levels/first-steps/level.yaml', import.meta.url);
const SIZE: Size = {columns: 80, rows: 24};

function begun(settings: {readonly keymap?: Keymap} = {}) {
	const parsed = parseLevel(fs.readFileSync(LEVEL, 'utf8'), VOCABULARY);
	if (!parsed.ok) throw new Error('the first steps cannot be read');
	const session = open(parsed.level, {game: 'test', node: 20});
	const {console} = aConsole({session, title: 'First steps', paused: true, ...settings});
	const tutorial = createTutorial(console, () => session.notes);
	const press = (...keys: readonly Key[]) => {
		for (const key of keys) tutorial.press(key, SIZE);
	};
	return {
		session,
		console,
		tutorial,
		press,
		/** Types a line behind a colon, and gives it: through its card where there is one. */
		give(line: string) {
			press(':', ...Array.from(line), 'enter');
			if (console.ui.order !== null) press('Y');
		},
		/** Presses n until something holds. */
		nextUntil(holds: () => boolean) {
			for (let tries = 0; tries < 400 && !holds(); tries++) {
				if (console.ui.skip === null) press('n');
				tutorial.frame(0.25);
			}
		},
		stepId: () =>
			tutorial.step === null || tutorial.step === 'last words' ? tutorial.step : tutorial.step.id,
	};
}

function screenOf({tutorial}: ReturnType<typeof begun>, size = SIZE): string {
	const {rows} = tutorial.present(size);
	return rows.map(row => row.map(piece => piece.text).join('')).join('\n');
}

type Begun = ReturnType<typeof begun>;

/** What a player does who follows the strip. */
const FOLLOWED: Readonly<Record<string, (run: Begun) => void>> = {
	panels: run => run.press('2'),
	run: run => run.press(' '),
	next: run => run.nextUntil(() => run.console.observation.alerts.length > 0),
	dig: run => {
		run.press('escape');
		run.give('dig regional');
	},
	answer: run => run.nextUntil(() => run.stepId() !== 'answer'),
	suspect: run => run.give('suspect dns-records 80'),
	page: run => run.give('page dynamodb'),
	help: run => run.press('?', 'escape'),
	access: run => run.give('break glass access'),
	join: run => run.nextUntil(() => run.stepId() !== 'join'),
	card: run => run.give('repoint regional rollback'),
	wait: run => run.nextUntil(() => run.stepId() !== 'wait'),
};

describe('the first steps', () => {
	test('followed by keys, one after the other, end with a win', () => {
		const run = begun();
		for (const {id} of FIRST_STEPS) {
			expect(run.stepId()).toBe(id);
			FOLLOWED[id]?.(run);
			run.tutorial.frame(0.25);
			run.tutorial.frame(0.25);
		}
		expect(run.stepId()).toBe('last words');
		expect(run.session.result().ended).toMatchObject({won: true});
		run.press('escape');
	});

	test('come to a useful act within the first minute: three keys, and time runs', () => {
		const run = begun();
		run.press('2', ' ', 'n');
		expect(run.stepId()).toBe('next');
		run.tutorial.frame(0.25);
		expect(run.session.now).toBeGreaterThan(0);
	});

	test('can each be passed with esc, and closed at the end', () => {
		const run = begun();
		for (const {id} of FIRST_STEPS) {
			expect(run.stepId()).toBe(id);
			run.press('escape');
		}
		expect(run.stepId()).toBe('last words');
		expect(screenOf(run)).toContain('First steps: done');
		run.press('escape');
		expect(run.stepId()).toBeNull();
		expect(screenOf(run)).not.toContain('First steps:');
	});

	test('name the keys that the player has moved', () => {
		const run = begun({keymap: {...DEFAULT_KEYMAP, pause: ['u']}});
		run.press('2');
		expect(screenOf(run)).toContain('Press u: time runs.');
	});

	test('leave esc to the console as long as it has something to close', () => {
		const run = begun();
		run.press('z', 'escape');
		expect(run.stepId()).toBe('panels');
		run.press(':', 'd', 'escape');
		expect(run.stepId()).toBe('panels');
	});

	test('that were done ahead are not asked for', () => {
		const run = begun();
		run.press('2', ' ');
		run.give('suspect dns-records 70');
		run.give('page dynamodb');
		run.press('n');
		run.nextUntil(() => run.stepId() === 'dig');
		run.give('dig regional');
		run.nextUntil(() => run.stepId() !== 'dig' && run.stepId() !== 'answer');
		expect(run.stepId()).toBe('help');
	});

	test.each(FIRST_STEPS.map(({id, say}) => [id, say] as const))(
		'%s can be read whole in the smallest strip',
		(_, say) => {
			const run = begun();
			while (FIRST_STEPS.find(({id}) => id === run.stepId())?.say !== say) run.press('escape');
			for (const size of [SIZE, {columns: 60, rows: 18}, {columns: 200, rows: 60}]) {
				const text = screenOf(run, size).replace(/\s+/gu, ' ');
				expect(text).toContain(say.split(' ').at(-1));
				expect(run.tutorial.present(size).rows).toHaveLength(size.rows);
			}
		},
	);
});
