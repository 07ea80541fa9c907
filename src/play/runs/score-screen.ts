import type {Desk, House, LevelTexts} from '../house.types.ts';
import type {Showing} from '../stage/index.ts';
import {meanwhile} from '../meanwhile.ts';
import {textScreen} from '../text-screen.ts';
import {openLines, scorePage, shareCard} from './scored-run.ts';

const RE_SIMULATED = 'One moment: the run is re-simulated to be scored.';
const CANNOT = 'This run cannot be re-simulated here, so there is nothing to share of it.';

type Seat = {readonly stage: Showing; readonly desk: Desk; readonly house: House};
type Kept = Awaited<ReturnType<House['journals']['read']>>;

/** The score of a run that is kept, to read. */
export function scoreScreen(file: string, loaded: LevelTexts, seat: Seat): Promise<void> {
	const {versions} = seat.house;
	return readOut('Score', file, seat, read => scorePage(read, loaded, versions, openLines));
}

/** Five lines of a run to hand on. */
export function shareScreen(file: string, loaded: LevelTexts, seat: Seat): Promise<void> {
	const {versions} = seat.house;
	const {graphs} = seat.desk.looks;
	return readOut('Share card', file, seat, read =>
		shareCard(read, loaded, {versions, graphs, bars: true}),
	);
}

async function readOut(
	title: string,
	file: string,
	seat: Seat,
	linesOf: (read: Kept) => readonly string[],
): Promise<void> {
	const read = await seat.house.journals.read(file);
	const lines = await meanwhile(seat, RE_SIMULATED, () => linesOf(read));
	const text = lines.length === 0 ? CANNOT : ['```', ...lines, '```'].join('\n');
	await textScreen({title, text}, seat);
}
