import {PANEL_VIEWS} from '../screen/panels/index.ts';
import type {Size} from '../screen/screen.types.ts';
import type {PanelId} from '../input/ui.types.ts';
import {alertLines} from './alerts.ts';
import {logLines, orderLines} from './pages.ts';
import {spoken, spokenRow} from './spoken.ts';
import {holdsFilter, type PlainState} from './state.ts';

const LOG_LINES = 20;
const ORDERS_TOLD = 10;

/** Lists of what happened are told newest first and floods by group; other panels as they stand. */
export function panelLines(state: PlainState, panel: PanelId): readonly string[] {
	const {observation} = state;
	const holds = holdsFilter(state);
	switch (panel) {
		case 'alerts':
			return alertLines(observation, holds);
		case 'log':
			return logLines(observation, LOG_LINES, holds);
		case 'orders':
			return orderLines(observation, ORDERS_TOLD);
		default:
			return drawnLines(state, panel, holds);
	}
}

/** So wide that words are whole, so narrow that histories get no scale, and so low that nothing is drawn. */
const SPOKEN_SIZE: Size = {columns: 112, rows: 8};
const WHOLE_SENTENCES: Size = {columns: 500, rows: 8};
const SPOKEN_SIZES: Readonly<Partial<Record<PanelId, Size>>> = {
	curve: WHOLE_SENTENCES,
	services: WHOLE_SENTENCES,
	automations: WHOLE_SENTENCES,
	comms: WHOLE_SENTENCES,
	// Where it is narrow, the map names its systems one by one.
	map: {columns: 72, rows: 8},
};

/** A panel of the screen as one reads it out, a line each. */
function drawnLines(
	{observation, ui}: PlainState,
	panel: PanelId,
	holds: (text: string) => boolean,
): readonly string[] {
	const size = SPOKEN_SIZES[panel] ?? SPOKEN_SIZE;
	const {title, note, rows} = PANEL_VIEWS[panel](observation, ui, size);
	const said = rows.map(spokenRow).filter(line => line !== '' && holds(line));
	const head = [title, note].filter(part => part !== '').map(spoken);
	return [`${head.join(': ')}.`, ...(said.length === 0 ? ['Nothing to show.'] : said)];
}
