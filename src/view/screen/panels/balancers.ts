import type {BalancersSight, BalancerZone, Observation} from '../../../observe/index.ts';
import {measure} from '../../say/measure.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, PanelItem, Row, Size, Tone} from '../screen.types.ts';
import {clean, span, spread} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {notShown, passing, shownAgo} from './shown.ts';
import {withCharts} from './with-charts.ts';

/** A zone that so many balancers have lost is worth a second look; half of them, a bad one. */
const OUT_WARN = 0.02;
const OUT_BAD = 0.3;

/** Load on the health checks, flaps, and which zones are out of DNS. */
export function balancersPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const {balancers} = observation.instruments;
	const width = size.columns;
	const first = [
		failoverRow(observation, width),
		...(balancers === null ? [] : zoneRows(observation, balancers, width)),
	];
	const unseen = balancers === null ? [notShown('zones not looked at', 'show balancers')] : [];
	return {
		title: 'NLB',
		note: '',
		rows: withCharts(observation, ui, 'balancers', size, {
			first,
			rest: passing(ui.filters.balancers, [...metricRows(observation, ['nlb'], width), ...unseen]),
			charts: [['nlb.checkLoad', 'load of the health checks']],
		}),
		anchor: 'top',
		items: balancers === null ? [] : itemsOf(balancers),
	};
}

/** Whether health checks may take capacity away by themselves. */
function failoverRow(observation: Observation, width: number): Row {
	const failover = observation.automations.find(({id}) => id === 'nlb-failover');
	if (failover === undefined) return [span('○ N/A  zone failover: unknown', 'dim')];
	if (failover.state === 'paused') {
		const by = failover.by === null || width < 50 ? '' : ` by ${clean(failover.by)}`;
		return [
			span('‖ PAUSED ', 'warn'),
			span(`zone failover${by}${width >= 50 ? ': dead capacity stays in DNS' : ''}`),
		];
	}
	return [
		span('► RUNNING ', 'good'),
		span(`zone failover${width >= 50 ? ': what looks bad leaves DNS' : ''}`),
	];
}

const HOLDS: Readonly<Record<BalancerZone['hold'], string>> = {
	free: '',
	pinned: ', pinned',
	drained: ', drained by hand',
};

function zoneRows(
	observation: Observation,
	{at, zones}: BalancersSight,
	width: number,
): readonly Row[] {
	return [
		spread([span('zones out of DNS', 'title')], [span(' '), shownAgo(observation, at)], width),
		...zones.map(({zone, outShare, hold}): Row => {
			const drained = hold === 'drained';
			const [mark, tone]: readonly [string, Tone] =
				drained || outShare > OUT_BAD
					? ['✗ OUT ', 'bad']
					: outShare > OUT_WARN
						? ['▲ PART', 'warn']
						: ['● IN  ', 'good'];
			return [
				span(`  ${mark} `, tone),
				span(`${clean(zone)}  gone from ${measure(outShare, 'share')} of its balancers`),
				span(HOLDS[hold], 'warn'),
			];
		}),
	];
}

/** The zones stand below the failover row and their own heading. */
const ROWS_BEFORE_ZONES = 2;

function itemsOf({zones}: BalancersSight): readonly PanelItem[] {
	return zones.map(({zone, hold}, index): PanelItem => {
		const name = clean(zone);
		return {
			id: name,
			row: ROWS_BEFORE_ZONES + index,
			rows: 1,
			acts:
				hold === 'free'
					? [
							{key: 'i', label: 'pin it in DNS', order: `pin zone ${name}`},
							{key: 'd', label: 'drain it', order: `drain zone ${name}`},
						]
					: [{key: 'u', label: 'let it go', order: `unpin zone ${name}`}],
		};
	});
}
