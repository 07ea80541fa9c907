import {expect, test} from 'vitest';
import {keymapWith} from '../../src/view/input/keys/index.ts';
import {FIRST_STEPS, createTutorial} from '../../src/view/programs/tutorial/index.ts';
import {aConsole, press, screenOf, SIZE} from '../support/console.builder.ts';

const MOVED = {
	command: ['ctrl-o'],
	offer: ['ctrl-t'],
	next: ['x'],
	pause: ['u'],
	palette: ['w'],
	help: ['ctrl-g'],
	nextPanel: ['ctrl-y'],
	briefingLength: ['i'],
};

function keymapMoved() {
	const moved = keymapWith(MOVED);
	if (!moved.ok) throw new Error(moved.problems.join(' '));
	return moved.keymap;
}

/** Old keys as they stood in sentences, footers and strips. */
const OLD =
	/\bspace\b|\b[Tt]ab\b|: gives|: order|\bn (next|runs|looks|event)|\ba (act|finds)\b|\bt changes/u;

test('what is shown names a key as it is on the player’s own map', () => {
	const keymap = keymapMoved();
	const {console: briefing} = aConsole({keymap, briefing: '# October 20', limit: 50_000});
	expect(screenOf(briefing)).toContain('u stops time');
	const {console} = aConsole({keymap});
	const frames = [screenOf(briefing), screenOf(console)];
	press(console, '0');
	frames.push(screenOf(console));
	expect(screenOf(console)).toContain('Press ctrl-o and ctrl-t to see');
	press(console, 'k', 'y');
	frames.push(screenOf(console));
	press(console, 'x');
	for (let frame = 0; frame < 60; frame++) console.frame(0.2);
	frames.push(screenOf(console));
	press(console, 'ctrl-g');
	for (const frame of frames) expect(frame).not.toMatch(OLD);
});

test('the first steps do too, one and all', () => {
	for (const step of FIRST_STEPS) {
		const {console, session} = aConsole({keymap: keymapMoved(), paused: true});
		const tutorial = createTutorial(console, () => session.notes, [step]);
		const strip = tutorial
			.present(SIZE)
			.rows.slice(-3)
			.map(row => row.map(({text}) => text).join(''))
			.join('\n');
		expect(strip).toMatch(/First steps/u);
		expect(strip).not.toMatch(OLD);
	}
});
