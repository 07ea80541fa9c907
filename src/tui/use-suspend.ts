import {useApp} from 'ink';
import {useCallback, useEffect, useRef} from 'react';
import {LEAVE_POINTER, TAKE_POINTER} from './pointer.ts';

/**
 * Ink draws from wherever the cursor stands when it takes the screen. A frame of full height scrolls itself
 * into place, but only if its first row begins in the first column.
 */
export const LINE_START = '\r';

/** What a stop takes to reach the program that asked for it; where nobody could continue it, none comes. */
const STOPS_WITHIN_MS = 50;
const HAS_JOBS = process.platform !== 'win32';

/** How the screen is given back for a while and taken again, modes, cursor and all. */
export type Suspension = {
	/** Hands the terminal to the shell until `fg`, as ctrl-z does to every other program. */
	readonly suspend: () => void;
	/** Draws everything anew, for when another program has written across the screen. */
	readonly redraw: () => void;
};

/** Suspends on request and on SIGTSTP; whatever stopped the program, it comes back to a whole screen. */
export function useSuspension(write: (text: string) => void, pointer: boolean): Suspension {
	const {suspendTerminal} = useApp();
	const turn = useRef(Promise.resolve());
	const away = useRef(0);
	const leaveFor = useCallback(
		(what: () => void | Promise<void>) => {
			away.current += 1;
			turn.current = turn.current
				.then(() =>
					suspendTerminal(async () => {
						if (pointer) write(LEAVE_POINTER);
						await what();
						write(pointer ? TAKE_POINTER + LINE_START : LINE_START);
					}),
				)
				.finally(() => (away.current -= 1));
		},
		[suspendTerminal, write, pointer],
	);
	const redraw = useCallback(() => {
		// Whoever is away draws anew on the way back.
		if (away.current === 0) leaveFor(() => undefined);
	}, [leaveFor]);
	const suspend = useCallback(() => {
		if (HAS_JOBS) leaveFor(() => stopped(suspend));
	}, [leaveFor]);
	useEffect(() => {
		if (!HAS_JOBS) return;
		process.on('SIGTSTP', suspend);
		process.on('SIGCONT', redraw);
		return () => {
			process.off('SIGTSTP', suspend);
			process.off('SIGCONT', redraw);
		};
	}, [suspend, redraw]);
	return {suspend, redraw};
}

/** Stops the whole job, be it started by `npx` or by hand: a shell waits for its first process. */
async function stopped(onStop: () => void): Promise<void> {
	process.off('SIGTSTP', onStop);
	process.kill(0, 'SIGTSTP');
	await new Promise(resolve => setTimeout(resolve, STOPS_WITHIN_MS));
	process.on('SIGTSTP', onStop);
}
