import type {Curve, Observation} from '../../../observe/index.ts';
import {plotRows, type PlotLine} from '../graphs.ts';
import {whole} from '../../say/measure.ts';
import type {Panel, Row, Size, Span, Tone} from '../screen.types.ts';
import {left, right, span, spread, wrap} from '../text.ts';
import type {Graphs, Ui} from '../../input/ui.types.ts';
import {notShown, shownAgo} from './shown.ts';

const SCALE_CELLS = 9;
const PLOT_ROWS_MAX = 18;
const NOTE_ROWS = 4;
/** What each style draws the two lines with; Braille tells them apart by their slope and their names. */
const LINE_MARKS: Readonly<Record<Graphs, {readonly work: string; readonly capacity: string}>> = {
	braille: {work: '⠒', capacity: '⠒'},
	block: {work: '▪', capacity: '─'},
	ascii: {work: '.', capacity: '-'},
};

/** The mean droplet manager: what its broken leases ask of it, what it can do, and where it stands. */
export function curvePanel(observation: Observation, ui: Ui, size: Size): Panel {
	const {curve} = observation.instruments;
	return {
		title: 'DWFM curve, probe',
		note: curve === null ? '' : marginWords(curve),
		rows: [
			...probeRows(observation, size.columns),
			...(curve === null
				? [notShown('no curve yet', 'show curve')]
				: curveRows(observation, curve, ui, size)),
		],
		anchor: 'top',
	};
}

function probeRows(observation: Observation, width: number): readonly Row[] {
	const {probe} = observation.instruments;
	if (probe === null) return [notShown('no probe yet', 'show probe')];
	const {stuck, managers, at} = probe;
	const [mark, tone]: readonly [string, Tone] =
		stuck === 0
			? ['● OK  ', 'good']
			: stuck < managers / 2
				? ['▲ WARN', 'warn']
				: ['✗ CRIT', 'bad'];
	const said = `${whole(stuck)} of ${whole(managers)} managers stuck`;
	return withAge(
		`${mark} if DynamoDB came back now: ${said}`,
		tone,
		shownAgo(observation, at),
		width,
	);
}

/** Words over as many lines as they need, and how old they are on the last, or on one of its own. */
function withAge(words: string, tone: Tone, ago: Span, width: number): readonly Row[] {
	const lines = wrap(words, width);
	const last = lines.at(-1) ?? '';
	const rows = lines.slice(0, -1).map((line): Row => [span(line, tone)]);
	return last.length + 1 + ago.text.length <= width
		? [...rows, spread([span(last, tone)], [ago], width)]
		: [...rows, [span(last, tone)], [span('  '), ago]];
}

function curveRows(observation: Observation, curve: Curve, ui: Ui, size: Size): readonly Row[] {
	const {broken, tippingPoint, managersPast, managers, pressureWorst} = curve;
	const past = managersPast === 0 ? 'good' : managersPast < managers / 2 ? 'warn' : 'bad';
	const width = size.columns;
	const words = `${whole(broken)} broken leases a manager; tips over at B* ${whole(tippingPoint)}`;
	return [
		...withAge(words, past, shownAgo(observation, curve.at), width),
		...wrap(
			`${whole(managersPast)} of ${whole(managers)} managers past B*; retry pressure R, worst: ${ratio(pressureWorst)}`,
			width,
		).map(line => [span(line)]),
		...plot(curve, ui.graphs, {
			columns: width,
			rows: Math.min(PLOT_ROWS_MAX, size.rows - 3 - NOTE_ROWS),
		}),
	];
}

/** Offered work against capacity over broken leases, with its scales, and a legend in words. */
function plot(curve: Curve, graphs: Graphs, size: Size): readonly Row[] {
	const columns = size.columns - SCALE_CELLS - 1;
	if (size.rows < 4 || columns < 16) return legend(curve, size.columns);
	const {leases, offeredWithNone, offeredWithAll, capacity, broken, tippingPoint} = curve;
	const top = Math.max(capacity * 1.6, Math.min(offeredWithAll, capacity * 3));
	const across = Math.max(Math.min(leases, 3 * tippingPoint), broken * 1.1, 1);
	const work = (x: number) =>
		(offeredWithNone + ((offeredWithAll - offeredWithNone) * x * across) / leases) / top;
	const marks = LINE_MARKS[graphs];
	const lines: readonly PlotLine[] = [
		{at: () => capacity / top, mark: marks.capacity},
		{at: work, mark: marks.work},
	];
	const points = [
		...(tippingPoint <= across
			? [{x: tippingPoint / across, y: work(tippingPoint / across), mark: 'B'}]
			: []),
		{x: broken / across, y: Math.min(1, work(broken / across)), mark: '●'},
	];
	const rows = plotRows(lines, points, {columns, rows: size.rows}, graphs);
	const capacityRow = Math.round((1 - capacity / top) * (size.rows - 1));
	return [
		...rows.map((line, index): Row => [
			span(right(scaleAt(index, capacityRow, top), SCALE_CELLS), 'dim'),
			span('│', 'dim'),
			span(line, 'calm'),
		]),
		[
			span(`${right('0', SCALE_CELLS)}└`, 'dim'),
			span(left('─ broken leases a manager', columns - 8) + right(whole(across), 8), 'dim'),
		],
		...legend(curve, size.columns),
	];
}

function scaleAt(row: number, capacityRow: number, top: number): string {
	if (row === capacityRow) return 'capacity';
	return row === 0 ? `${top.toFixed(0)} s/s` : '';
}

function legend({broken, tippingPoint, margin}: Curve, width: number): readonly Row[] {
	const words =
		broken < tippingPoint
			? `● now, left of B: the work that broken leases offer fits below capacity. Margin ${ratio(margin)}.`
			: `● now, right of B: more work is offered than can be done in time. Margin ${ratio(margin)}; it needs fewer leases at once, not more speed.`;
	return wrap(words, width).map(line => [span(line)]);
}

function marginWords({margin}: Curve): string {
	if (margin >= 2) return `● OK margin ${ratio(margin)}`;
	return margin >= 1 ? `▲ WARN margin ${ratio(margin)}` : `✗ CRIT margin ${ratio(margin)}`;
}

function ratio(value: number): string {
	return value >= 100 ? 'over 100' : value.toFixed(2);
}
