import type {Session} from '../../../session/index.ts';
import {asAscii} from '../../screen/glyphs.ts';
import type {Console} from '../console/console.ts';
import type {Program} from '../program.types.ts';
import type {Screen, Size} from '../../screen/screen.types.ts';
import type {Ui} from '../../input/ui.types.ts';
import {createLesson} from './lesson.ts';
import type {Step} from './steps.ts';
import {roomBeside, withStrip, type Where} from './strip.ts';

/** The console with the first steps in a strip below it. */
export type Tutorial = Program & {
	/** The step that is up; null once all are through, and the strip closed. */
	readonly step: Step | 'last words' | null;
};

/** Puts the first steps below a console. They watch and never stand in the way: every key is the console's. */
export function createTutorial(
	console: Console,
	session: Pick<Session, 'notes' | 'forkedAt' | 'observation'>,
): Tutorial {
	const lesson = createLesson(
		session,
		() => console.ui,
		() => console.observation,
	);
	let closed = false;

	function isOver(): boolean {
		return !closed && lesson.step === undefined;
	}

	/** Esc is the console's as long as it has something to close; then it passes the step. */
	function skip(): void {
		if (lesson.step === undefined) closed = true;
		else lesson.pass();
	}

	return {
		get step() {
			return closed ? null : (lesson.step ?? 'last words');
		},
		press(key, size) {
			const before = console.ui;
			// The card of the result stays, and its keys with it.
			if (key === 'escape' && before.stage === 'card' && isOver()) {
				closed = true;
				return [];
			}
			const asks = console.press(key, roomBeside(size, closed));
			if (key === 'escape' && stood(before, console.ui)) skip();
			lesson.goOn();
			return asks;
		},
		paste(text, size) {
			console.paste?.(text, roomBeside(size, closed));
		},
		frame(seconds) {
			console.frame(seconds);
			lesson.goOn();
		},
		heard: () => console.heard?.() ?? [],
		present(size) {
			if (closed) return console.present(size);
			const {step, at, of} = lesson;
			return drawn(console, {step, at, of, keymap: console.ui.keymap}, size);
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
