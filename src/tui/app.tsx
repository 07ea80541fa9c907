import {Box, useCursor, useInput, usePaste} from 'ink';
import {useMemo, useSyncExternalStore} from 'react';
import {caretOn} from '../view/screen/caret/index.ts';
import {keysOf} from './keys.ts';
import {ScreenRows} from './screen-rows.tsx';
import type {Stage} from '../play/stage/index.ts';
import {usePacer} from './use-pacer.ts';
import {usePointer} from './use-pointer.ts';
import {useSuspension} from './use-suspend.ts';

const BELL = '\u0007';

export type AppProps = {
	readonly stage: Stage;
	readonly write: (text: string) => void;
};

/** Keys and time go onto the stage; pictures come off it. */
export function App({stage, write}: AppProps) {
	const {screen, theme, pointer} = useSyncExternalStore(stage.subscribe, () => stage.picture);
	const {suspend, redraw} = useSuspension(write, pointer);
	const craft = useMemo(
		() => ({suspend, redraw, bell: () => write(BELL)}),
		[suspend, redraw, write],
	);
	// Input methods, magnifiers and screen readers look where the terminal's cursor is.
	const {setCursorPosition} = useCursor();
	setCursorPosition(caretOn(screen));
	useInput((input, key) => stage.press(keysOf(input, key), craft));
	usePaste(stage.paste);
	usePointer(stage, craft, write);
	usePacer(stage.frame);
	return (
		<Box flexDirection="column" width="100%" height={screen.rows.length}>
			<ScreenRows screen={screen} theme={theme} />
		</Box>
	);
}
