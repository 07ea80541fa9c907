import type {Desk, House, LevelTexts} from '../house.types.ts';
import type {Showing} from '../stage/index.ts';
import {meanwhile} from '../meanwhile.ts';
import {textScreen} from '../text-screen.ts';
import {openLines, scorePage} from './scored-run.ts';

const LIVED_AGAIN = 'One moment: the run is lived again to be scored.';

/** How a run that is kept stands by now, to read. */
export async function scoreScreen(
	file: string,
	loaded: LevelTexts,
	seat: {readonly stage: Showing; readonly desk: Desk; readonly house: House},
): Promise<void> {
	const {journals, versions} = seat.house;
	const read = await journals.read(file);
	const lines = await meanwhile(seat, LIVED_AGAIN, () =>
		scorePage(read, loaded, versions, openLines),
	);
	const text = ['```', ...lines, '```'].join('\n');
	await textScreen({title: 'How the run stands', text}, seat);
}
