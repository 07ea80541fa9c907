import type {othersFacts} from '../../say/facts/others.ts';
import type {Ui} from '../../input/ui.types.ts';
import {metricRow} from '../metric-row.ts';
import type {Size} from '../screen.types.ts';
import type {Drawn} from './drawn.ts';
import {orEmptied} from './shown.ts';

export function othersPanel(
	{groups, emptied}: ReturnType<typeof othersFacts>,
	ui: Ui,
	{columns}: Size,
): Drawn {
	const rows = groups.metrics.facts.map(fact => metricRow(fact, columns));
	return {rows: orEmptied(rows, emptied, ui, ui.filters.others)};
}
