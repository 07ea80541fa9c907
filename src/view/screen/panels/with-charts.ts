import type {MetricFact} from '../../say/metric-facts.ts';
import type {PanelId} from '../../../observe/index.ts';
import type {Ui} from '../../input/ui.types.ts';
import {CHART_SMALLEST, chartRows, highest} from '../chart.ts';
import type {Row, Size} from '../screen.types.ts';

const CHART_ROWS_MAX = 9;

type Parts = {
	readonly first: readonly Row[];
	readonly rest: readonly Row[];
	readonly metrics: readonly MetricFact[];
	/** A metric, and what a chart of it is called. */
	readonly charts: readonly (readonly [id: string, name: string])[];
};

/**
 * Charts of metrics that are read against each other, on one scale. They stand below the words where there is
 * room, above the longer lists when a panel has the screen to itself, and nowhere when the words fill it.
 */
export function withCharts(
	ui: Ui,
	panel: PanelId,
	size: Size,
	{first, rest, metrics, charts}: Parts,
): readonly Row[] {
	// Whoever filters looks for a line.
	if (ui.filters[panel] !== '') return [...first, ...rest];
	const isAlone = ui.full && ui.focus === panel;
	const taken = first.length + (isAlone ? 0 : rest.length);
	const room = Math.floor((size.rows - taken) / charts.length);
	const rows = Math.min(CHART_ROWS_MAX, isAlone ? Math.max(room, CHART_SMALLEST.rows) : room);
	const readings = charts.map(([id]) => metrics.find(fact => fact.id === id)?.of.reading);
	const top = highest(...readings);
	const drawn = readings.flatMap((reading, index) =>
		chartRows(
			reading,
			charts[index]?.[1] ?? '',
			{columns: size.columns, rows},
			{graphs: ui.graphs, top},
		),
	);
	return isAlone ? [...first, ...drawn, ...rest] : [...first, ...rest, ...drawn];
}
