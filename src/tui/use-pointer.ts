import {useStdin} from 'ink';
import {useLayoutEffect} from 'react';
import {pressedAt} from '../view/screen/press/index.ts';
import type {Craft, Stage} from '../play/stage/index.ts';
import {LEAVE_POINTER, pointerReader, TAKE_POINTER, type Pointed} from './pointer.ts';

/** A click is never more than the keys beside it, and the wheel is the keys up and down. */
export function usePointer(stage: Stage, craft: Craft, write: (text: string) => void): void {
	const {stdin} = useStdin();
	const {pointer} = stage.picture;
	// At the end of the program only a layout's effects are sure to be undone.
	useLayoutEffect(() => {
		if (!pointer) return undefined;
		const read = pointerReader();
		// Ink reads, and drops what is no key: this hears of all that it reads.
		const listen = (chunk: string | Uint8Array) => {
			for (const pointed of read(String(chunk))) {
				const keys = keysFor(pointed, stage);
				if (keys !== undefined) stage.press(keys, craft);
			}
		};
		stdin.on('data', listen);
		write(TAKE_POINTER);
		return () => {
			stdin.off('data', listen);
			write(LEAVE_POINTER);
		};
	}, [stage, craft, write, stdin, pointer]);
}

function keysFor({what, column, row}: Pointed, {picture}: Stage): ReturnType<typeof pressedAt> {
	if (what === 'click') return pressedAt(picture.screen, column, row);
	return [what === 'wheel-up' ? 'up' : 'down'];
}
