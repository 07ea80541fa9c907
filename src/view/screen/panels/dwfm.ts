import type {HostSight, HostsSight, Observation} from '../../../observe/index.ts';
import {readingOf} from '../../say/gauges.ts';
import {duration, measure, whole} from '../../say/measure.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, Row, Size, Tone} from '../screen.types.ts';
import {clean, left, right, span, spread} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {notShown, passing, shownAgo} from './shown.ts';
import {withCharts} from './with-charts.ts';

/** Leases, the work queue, and whether the work done is of any use. */
export function dwfmPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const {hosts} = observation.instruments;
	const width = size.columns;
	return {
		title: 'DWFM, droplet leases',
		note: '',
		rows: withCharts(observation, ui, 'dwfm', size, {
			first: [headRow(observation, width), useRow(observation, width)],
			rest: passing(ui.filters.dwfm, [
				...metricRows(observation, ['dwfm'], width),
				...(hosts === null
					? [notShown('managers not looked at', 'show hosts')]
					: hostRows(observation, hosts, width)),
			]),
			charts: [
				['dwfm.throughput', 'throughput: work done'],
				['dwfm.goodput', 'goodput: work done in time'],
			],
		}),
		anchor: 'top',
	};
}

const valueOf = (observation: Observation, id: string) => readingOf(observation, id)?.value ?? null;

/** The one comparison that tells a queue from a collapse: how old is the work that is reached next? */
function headRow(observation: Observation, width: number): Row {
	const oldest = valueOf(observation, 'dwfm.oldest');
	const deadline = observation.instruments.hosts?.deadlineSeconds ?? null;
	if (oldest === null) return [span('○ N/A  head of line: nothing has arrived', 'dim')];
	const [mark, tone, said] = headWords(oldest, deadline);
	const limit = deadline === null ? 'deadline ?' : `deadline ${duration(deadline)}`;
	return [
		span(`${mark} `, tone),
		span(`head of line ${duration(oldest)}, ${limit}`),
		span(width >= 66 ? `: ${said}` : '', tone),
	];
}

function headWords(oldest: number, deadline: number | null): readonly [string, Tone, string] {
	if (deadline === null) return ['○ N/A ', 'dim', 'show hosts tells the deadline'];
	if (oldest >= deadline) return ['✗ CRIT', 'bad', 'it expires before it is reached'];
	if (oldest >= deadline / 2) return ['▲ WARN', 'warn', 'half the deadline is spent waiting'];
	return ['● OK  ', 'good', 'reached in time'];
}

/** Goodput beside throughput, for each manager where their number is known. */
function useRow(observation: Observation, width: number): Row {
	const goodput = valueOf(observation, 'dwfm.goodput');
	const throughput = valueOf(observation, 'dwfm.throughput');
	if (goodput === null || throughput === null) {
		return [span('○ N/A  work of use: nothing has arrived', 'dim')];
	}
	// Samples of the two come at different seconds: of nearly nothing done, more may seem to have been of use.
	const share = goodput < throughput ? goodput / throughput : 1;
	const [mark, tone]: readonly [string, Tone] =
		share < 0.05 ? ['✗ CRIT', 'bad'] : share < 0.5 ? ['▲ WARN', 'warn'] : ['● OK  ', 'good'];
	const managers = observation.instruments.hosts?.managers ?? 0;
	const each =
		managers > 0 && width >= 66
			? `; a manager ${measure(goodput / managers, 'per-second')} of ${measure(throughput / managers, 'per-second')}`
			: '';
	const of = `${measure(goodput, 'per-second')} of ${measure(throughput, 'per-second')}`;
	return [
		span(`${mark} `, tone),
		span(`in time ${of}${width >= 46 ? ` done, ${measure(share, 'share')}` : ''}${each}`),
	];
}

function hostRows(observation: Observation, hosts: HostsSight, width: number): readonly Row[] {
	const gate =
		hosts.gatePerSecond === null
			? 'gate open'
			: `gate ${measure(hosts.gatePerSecond, 'per-second')} each`;
	const head = `${whole(hosts.managers)} managers, ${gate}, ${whole(hosts.threadsPerHost)} threads each`;
	return [
		spread([span(head, 'title')], [span(' '), shownAgo(observation, hosts.at)], width),
		...hosts.worst.map(host => hostRow(host, width)),
	];
}

const STATES: Readonly<Record<HostSight['state'], {readonly mark: string; readonly tone: Tone}>> = {
	restarting: {mark: '► RESTARTS', tone: 'warn'},
	'cut off': {mark: '✗ CUT OFF ', tone: 'bad'},
	stuck: {mark: '✗ STUCK   ', tone: 'bad'},
	working: {mark: '● WORKING ', tone: 'good'},
};

function hostRow({host, zone, state, broken, queued, expired}: HostSight, width: number): Row {
	const {mark, tone} = STATES[state];
	const wide = width >= 66;
	return [
		span(`  ${mark} `, tone),
		span(left(`host ${String(host)}`, 8)),
		span(wide ? `${clean(zone)} ` : '', 'dim'),
		span(`broken${right(whole(broken), 7)}`),
		span(wide ? `  queued${right(whole(queued), 8)}  expired${right(whole(expired), 9)}` : ''),
	];
}
