import type {nlbFacts} from '../../say/facts/nlb.ts';
import {measure} from '../../say/measure.ts';
import {headRow, mark, shownRow} from '../mark.ts';
import {metricRow} from '../metric-row.ts';
import {span} from '../text.ts';
import {draft, put, type Draw} from './drawn.ts';
import {orEmptied, unseenRows} from './shown.ts';
import {withCharts} from './with-charts.ts';

const ROOMY = 50;

export const nlbPanel: Draw<typeof nlbFacts> = ({groups, emptied}, ui, size) => {
	const {failover, zones, metrics, unseen} = groups;
	const width = size.columns;
	const first = draft();
	first.rows.push(...failover.facts.map(fact => headRow(fact, width, [ROOMY])));
	const [found] = zones.facts;
	if (found !== undefined) first.rows.push(shownRow(zones.title, found, width));
	for (const fact of zones.facts) {
		const {zone, outShare, held} = fact.of;
		put(first, fact, [
			span('  '),
			mark(fact),
			span(`${zone}  gone from ${measure(outShare, 'share')} of its balancers`),
			span(held, 'warn'),
		]);
	}
	const rest = [
		...metrics.facts.map(fact => metricRow(fact, width)),
		...unseenRows(ui, unseen.facts),
	];
	const rows = withCharts(ui, 'nlb', size, {
		first: first.rows,
		rest: orEmptied(rest, emptied, ui, ui.filters.nlb),
		metrics: metrics.facts,
		charts: [['nlb.checkLoad', 'load of the health checks']],
	});
	return {rows, items: first.items};
};
