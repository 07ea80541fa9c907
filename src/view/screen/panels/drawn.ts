import type {Fact, Facts, Sight} from '../../say/fact.types.ts';
import type {Observation} from '../../../observe/index.ts';
import type {Ui} from '../../input/ui.types.ts';
import type {PanelItem, Row, Size} from '../screen.types.ts';

/** What is drawn of a panel's facts: rows, and what the cursor can stand on. */
export type Drawn = {
	readonly rows: readonly Row[];
	readonly items?: readonly PanelItem[];
	/** In place of what the facts say at the right of the title, where marks say it shorter. */
	readonly note?: string;
};

/** Draws what a panel says into its room below the title. */
export type Draw<Say extends (observation: Observation, sight: Sight) => Facts> = (
	facts: ReturnType<Say>,
	ui: Ui,
	size: Size,
) => Drawn;

/** Rows so far, and what stands on them. */
export type Draft = {readonly rows: Row[]; readonly items: PanelItem[]};

export function draft(): Draft {
	return {rows: [], items: []};
}

/** Rows of one fact, which the cursor can stand on. */
export function put(
	{rows, items}: Draft,
	{id, acts}: Pick<Fact, 'id' | 'acts'>,
	...own: readonly Row[]
): void {
	items.push({id, row: rows.length, rows: own.length, acts});
	rows.push(...own);
}
