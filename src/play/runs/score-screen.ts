import {createReader} from '../../view/programs/reader/index.ts';
import type {Desk, House, LevelTexts} from '../house.types.ts';
import {ownKeymap} from '../own-keymap.ts';
import type {Showing} from '../stage/index.ts';
import {scorePage} from './scored-run.ts';

/** How a run that is kept stands by now, to read. */
export async function scoreScreen(
	file: string,
	loaded: LevelTexts,
	{stage, desk, house}: {readonly stage: Showing; readonly desk: Desk; readonly house: House},
): Promise<void> {
	const read = await house.journals.read(file);
	const text = ['```', ...scorePage(read, loaded, house.versions), '```'].join('\n');
	await stage.show(
		createReader('How the run stands', text, {graphs: desk.looks.graphs, keymap: ownKeymap(desk)}),
	);
}
