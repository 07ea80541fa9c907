import type {HostInspection} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import type {dwfmFacts} from '../../say/facts/dwfm.ts';
import {whole} from '../../say/measure.ts';
import {headRow, mark, shownRow} from '../mark.ts';
import {metricRow} from '../metric-row.ts';
import type {Row} from '../screen.types.ts';
import {left, right, span} from '../text.ts';
import type {Draw} from './drawn.ts';
import {orEmptied, unseenRows} from './shown.ts';
import {withCharts} from './with-charts.ts';

/** From here on there is room for what a line means, and from here for half of it. */
const WIDE = 66;
const HALF = 46;

export const dwfmPanel: Draw<typeof dwfmFacts> = ({groups, emptied}, ui, size) => {
	const {head, metrics, unseen, fleet, hosts} = groups;
	const width = size.columns;
	const rest = [
		...metrics.facts.map(fact => metricRow(fact, width)),
		...unseenRows(ui, unseen.facts),
		...fleet.facts.map(fact => shownRow(fact.of.said, fact, width)),
		...hosts.facts.map(fact => hostRow(fact, width)),
	];
	const rows = withCharts(ui, 'dwfm', size, {
		first: head.facts.map(fact =>
			headRow(fact, width, fact.id === 'in-time' ? [HALF, WIDE] : [WIDE]),
		),
		rest: orEmptied(rest, emptied, ui, ui.filters.dwfm),
		metrics: metrics.facts,
		charts: [
			['dwfm.throughput', 'throughput: work done'],
			['dwfm.goodput', 'goodput: work done in time'],
		],
	});
	return {rows};
};

function hostRow(fact: Fact<HostInspection>, width: number): Row {
	const {zone, broken, queued, expired} = fact.of;
	const wide = width >= WIDE;
	return [
		span('  '),
		mark(fact, 8),
		span(left(fact.label, 8)),
		span(wide ? `${zone} ` : '', 'dim'),
		span(`broken${right(whole(broken), 7)}`),
		span(wide ? `  queued${right(whole(queued), 8)}  expired${right(whole(expired), 9)}` : ''),
	];
}
