import type {networkFacts} from '../../say/facts/network.ts';
import type {Ui} from '../../input/ui.types.ts';
import {headRows} from '../mark.ts';
import {metricRow} from '../metric-row.ts';
import type {Size} from '../screen.types.ts';
import type {Drawn} from './drawn.ts';
import {orEmptied} from './shown.ts';
import {withCharts} from './with-charts.ts';

export function networkPanel(
	{groups, emptied}: ReturnType<typeof networkFacts>,
	ui: Ui,
	size: Size,
): Drawn {
	const {balance, metrics} = groups;
	const rest = metrics.facts.map(fact => metricRow(fact, size.columns));
	const rows = withCharts(ui, 'network', size, {
		first: balance.facts.flatMap(fact => headRows(fact, size.columns)),
		rest: orEmptied(rest, emptied, ui, ui.filters.network),
		metrics: metrics.facts,
		charts: [
			['network.inflow', 'inflow'],
			['network.capacity', 'capacity'],
		],
	});
	return {rows};
}
