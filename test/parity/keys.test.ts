import {describe, expect, test} from 'vitest';
import {open, openReplay, parseJournal} from '../../src/session/index.ts';
import {binding, BINDING_IDS} from '../../src/view/input/keys/keymap.ts';
import {keymapWith, keysOn, written, type BindingId} from '../../src/view/input/keys/index.ts';
import {createDebrief, createReplayViewer, NOT_SCORED, createReview} from '../../src/view/index.ts';
import type {Key, Program, Row} from '../../src/view/index.ts';
import {createBrief, createMenu} from '../../src/view/programs/menu/index.ts';
import {createReader} from '../../src/view/programs/reader/index.ts';
import {FIRST_STEPS, createTutorial} from '../../src/view/programs/tutorial/index.ts';
import {aConsole, press, screenOf, SIZE} from '../support/console.builder.ts';
import {aDebrief} from '../support/debrief.builder.ts';
import {nightWithoutName} from '../support/level.builder.ts';
import {aLevel, aRun, menuData} from '../stories/menu.data.ts';

const MOVABLE = BINDING_IDS.filter(id => binding(id).fixed !== true);

/** Every key that can be moved is moved to one that no other is on, and that nothing else shows. */
function everyKeyMoved() {
	const control = Array.from('abdefghijklmnopqrstuvwxy', letter => `ctrl-${letter}`);
	const remaps = MOVABLE.map((id, index) => {
		const writes = ['prompt', 'edit', 'palette', 'expecting', 'telling', 'everywhere'];
		const {mode} = binding(id);
		const key = writes.includes(mode) ? control.pop()! : String.fromCharCode(0x3b1 + 0x40 + index);
		return [id, [key]] as const;
	});
	const moved = keymapWith(Object.fromEntries(remaps));
	if (!moved.ok) throw new Error(moved.problems.join(' '));
	return moved.keymap;
}

const keymap = everyKeyMoved();
const on = (id: BindingId): Key => keysOn(keymap, id)[0]!;

/**
 * What a key is called that is nowhere any more. Left out are those on which something stays, digits, which count as
 * well, and the signs before a line that is typed.
 */
const GONE = new Set(MOVABLE.flatMap(id => binding(id).keys.map(written)));
for (const sign of '12345:/>') GONE.delete(sign);
for (const id of MOVABLE) GONE.delete(written(on(id)));
for (const id of BINDING_IDS) {
	if (binding(id).fixed === true) for (const key of binding(id).keys) GONE.delete(written(key));
}

/** Names of keys that are no words of a sentence. */
const IN_SENTENCES =
	/\bspace\b|\b[Tt]ab\b|(?<!\ba )\bpage (up|down)\b|: (gives|order|at)\b|:read|:help|\/ f(ind|ilter)|(?<![\w-])[a-zA-Z] (next|runs|looks|quits|takes|changes|finds|gives)\b/u;

/** Where keys stand beside what they do: what is set off from its line, and is as short as a key. */
function keysShownIn(rows: readonly Row[]): readonly string[] {
	return rows
		.flat()
		.filter(({tone}) => tone === 'title' || tone === 'select')
		.map(({text}) => text.trim())
		.filter(text => GONE.has(text) || text.split(' ').every(part => GONE.has(part)));
}

function expectMoved({rows}: ReturnType<Program['present']>): void {
	const text = rows.map(row => row.map(piece => piece.text).join('')).join('\n');
	expect(text).not.toMatch(IN_SENTENCES);
	expect([keysShownIn(rows), text]).toEqual([[], text]);
}

/** Shows a program, key by key; each key is one that changes what is shown. */
function walk(program: Program, ...keys: readonly Key[]): void {
	expectMoved(program.present(SIZE));
	for (const key of keys) {
		program.press(key, SIZE);
		expectMoved(program.present(SIZE));
	}
}

