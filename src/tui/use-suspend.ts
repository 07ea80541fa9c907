import {useApp} from 'ink';
import {useCallback} from 'react';

/**
 * Ink draws from wherever the cursor stands when it takes the screen. A frame of full height scrolls itself
 * into place, but only if its first row begins in the first column.
 */
export const LINE_START = '\r';

/** Draws everything anew, for when another program has written across the screen. */
export function useRedraw(write: (text: string) => void): () => Promise<void> {
	const {suspendTerminal} = useApp();
	return useCallback(
		() =>
			suspendTerminal(() => {
				write(LINE_START);
			}),
		[suspendTerminal, write],
	);
}

/** Hands the terminal to the shell until `fg`, as ctrl-z does to every other program. */
export function useSuspend(write: (text: string) => void): () => Promise<void> {
	const {suspendTerminal} = useApp();
	return useCallback(async () => {
		if (process.platform === 'win32') return;
		const suspension = await suspendTerminal();
		// Without a timer the loop could drain, and Node would exit instead of coming back.
		const hold = setInterval(() => undefined, 1000);
		const back = new Promise<void>(resolve => {
			process.once('SIGCONT', () => {
				resolve();
			});
		});
		process.kill(process.pid, 'SIGTSTP');
		await back;
		clearInterval(hold);
		write(LINE_START);
		await suspension.resume();
	}, [suspendTerminal, write]);
}
