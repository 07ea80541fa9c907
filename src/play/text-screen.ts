import {createReader} from '../view/programs/reader/index.ts';
import type {Desk} from './house.types.ts';
import {ownKeymap} from './own-keymap.ts';
import type {Showing} from './stage/index.ts';

/** One text on the screen, until it is closed. */
export async function textScreen(
	{title, text}: {readonly title: string; readonly text: string},
	{stage, desk}: {readonly stage: Showing; readonly desk: Desk},
): Promise<void> {
	await stage.show(createReader(title, text, {graphs: desk.looks.graphs, keymap: ownKeymap(desk)}));
}
