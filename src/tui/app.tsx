import {Box, useApp, useInput, usePaste, useWindowSize} from 'ink';
import {useCallback, useReducer} from 'react';
import {type Key, type Program} from '../view/index.ts';
import {keysOf} from './keys.ts';
import {ScreenRows} from './screen-rows.tsx';
import type {Theme} from './theme.ts';
import {usePacer} from './use-pacer.ts';
import {useRedraw, useSuspend} from './use-suspend.ts';

export type AppProps = {
	readonly program: Program;
	readonly theme: Theme;
	/** Rows at the bottom that must stay free, where a full screen would make the terminal scroll. */
	readonly spareRows: number;
	readonly write: (text: string) => void;
	/** Called after anything that may have moved time or given an order. */
	readonly onFrame: () => void;
};

/** Keys and time go into the program; frames come out. */
export function App({program, theme, spareRows, write, onFrame}: AppProps) {
	const {exit} = useApp();
	const {columns, rows} = useWindowSize();
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const suspend = useSuspend(write);
	const drawAnew = useRedraw(write);
	const size = {columns: Math.max(1, columns), rows: Math.max(1, rows - spareRows)};

	const press = (key: Key) => {
		for (const ask of program.press(key, size)) {
			if (ask.type === 'leave') exit(ask.how);
			if (ask.type === 'suspend') void suspend();
			if (ask.type === 'redraw') void drawAnew();
		}
	};
	useInput((input, key) => {
		keysOf(input, key).forEach(press);
		onFrame();
		redraw();
	});
	usePaste(text => {
		// A pasted order is read before it is given: its line ends do not count as enter.
		Array.from(text.replace(/[\r\n]+/gu, ' ').trim()).forEach(press);
		redraw();
	});
	usePacer(
		useCallback(
			seconds => {
				try {
					program.frame(seconds);
					onFrame();
				} catch (error) {
					// The screen must be given back before anyone can read what went wrong.
					exit(error);
				}
				redraw();
			},
			[program, onFrame, exit],
		),
	);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
			<ScreenRows screen={program.present(size)} theme={theme} />
		</Box>
	);
}