describe('what is shown names a key as it is on the player’s own map', () => {
	test('on the console', () => {
		const {console: briefing} = aConsole({keymap, briefing: '# October 20', limit: 50_000});
		expect(screenOf(briefing)).toContain(`${on('pause')} pauses time`);
		expect(screenOf(briefing)).not.toMatch(IN_SENTENCES);
		const {console} = aConsole({keymap});
		const frames = [screenOf(console)];
		const after = (...keys: readonly Key[]) => {
			press(console, ...keys);
			frames.push(screenOf(console));
		};
		after('0');
		expect(screenOf(console)).toContain(`Press ${on('command')} and ${on('offer')} to list`);
		after(on('command'), 'd');
		after(...Array.from('ueue'));
		after('escape', on('palette'));
		after('escape', on('filter'));
		after('escape', on('hypothesis'));
		after('escape', on('quit'));
		after('n', '1');
		after(on('next'));
		for (let frame = 0; frame < 60; frame++) console.frame(0.2);
		after(on('help'));
		after(...Array.from({length: 4}, () => on('helpPageDown')));
		for (const frame of frames) expect(frame).not.toMatch(IN_SENTENCES);
	});

	test('in the first steps', () => {
		const {console, session} = aConsole({keymap, paused: true});
		const tutorial = createTutorial(console, session);
		for (const step of FIRST_STEPS) {
			expect(tutorial.step).toBe(step);
			const strip = tutorial
				.present(SIZE)
				.rows.slice(-3)
				.map(row => row.map(({text}) => text).join(''))
				.join('\n');
			expect(strip).toMatch(/First steps/u);
			expect(strip).not.toMatch(IN_SENTENCES);
			tutorial.press('escape', SIZE);
		}
	});

	test('in the menu and its texts', () => {
		const menu = () => createMenu(menuData({keymap, runs: [aRun({outcome: 'lost'})]}));
		const down = (times: number) => Array.from({length: times}, () => on('menuDown'));
		walk(menu(), on('menuBack'), on('menuKeys'), on('readFind'), '~', 'enter', on('readClose'));
		walk(menu(), ...down(8), on('menuChoose'), on('menuFilter'), 'z', 'z', 'enter');
		for (let item = 0; item < 9; item++) walk(menu(), ...down(item), on('menuChoose'));
		walk(menu(), ...down(4), on('menuChoose'), on('menuChoose'), '9', 'enter');
		walk(createReader('A text', 'Words.\n\n'.repeat(40), {graphs: 'braille', keymap}));
	});

	test('on the card before a run', () => {
		const brief = (left: string | null) =>
			createBrief({
				...{level: aLevel(), briefing: 'Two writers.', seed: '7', changes: [], said: '', left},
				...{commitment: '', graphs: 'braille', length: 'normal', limit: 57_600, keymap},
			});
		walk(brief(null), on('briefSeed'), 'x', 'escape', on('briefChange'));
		walk(brief('You left it at 02:00.'));
	});

	test('in a replay', () => {
		const viewer = createReplayViewer({
			...{replayer: aReplayer(), title: 'Short', graphs: 'braille', keymap},
		});
		walk(viewer, on('replayPause'), on('replayFaster'), on('replayOrder'), on('replayAt'));
		viewer.press('escape', SIZE);
		viewer.press(on('replayEnd'), SIZE);
		for (let frame = 0; frame < 100; frame++) viewer.frame(0.1);
		walk(viewer, on('replayTakeOver'));
	});

	test('in the debrief, told whole and told without its answer', () => {
		for (const debrief of [null, aDebrief(), aDebrief({withheld: true})]) {
			const program = createDebrief({
				...{title: 'Lost leases', ladder: null, graphs: 'braille', keymap},
				said: {felt: '', story: '', commitment: ''},
				scored: () => NOT_SCORED,
				telling: () => ({debrief, progress: {lived: 3, wanted: 9}}),
				keep: () => undefined,
				reveal: () => undefined,
			});
			walk(
				program,
				on('feltBusy'),
				on('tellOn'),
				on('debriefDown'),
				...Array.from({length: 5}, () => on('debriefOn')),
			);
		}
	});

	test('around a review', () => {
		const program = createReview({
			...{title: 'Short', clock: '02:00', graphs: 'braille', keymap, did: 'none', other: 'a gate'},
			minutes: 15,
			begin: () => aConsole({keymap}).console,
			isOver: () => true,
			judge: () => ({then: 9, now: 5, better: 1, success: true, next: 'Tomorrow.'}),
		});
		walk(program, on('reviewOn'));
		for (let frame = 0; frame < 5; frame++) {
			program.frame(0.2);
			expectMoved(program.present(SIZE));
		}
		expect(program.press(on('reviewOn'), SIZE)).toEqual([{type: 'choose', choice: 'next'}]);
	});
});

test('a step that asks for a key is done by whatever key the player has put it on', () => {
	const {console, session} = aConsole({keymap, paused: true});
	const tutorial = createTutorial(console, session);
	tutorial.press('m', SIZE);
	tutorial.press('space', SIZE);
	expect(tutorial.step).toMatchObject({id: 'run'});
	tutorial.press(on('pause'), SIZE);
	expect(tutorial.step).toMatchObject({id: 'next'});
});

function aReplayer() {
	const level = nightWithoutName('00:40');
	const lines: string[] = [];
	const version = {game: '0.1.0', node: 20};
	open(level, {...version, onLine: line => lines.push(`${line}\n`)}).advance(3_600);
	const read = parseJournal(lines.join(''));
	if (!read.ok) throw new Error(read.problem.message);
	const opened = openReplay(level, read.journal, version);
	if (!opened.ok) throw new Error(opened.problem.message);
	return opened.replayer;
}
