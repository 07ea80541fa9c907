import type {Observation} from '../../../observe/index.ts';
import {readingOf} from '../../say/gauges.ts';
import {duration, measure, whole} from '../../say/measure.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, Row, Size} from '../screen.types.ts';
import {span, wrap} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {passing} from './shown.ts';
import {withCharts} from './with-charts.ts';

/** How late network state reaches new instances: inflow against capacity, and what has piled up. */
export function networkPanel(observation: Observation, ui: Ui, size: Size): Panel {
	return {
		title: 'Network Manager',
		note: '',
		rows: withCharts(observation, ui, 'network', size, {
			first: balanceRows(observation, size.columns),
			rest: passing(
				ui.filters.network,
				metricRows(observation, ['network', 'border'], size.columns),
			),
			charts: [
				['network.inflow', 'inflow'],
				['network.capacity', 'capacity'],
			],
		}),
		anchor: 'top',
	};
}

/** Whether it keeps up, and if not how fast it falls behind: rates speak an hour before latency does. */
function balanceRows(observation: Observation, width: number): readonly Row[] {
	const value = (id: string) => readingOf(observation, id)?.value ?? null;
	const inflow = value('network.inflow');
	const capacity = value('network.capacity');
	const backlog = value('network.backlog') ?? 0;
	if (inflow === null || capacity === null) {
		return [[span('○ N/A  inflow: nothing has arrived', 'dim')]];
	}
	const left = capacity - inflow;
	const rates = `inflow ${measure(inflow, 'per-second')} of ${measure(capacity, 'per-second')}`;
	if (left < 0) {
		const words = `${rates}: falls behind by ${measure(-left, 'per-second')}, ${whole(backlog)} wait`;
		return wrap(`✗ CRIT ${words}`, width).map(line => [span(line, 'bad')]);
	}
	// A little always waits: it is on its way, not behind.
	const behind = backlog > 2 * capacity;
	const clears = left > 0 ? `; the ${whole(backlog)} waiting take ${duration(backlog / left)}` : '';
	const words = `${rates}: keeps up${behind ? clears : ''}`;
	const [mark, tone] = behind ? (['▲ WARN', 'warn'] as const) : (['● OK  ', 'good'] as const);
	return wrap(`${mark} ${words}`, width).map(line => [span(line, tone)]);
}
