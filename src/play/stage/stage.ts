import type {Ask, Key, Looks, Place, Program, Screen, Size, Theme} from '../../view/index.ts';
import {tooSmall} from '../../view/screen/size/index.ts';

/** More would cost CPU and show nothing that an operator could follow. */
export const FRAMES_A_SECOND = 4;

/** How a program was left: for good, for what was picked in it, or for a run that begins within it. */
export type Left =
	{readonly how: 'quit' | 'interrupted'} | {readonly choice: string} | {readonly fork: number};

export type Hooks = {
	/** Called after anything that may have moved time or given an order. */
	readonly onFrame?: () => void;
};

/** What only the shell can do for a program. */
export type Craft = {
	readonly suspend: () => void;
	readonly redraw: () => void;
	readonly bell: () => void;
};

/** What belongs on the screen now. */
type Picture = {
	readonly screen: Screen;
	readonly theme: Theme;
	/** Whether clicks are for the program. */
	readonly pointer: boolean;
};

/** Where programs are put on, one after the other. */
export type Showing = {
	/** Puts a program on, in place of the one before; resolves when it is left. */
	show(program: Program, hooks?: Hooks): Promise<Left>;
	/** Shows whatever is on in other looks. */
	wear(looks: Looks): void;
	/** Shows what has come from elsewhere, without waiting for the next frame. */
	wake(): void;
};

export type Stage = {
	readonly picture: Picture;
	/** Tells when there is another picture; returns how to stop listening. */
	readonly subscribe: (onChange: () => void) => () => void;
	readonly show: (program: Program, hooks: Hooks) => Promise<Left>;
	readonly press: (keys: readonly Key[], craft: Craft) => void;
	readonly paste: (text: string) => void;
	readonly frame: (seconds: number) => void;
	/** Something has come from elsewhere: the program takes it in, and it is seen without waiting for a frame. */
	readonly wake: () => void;
	readonly wear: (looks: Looks) => void;
	/** Asks for the picture again, in whatever size there is now. */
	readonly refresh: () => void;
};

type On = {
	readonly program: Program;
	readonly hooks: Hooks;
	readonly leave: (left: Left) => void;
	readonly fail: (error: unknown) => void;
};

/** Where programs follow each other: one is on at a time, and its last picture stays until the next begins. */
export function createStage(size: () => Size, looks: Looks, place: Place = 'terminal'): Stage {
	let on: On | null = null;
	let picture: Picture = {screen: {rows: []}, theme: looks.theme, pointer: looks.mouse};
	/** Of so many frames, one is drawn. */
	let framesAPicture = framesIn(looks);
	let frames = 0;
	const listeners = new Set<() => void>();

	/** Lets the program act, then shows what came of it. Its failure is for whoever put it on. */
	function act(what: (on: On) => void, shows = true): void {
		const now = on;
		if (now === null) return;
		try {
			what(now);
			now.hooks.onFrame?.();
			if (shows && on === now)
				draw(tooSmall(size(), now.program.asks, place) ?? now.program.present(size()));
		} catch (error) {
			on = null;
			now.fail(error);
		}
	}

	function draw(screen: Screen): void {
		if (screen === picture.screen) return;
		hang({...picture, screen});
	}

	function hang(next: Picture): void {
		picture = next;
		for (const listener of listeners) listener();
	}

	return {
		get picture() {
			return picture;
		},
		subscribe(onChange) {
			listeners.add(onChange);
			return () => listeners.delete(onChange);
		},
		show(program, hooks) {
			return new Promise((resolve, reject) => {
				const leave = (left: Left) => {
					on = null;
					resolve(left);
				};
				on = {program, hooks, leave, fail: reject};
				act(() => undefined);
			});
		},
		press(keys, craft) {
			act(now => {
				for (const key of keys) {
					// What was typed after the key that left was not meant for whatever comes next.
					if (on !== now) return;
					for (const ask of now.program.press(key, size())) answer(ask, craft, now);
				}
			});
		},
		paste(text) {
			act(({program}) => program.paste?.(text, size()));
		},
		frame(seconds) {
			frames += 1;
			act(({program}) => program.frame(seconds), frames % framesAPicture === 0);
		},
		wake: () => act(({program}) => program.frame(0), framesAPicture === 1),
		wear(next) {
			framesAPicture = framesIn(next);
			hang({...picture, theme: next.theme, pointer: next.mouse});
		},
		refresh: () => act(() => undefined),
	};
}

function answer(ask: Ask, craft: Craft, {leave}: On): void {
	switch (ask.type) {
		case 'leave':
			return leave({how: ask.how});
		case 'choose':
			return leave({choice: ask.choice});
		case 'fork':
			return leave({fork: ask.at});
		case 'suspend':
		case 'redraw':
		case 'bell':
			return craft[ask.type]();
	}
}

/** Without animation the picture changes once a second; time runs as finely as ever. */
function framesIn(looks: Looks): number {
	return looks.animation ? 1 : FRAMES_A_SECOND;
}
