import {createStage, FRAMES_A_SECOND, type Showing, type Stage} from '../../play/stage/index.ts';
import type {Asks, Key, Looks, Size} from '../../view/index.ts';
import {createGrid} from './cells.ts';
import {keyOf} from './key-of.ts';
import {createLine} from './line.ts';
import {createLive} from './live.ts';
import {createPainter} from './painter.ts';
import {wearOn} from './wear.ts';

/** The elements of `index.html` that the page lives in. */
export type Elements = {
	readonly screen: HTMLElement;
	readonly sheet: HTMLElement;
	readonly line: HTMLInputElement;
	readonly live: HTMLElement;
};

export type Page = Showing & {
	/** Draws again what is on, after something outside it has changed. */
	refresh(): void;
	/** Says a sentence to those who do not see the screen. */
	say(sentence: string): void;
};

/** Somebody who comes back to a tab has not missed what passed meanwhile: it is hidden, and time stands still. */
const LONGEST_FRAME_SECONDS = 1;

/** The whole page, on which programs follow each other. */
export function openPage({screen, sheet, line: input, live: region}: Elements, looks: Looks): Page {
	const grid = createGrid(screen);
	let asking: Asks = 'reading';
	let size: Size = grid.measure(asking);
	const stage = createStage(() => size, looks, 'page');
	const painter = createPainter(sheet);
	const live = createLive(region);
	const press = (keys: readonly Key[]) => {
		stage.press(keys, CRAFT);
	};
	const line = createLine(input, {
		onEdit({erased, text}) {
			press(Array.from({length: erased}, () => 'backspace'));
			if (text !== '') stage.paste(text);
		},
	});

	wearOn(document.documentElement, looks);
	stage.subscribe(() => {
		const {screen: picture} = stage.picture;
		const wasOpen = line.isOpen;
		painter.paint(picture);
		const isOpen = line.lay(picture, grid.cell);
		if (wasOpen && !isOpen) screen.focus({preventScroll: true});
		live.hear(picture);
	});
	new ResizeObserver(() => {
		size = grid.measure(asking);
		stage.refresh();
	}).observe(screen);
	listenToKeys({screen, input}, line, press);
	listenToPointer(screen, painter, keys => {
		if (stage.picture.pointer) press(keys);
	});
	document.addEventListener('paste', event => {
		const text = event.clipboardData?.getData('text/plain') ?? '';
		if (text === '' || isElsewhere(event.target, input)) return;
		event.preventDefault();
		stage.paste(text);
	});
	keepTime(stage);

	return {
		show(program, hooks = {}) {
			const {asks = 'playing'} = program;
			asking = asks;
			size = grid.measure(asks);
			live.begin(program);
			screen.ariaLabel = `outage-oncall, ${asks}`;
			return stage.show(program, hooks);
		},
		wear(next) {
			wearOn(document.documentElement, next);
			stage.wear(next);
		},
		wake() {
			if (!document.hidden) stage.wake();
		},
		refresh() {
			stage.refresh();
		},
		say(sentence) {
			live.say(sentence);
		},
	};
}

/** A page has no shell to go to, draws by itself, and disturbs nobody with a bell. */
const CRAFT = {suspend: () => undefined, redraw: () => undefined, bell: () => undefined};

/** Keys go to the program wherever one is on the page, but for what has keys of its own. */
function listenToKeys(
	{screen, input}: {screen: HTMLElement; input: HTMLInputElement},
	line: {readonly isOpen: boolean},
	press: (keys: readonly Key[]) => void,
): void {
	document.addEventListener('keydown', event => {
		if (event.defaultPrevented || isElsewhere(event.target, input)) return;
		const altGraph = event.getModifierState('AltGraph');
		const key = keyOf({...pick(event), altGraph}, line.isOpen);
		if (key === null) return;
		event.preventDefault();
		press([key]);
	});
	screen.focus({preventScroll: true});
}

function pick(event: KeyboardEvent) {
	const {key, ctrlKey, metaKey, altKey, shiftKey, isComposing} = event;
	return {key, ctrlKey, metaKey, altKey, shiftKey, isComposing};
}

/** Whether it is on something of the page that is no part of the screen. */
function isElsewhere(target: EventTarget | null, input: HTMLElement): boolean {
	return (
		target instanceof Element &&
		target !== input &&
		target.closest('a, button, input, select, textarea') !== null
	);
}

/** A click is never more than the keys beside it; a wheel or a finger that moves is the keys up and down. */
function listenToPointer(
	screen: HTMLElement,
	painter: {pressedAt(target: Element): readonly Key[] | undefined},
	press: (keys: readonly Key[]) => void,
): void {
	screen.addEventListener('click', ({target}) => {
		// Whoever marks text does not mean to press what the mark ends on.
		if (getSelection()?.isCollapsed === false || !(target instanceof Element)) return;
		const keys = painter.pressedAt(target);
		if (keys !== undefined) press(keys);
	});
	const scroll = scroller(press);
	screen.addEventListener(
		'wheel',
		event => {
			if (event.ctrlKey) return; // That zooms.
			scroll(event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY);
		},
		{passive: true},
	);
	let touched: number | undefined;
	screen.addEventListener(
		'touchstart',
		({touches}) => {
			touched = touches.length === 1 ? touches[0]?.clientY : undefined;
		},
		{passive: true},
	);
	screen.addEventListener(
		'touchmove',
		({touches}) => {
			const now = touches[0]?.clientY;
			if (touched === undefined || now === undefined || touches.length > 1) return;
			scroll(touched - now);
			touched = now;
		},
		{passive: true},
	);
}

const PIXELS_A_ROW = 24;

function scroller(press: (keys: readonly Key[]) => void) {
	let owed = 0;
	return (pixels: number): void => {
		owed += pixels;
		const rows = Math.trunc(owed / PIXELS_A_ROW);
		owed -= rows * PIXELS_A_ROW;
		if (rows !== 0) press(Array.from({length: Math.abs(rows)}, () => (rows > 0 ? 'down' : 'up')));
	};
}

function keepTime(stage: Stage): void {
	let last = performance.now();
	setInterval(() => {
		const now = performance.now();
		if (!document.hidden) stage.frame(Math.min(LONGEST_FRAME_SECONDS, (now - last) / 1_000));
		last = now;
	}, 1_000 / FRAMES_A_SECOND);
}
