import type {Curve} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import type {CurveOf, curveFacts, ProbeOf} from '../../say/facts/curve.ts';
import {whole} from '../../say/measure.ts';
import type {Graphs, Ui} from '../../input/ui.types.ts';
import {plotRows, type PlotLine} from '../graphs.ts';
import {mark, shownSpan, toneOf} from '../mark.ts';
import type {Row, Size} from '../screen.types.ts';
import {left, right, span, spread, wrap} from '../text.ts';
import type {Draw} from './drawn.ts';
import {orEmptied, unseenRows} from './shown.ts';

const SCALE_CELLS = 9;
const PLOT_ROWS_MAX = 18;
const NOTE_ROWS = 4;
/** What each style draws the two lines with; Braille tells them apart by their slope and their names. */
const LINE_MARKS: Readonly<Record<Graphs, {readonly work: string; readonly capacity: string}>> = {
	braille: {work: '⠒', capacity: '⠒'},
	block: {work: '▪', capacity: '─'},
	ascii: {work: '.', capacity: '-'},
};

export const curvePanel: Draw<typeof curveFacts> = ({groups, emptied}, ui, size) => {
	const {probe, curve, unseen} = groups;
	const missing = (name: string) =>
		unseenRows(
			ui,
			unseen.facts.filter(({id}) => id.endsWith(name)),
		);
	const rows = [
		...probe.facts.flatMap(fact => probeRows(fact, size.columns)),
		...missing('probe'),
		...curve.facts.flatMap(fact => curveRows(fact, ui, size)),
		...missing('curve'),
	];
	return {rows: orEmptied(rows, emptied, ui, ui.filters.curve)};
};

function probeRows(fact: Fact<ProbeOf>, width: number): readonly Row[] {
	return withAge(`${mark(fact).text}${fact.of.said}`, fact, width);
}

/** Words over as many lines as they need, and how old they are on the last, or on one of its own. */
function withAge(words: string, fact: Fact, width: number): readonly Row[] {
	const lines = wrap(words, width);
	const last = lines.at(-1) ?? '';
	const tone = toneOf(fact);
	const ago = shownSpan(fact);
	const rows = lines.slice(0, -1).map((line): Row => [span(line, tone)]);
	return last.length + 1 + ago.text.length <= width
		? [...rows, spread([span(last, tone)], [ago], width)]
		: [...rows, [span(last, tone)], [span('  '), ago]];
}

function curveRows(fact: Fact<CurveOf>, {graphs}: Ui, size: Size): readonly Row[] {
	const {lines, legend, curve} = fact.of;
	const [first = '', ...rest] = lines;
	const width = size.columns;
	return [
		...withAge(first, fact, width),
		...[...rest].flatMap(words => wrap(words, width).map((line): Row => [span(line)])),
		...plot(curve, graphs, {
			columns: width,
			rows: Math.min(PLOT_ROWS_MAX, size.rows - 3 - NOTE_ROWS),
		}),
		...wrap(`● ${legend.replace('Now is', 'now,')}`, width).map((line): Row => [span(line)]),
	];
}

/** Offered work against capacity over broken leases, with its scales. */
function plot(curve: Curve, graphs: Graphs, size: Size): readonly Row[] {
	const columns = size.columns - SCALE_CELLS - 1;
	if (size.rows < 4 || columns < 16) return [];
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
			span(line, 'plain'),
		]),
		[
			span(`${right('0', SCALE_CELLS)}└`, 'dim'),
			span(left('─ broken leases per manager', columns - 8) + right(whole(across), 8), 'dim'),
		],
	];
}

function scaleAt(row: number, capacityRow: number, top: number): string {
	if (row === capacityRow) return 'capacity';
	return row === 0 ? `${top.toFixed(0)} s/s` : '';
}
