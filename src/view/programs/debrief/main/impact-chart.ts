import {valueAt, type Curve, type Debrief} from '../../../../session/index.ts';
import type {Row, Size, Span, Tone} from '../../../screen/screen.types.ts';
import type {Graphs} from '../../../input/ui.types.ts';
import {left, right, span} from '../../../screen/text.ts';
import {clockOf, minutes} from '../words.ts';

/** How a curve is told from the others: by its pattern, which a hue only repeats. */
type Look = {
	readonly tone: Tone;
	/** What it is drawn with, a mark a column. */
	readonly mark: string;
	/** Of so many columns of dots those up to the second number are set. */
	readonly dots: readonly [every: number, set: number];
};

const LOOKS: Readonly<Record<Curve['id'], Look>> = {
	silent: {tone: 'bad', mark: '·', dots: [4, 1]},
	day: {tone: 'warn', mark: '─', dots: [8, 5]},
	expert: {tone: 'dim', mark: '_', dots: [4, 2]},
	run: {tone: 'title', mark: '━', dots: [1, 1]},
};
/** Later ones are drawn over earlier: one's own is never hidden. */
const ORDER: readonly Curve['id'][] = ['silent', 'day', 'expert', 'run'];

type Cell = {text: string; tone: Tone};

/** Customer impact so far, everybody's on one scale: as many rows as it is given, two of them for the axis. */
export function impactRows(debrief: Debrief, size: Size, graphs: Graphs): readonly Row[] {
	const {curves, from, everySeconds} = debrief;
	const points = Math.max(2, ...curves.map(({harm}) => harm.length));
	const top = Math.max(1, ...curves.map(({total}) => total));
	const scale = Math.max(4, minutes(top).length + 1);
	const plot = {columns: Math.max(10, size.columns - scale - 1), rows: Math.max(2, size.rows - 2)};
	const drawn = [...curves].sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
	const cells = Array.from({length: plot.rows}, () =>
		Array.from({length: plot.columns}, (): Cell => ({text: ' ', tone: 'plain'})),
	);
	for (const curve of drawn) {
		const heightAt = (share: number) => impactAt(curve, share * (points - 1)) / top;
		if (graphs === 'braille') dotted(heightAt, LOOKS[curve.id], cells, plot, curve.id === 'run');
		else marked(heightAt, LOOKS[curve.id], cells, plot);
	}
	const end = clockOf(debrief, from + (points - 1) * everySeconds);
	const clocks = left(clockOf(debrief, from), plot.columns - end.length) + end;
	return [
		...cells.map((row, index): Row => {
			const label = index === 0 ? minutes(top) : index === plot.rows - 1 ? '0' : '';
			return [span(right(label, scale), 'dim'), span('│', 'line'), ...spansOf(row)];
		}),
		[span(`${' '.repeat(scale)}└${'─'.repeat(plot.columns)}`, 'line')],
		[span(`${' '.repeat(scale + 1)}${clocks}`, 'dim')],
	];
}

/** Between two points of a curve it is on the line that joins them; a run that was over early stays at what it had cost. */
function impactAt({harm, total}: Curve, point: number): number {
	const before = Math.floor(point);
	const [from, to] = [harm[before] ?? total, harm[before + 1] ?? total];
	return from + (point - before) * (to - from);
}

function spansOf(cells: readonly Cell[]): Row {
	const spans: Span[] = [];
	for (const {text, tone} of cells) {
		const last = spans.at(-1);
		if (last?.tone === tone) spans[spans.length - 1] = span(last.text + text, tone);
		else spans.push(span(text, tone));
	}
	return spans;
}

function marked(
	heightAt: (share: number) => number,
	{mark, tone}: Look,
	cells: readonly Cell[][],
	{columns, rows}: Size,
): void {
	for (let column = 0; column < columns; column++) {
		const row = Math.round((1 - heightAt(column / (columns - 1))) * (rows - 1));
		valueAt(cells, row)[column] = {text: mark, tone};
	}
}

const BRAILLE = 0x2800;
/** Dots of a cell, column by column, from the lowest up. */
const DOTS = [
	[0x40, 0x04, 0x02, 0x01],
	[0x80, 0x20, 0x10, 0x08],
] as const;

/** Two columns and four rows of dots a cell; a heavy line is two dots thick, and steps are joined. */
function dotted(
	heightAt: (share: number) => number,
	{dots: [every, set], tone}: Look,
	cells: readonly Cell[][],
	{columns, rows}: Size,
	isHeavy: boolean,
): void {
	const [across, up] = [columns * 2, rows * 4];
	let before: number | null = null;
	for (let x = 0; x < across; x++) {
		const y = Math.round(heightAt(x / (across - 1)) * (up - 1));
		const from = before === null ? y : Math.min(y, before + 1);
		before = y;
		if (x % every >= set) continue;
		const lowest = isHeavy ? Math.max(0, from - 1) : from;
		for (let dot = lowest; dot <= y; dot++) setDot(cells, x, dot, tone);
	}
}

function setDot(cells: readonly Cell[][], x: number, y: number, tone: Tone): void {
	const row = valueAt(cells, cells.length - 1 - Math.floor(y / 4));
	const cell = valueAt(row, Math.floor(x / 2));
	const known = cell.text === ' ' ? 0 : cell.text.charCodeAt(0) - BRAILLE;
	const bit = DOTS[x % 2 === 0 ? 0 : 1][y % 4] ?? 0;
	cell.text = String.fromCharCode(BRAILLE + (known | bit));
	cell.tone = tone;
}

/** `━━━ you 516`: each curve by its pattern, and what it came to. */
export function legend({curves}: Debrief, graphs: Graphs): readonly Row[] {
	return curves.map(curve => [
		span(sample(curve.id, graphs), LOOKS[curve.id].tone),
		span(` ${curveWords(curve)}`, curve.id === 'run' ? 'title' : 'plain'),
	]);
}

/** What a curve came to by its own end, and what more where it was continued beyond it. */
export function curveWords({label, atEnd, total}: Curve): string {
	const more = minutes(total) === minutes(atEnd) ? '' : `, ${minutes(total)} if continued`;
	return `${label} ${minutes(atEnd)}${more}`;
}

function sample(id: Curve['id'], graphs: Graphs): string {
	const {mark, dots} = LOOKS[id];
	if (graphs !== 'braille') return mark.repeat(3);
	const [every, set] = dots;
	return [0, 2, 4]
		.map(x => {
			const bits = [0, 1].map(column => {
				if ((x + column) % every >= set) return 0;
				const [low, high] = column === 0 ? [0x04, 0x02] : [0x20, 0x10];
				return id === 'run' ? low | high : low;
			});
			return String.fromCharCode(BRAILLE + bits.reduce((sum, bit) => sum | bit, 0));
		})
		.join('');
}
