import type {networkFacts} from '../../say/facts/network.ts';
import {headRows} from '../mark.ts';
import {metricRow} from '../metric-row.ts';
import type {Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';
import {withCharts} from './with-charts.ts';

export const networkPanel: Draw<typeof networkFacts> = ({groups, emptied}, ui, size) => {
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
};
