import type {Desk, House, LevelTexts} from '../house.types.ts';
import type {Showing} from '../stage/index.ts';
import {meanwhile} from '../meanwhile.ts';
import {textScreen} from '../text-screen.ts';
import {openLines, scorePage, shareCard} from './scored-run.ts';

const RE_SIMULATED = 'One moment: the run is re-simulated to be scored.';

/** The score of a run that is kept, to read. */
export async function scoreScreen(
	file: string,
	loaded: LevelTexts,
	seat: {readonly stage: Showing; readonly desk: Desk; readonly house: House},
): Promise<void> {
	const {journals, versions} = seat.house;
	const read = await journals.read(file);
	const lines = await meanwhile(seat, RE_SIMULATED, () =>
		scorePage(read, loaded, versions, openLines),
	);
	const text = ['```', ...lines, '```'].join('\n');
	await textScreen({title: 'Score', text}, seat);
}

/** Five lines of a run to hand on. */
export async function shareScreen(
	file: string,
	loaded: LevelTexts,
	seat: {readonly stage: Showing; readonly desk: Desk; readonly house: House},
): Promise<void> {
	const {journals, versions} = seat.house;
	const {graphs} = seat.desk.looks;
	const read = await journals.read(file);
	const lines = await meanwhile(seat, RE_SIMULATED, () =>
		shareCard(read, loaded, {versions, graphs, bars: true}),
	);
	const text = lines.length === 0 ? CANNOT : ['```', ...lines, '```'].join('\n');
	await textScreen({title: 'Share card', text}, seat);
}

const CANNOT = 'This run cannot be re-simulated here, so there is nothing to share of it.';
