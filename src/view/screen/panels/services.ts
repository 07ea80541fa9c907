import {NEED_METRICS, SERVICE_NEEDS} from '../../../observe/index.ts';
import type {Observation, ServiceStatus} from '../../../observe/index.ts';
import {readingOf, verdictOn} from '../../say/gauges.ts';
import {clockAt, duration, measure} from '../../say/measure.ts';
import type {Panel, Row, Size, Span} from '../screen.types.ts';
import {clean, fit, left, right, span, wrap} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {nothingPasses, passes} from './shown.ts';

const CELL = 38;
/** From this width on each service has a line of its own, with what it waits for. */
const WIDE = 60;

/** The public dashboard: what has been told to customers, which services they cannot use, and what those wait for. */
export function servicesPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const {impacted, resolved, services} = observation.dashboard;
	const failing = failingNeeds(observation);
	const isWanted = (service: ServiceStatus) =>
		passes(ui.filters.services, `${service.name} ${waitsFor(service, failing).join(' ')}`);
	const hurt = services
		.filter(({state}) => state === 'impacted')
		.sort((a, b) => b.errors - a.errors);
	const healed = services.filter(({state}) => state === 'resolved');
	const normal = services.length - hurt.length - healed.length;
	const listed = [...hurt, ...healed].filter(isWanted);
	const width = size.columns;
	return {
		title: 'Services',
		note: `${String(impacted)} impacted, ${String(resolved)} resolved`,
		rows: [
			...promiseRows(observation, width),
			...causeRows(hurt, failing, width),
			...(listed.length === 0 && ui.filters.services !== ''
				? [nothingPasses(ui.filters.services)]
				: []),
			...(width >= WIDE
				? listed.map(service => lineOf(service, failing, width))
				: grid(listed, width)),
			[span(`● OK   ${String(normal)} of ${String(services.length)} services normal`, 'good')],
		],
		anchor: 'top',
	};
}

/** How much of what services lean on fails, by the metrics as they arrived; what is well is left out. */
type Failing = ReadonlyMap<string, {readonly name: string; readonly share: number}>;

function failingNeeds(observation: Observation): Failing {
	const failing = new Map<string, {readonly name: string; readonly share: number}>();
	for (const [need, {metric, name}] of Object.entries(NEED_METRICS)) {
		const reading = readingOf(observation, metric);
		const verdict = verdictOn(reading);
		if (reading?.value === null || reading === undefined || verdict === 'ok') continue;
		// A latency is no share: what is bad counts whole, what is late counts half.
		const share = reading.unit === 'share' ? reading.value : verdict === 'bad' ? 1 : 0.5;
		failing.set(need, {name, share});
	}
	return failing;
}

/** What a service that is not well is built on and does not get, heaviest first. */
function waitsFor({name, state}: ServiceStatus, failing: Failing): readonly string[] {
	if (state !== 'impacted') return [];
	return (SERVICE_NEEDS.get(name) ?? [])
		.flatMap(({need, weight}) => {
			const lost = failing.get(need);
			return lost === undefined ? [] : [{name: lost.name, loss: weight * lost.share}];
		})
		.filter(({loss}) => loss > 0.02)
		.sort((a, b) => b.loss - a.loss)
		.map(({name: need}) => need);
}

/** How many of the impacted wait for what: the fewer names, the nearer the cause. */
function causeRows(
	hurt: readonly ServiceStatus[],
	failing: Failing,
	width: number,
): readonly Row[] {
	const counts = new Map<string, number>();
	for (const service of hurt) {
		const [first] = waitsFor(service, failing);
		if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
	}
	if (counts.size === 0) return [];
	const words = [...counts]
		.sort((a, b) => b[1] - a[1])
		.map(([name, count]) => `${name} ${String(count)}`)
		.join(', ');
	return wrap(`▲ waiting most for: ${words}`, width).map(line => [span(line, 'warn')]);
}

/** The last post in full where it is short, and when the next was promised for. */
function promiseRows(observation: Observation, width: number): readonly Row[] {
	const {posts, promisedAt} = observation.dashboard;
	const last = posts.at(-1);
	if (last === undefined) return [[span('No update posted yet.', 'dim')]];
	const text = `${clockAt(observation, last.at).slice(0, 5)} ${clean(last.by)}: ${clean(last.text)}`;
	const lines = wrap(text, width).slice(0, 2);
	const rows: Row[] = lines.map((line, index) => [
		span(index === 1 && lines.length === 2 ? fitEnd(line, text, width) : line),
	]);
	if (promisedAt === null) return rows;
	const seconds = promisedAt - observation.now;
	rows.push([
		seconds >= 0
			? span(`  next update promised in ${duration(seconds)}`, seconds < 300 ? 'warn' : 'dim')
			: span(`▲ promised update is ${duration(-seconds)} late`, 'bad'),
	]);
	return rows;
}

function fitEnd(line: string, text: string, width: number): string {
	return text.endsWith(line) ? line : `${line.slice(0, width - 2)} …`;
}

function lineOf(service: ServiceStatus, failing: Failing, width: number): Row {
	const nameCells = width >= 90 ? 31 : 24;
	const waits = waitsFor(service, failing);
	const why =
		service.state !== 'impacted'
			? ''
			: waits.length > 0
				? `waits for ${waits.join(', ')}`
				: 'catches up: what it needs is well';
	return [
		...cell(service, nameCells + 15),
		span('  '),
		span(left(why, Math.max(0, width - nameCells - 17)), 'dim'),
	];
}

function grid(services: readonly ServiceStatus[], width: number): readonly Row[] {
	const perRow = Math.max(1, Math.floor(width / CELL));
	const cellWidth = Math.floor(width / perRow);
	const rows: Row[] = [];
	for (let start = 0; start < services.length; start += perRow) {
		const cells = services
			.slice(start, start + perRow)
			.map(service => cell(service, cellWidth - 1));
		rows.push(cells.flatMap(spans => fit(spans, cellWidth)));
	}
	return rows;
}

function cell(service: ServiceStatus, width: number): readonly Span[] {
	const hurt = service.state === 'impacted';
	return [
		hurt ? span('✗ DOWN ', 'bad') : span('✔ BACK ', 'good'),
		span(left(clean(service.name), width - 15)),
		span(right(measure(service.errors, 'share'), 8), hurt ? 'bad' : 'dim'),
	];
}
