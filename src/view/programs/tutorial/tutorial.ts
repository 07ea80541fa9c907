import type {KeptNote} from '../../../session/index.ts';
import {asAscii} from '../../screen/glyphs.ts';
import type {Console} from '../console/console.ts';
import type {Program} from '../program.types.ts';
import type {Screen, Size} from '../../screen/screen.types.ts';
import type {Key, Ui} from '../../input/ui.types.ts';
import {FIRST_STEPS, type Step} from './steps.ts';
import {roomBeside, withStrip, type Where} from './strip.ts';

/** The console with the first steps in a strip below it. */
export type Tutorial = Program & {
	/** The step that is up; null once all are through, and the strip closed. */
	readonly step: Step | 'last words' | null;
};

const KEYS_KEPT = 40;

/** Puts the first steps below a console. They watch and never stand in the way: every key is the console's. */
export function createTutorial(
	console: Console,
	notes: () => readonly KeptNote[],
	steps: readonly Step[] = FIRST_STEPS,
): Tutorial {
	let at = 0;
	let keys: readonly Key[] = [];
	let closed = false;

	/** Steps that are done already, by whoever ran ahead, pass unseen. */
	function goOn(): void {
		const seen = () => ({ui: console.ui, observation: console.observation, notes: notes(), keys});
		while (steps[at]?.done(seen()) === true) next();
	}

	function next(): void {
		at++;
		keys = [];
	}

	/** Esc is the console's as long as it has something to close; then it passes the step. */
	function skip(): void {
		if (at < steps.length) next();
		else closed = true;
	}

	return {
		get step() {
			return closed ? null : (steps[at] ?? 'last words');
		},
		press(key, size) {
			const before = console.ui;
			const asks = console.press(key, roomBeside(size, closed));
			keys = [...keys, key].slice(-KEYS_KEPT);
			if (key === 'escape' && stood(before, console.ui)) skip();
			goOn();
			return asks;
		},
		paste(text, size) {
			console.paste?.(text, roomBeside(size, closed));
		},
		frame(seconds) {
			console.frame(seconds);
			goOn();
		},
		heard: () => console.heard?.() ?? [],
		present(size) {
			return closed
				? console.present(size)
				: drawn(console, {step: steps[at], at, of: steps.length, keymap: console.ui.keymap}, size);
		},
	};
}

function drawn(console: Console, where: Where, size: Size): Screen {
	const screen = withStrip(console.present(roomBeside(size, false)), where, size);
	return console.ui.graphs === 'ascii' ? asAscii(screen) : screen;
}

/** Whether a key left the console as it was, but for what it said. */
function stood(before: Ui, after: Ui): boolean {
	return before.stage === 'playing' && same({...before, flash: null}, {...after, flash: null});
}

function same(before: Ui, after: Ui): boolean {
	const names = Object.keys(before) as readonly (keyof Ui)[];
	return names.every(name => Object.is(before[name], after[name]));
}
