import type {Terminal} from '../tui/index.ts';
import {createReader} from '../view/programs/reader/index.ts';
import type {Desk} from './desk.ts';
import type {LevelFolder} from './level-folder.ts';
import {ownKeymap} from './own-keymap.ts';
import {scorePage} from './score.ts';

/** How a run on disk stands by now, to read. */
export async function scoreScreen(
	file: string,
	loaded: LevelFolder,
	{terminal, desk}: {readonly terminal: Terminal; readonly desk: Desk},
): Promise<void> {
	const text = ['```', ...scorePage(file, loaded), '```'].join('\n');
	await terminal.show(
		createReader('How the run stands', text, {graphs: desk.looks.graphs, keymap: ownKeymap(desk)}),
	);
}
