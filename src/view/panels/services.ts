import type {Observation, ServiceStatus} from '../../observe/index.ts';
import {clockAt, duration, measure} from '../measure.ts';
import type {Panel, Row, Size, Span} from '../screen.types.ts';
import {clean, fit, left, right, span, wrap} from '../text.ts';
import type {Ui} from '../ui.types.ts';

const CELL = 38;

/** The public dashboard: what has been told to customers, and which services they cannot use. */
export function servicesPanel(observation: Observation, _ui: Ui, size: Size): Panel {
	const {impacted, resolved, services} = observation.dashboard;
	const hurt = services
		.filter(({state}) => state === 'impacted')
		.sort((a, b) => b.errors - a.errors);
	const healed = services.filter(({state}) => state === 'resolved');
	const normal = services.length - hurt.length - healed.length;
	return {
		title: 'Services',
		note: `${String(impacted)} impacted, ${String(resolved)} resolved`,
		rows: [
			...promiseRows(observation, size.columns),
			...grid([...hurt, ...healed], size.columns),
			[span(`● OK   ${String(normal)} of ${String(services.length)} services normal`, 'good')],
		],
		anchor: 'top',
	};
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
	const left = promisedAt - observation.now;
	rows.push([
		left >= 0
			? span(`  next update promised in ${duration(left)}`, left < 300 ? 'warn' : 'dim')
			: span(`▲ promised update is ${duration(-left)} late`, 'bad'),
	]);
	return rows;
}

function fitEnd(line: string, text: string, width: number): string {
	return text.endsWith(line) ? line : `${line.slice(0, width - 2)} …`;
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
