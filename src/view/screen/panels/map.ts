import type {Fact} from '../../say/fact.types.ts';
import type {mapFacts, NodeOf} from '../../say/facts/map.ts';
import {mark, oldSpan, toneOf} from '../mark.ts';
import type {Row, Size, Span} from '../screen.types.ts';
import {fit, left, right, span} from '../text.ts';
import type {Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';

/** The row on which an arrow from the spine reaches each that suffers, in their order, and the arrow. */
const ARROWS: readonly (readonly [row: number, arrow: string])[] = [
	[2, '┌─→'],
	[3, '├─→'],
	[4, '┼─→'],
	[5, '├─→'],
	[6, '└─→'],
	[8, '──→'],
	[11, '┌─→'],
	[12, '┴─→'],
	[13, '   '],
];

/** Rows of the spine from which an arrow leads to the right. */
const SOURCES: readonly number[] = [4, 8, 12];
const NARROW = 74;
const LEFT_CELLS = 34;
const ARROW_CELLS = 5;

/** Drawn with its arrows; a list where two columns do not fit, or where only some are asked for. */
export const mapPanel: Draw<typeof mapFacts> = ({groups, emptied}, ui, size) => {
	const {spine, sufferers} = groups;
	const filter = ui.filters.map;
	if (size.columns >= NARROW && filter === '')
		return {rows: drawn(spine.facts, sufferers.facts, size)};
	const rows = [spine, sufferers].flatMap(({title, facts}): readonly Row[] => [
		[span(title, 'dim')],
		...facts.map(fact => nodeSpans(fact, size.columns)),
	]);
	return {rows: orEmptied(rows, emptied, ui, filter)};
};

function drawn(
	spine: readonly Fact<NodeOf>[],
	sufferers: readonly Fact<NodeOf>[],
	size: Size,
): readonly Row[] {
	const rightCells = size.columns - LEFT_CELLS - ARROW_CELLS;
	const rows = Array.from({length: spine.length * 2}, (_, y): Row => {
		const own = spine[y / 2];
		const start =
			own !== undefined
				? fit(nodeSpans(own, LEFT_CELLS - 1), LEFT_CELLS)
				: [span(left(y < spine.length * 2 - 1 ? '   ↓' : '', LEFT_CELLS), 'dim')];
		const at = ARROWS.findIndex(([row]) => row === y);
		const line = SOURCES.includes(y) ? '──' : '  ';
		const reached = sufferers[at];
		return [
			...start,
			span(left(`${line}${ARROWS[at]?.[1] ?? ''}`, ARROW_CELLS), 'dim'),
			...(reached === undefined ? [] : nodeSpans(reached, rightCells)),
		];
	});
	return size.rows > rows.length + 1 ? [...rows, [], ...KEY] : rows;
}

const KEY: readonly Row[] = [
	[span('An arrow points at what fails next when the system before it fails.', 'dim')],
	[span('The border network carries customers to the Region; nothing here leans on it.', 'dim')],
];

const MARK_CELLS = 7;
const NAME_CELLS = 16;

function nodeSpans(fact: Fact<NodeOf>, width: number): readonly Span[] {
	const nameCells = width >= 46 ? NAME_CELLS + 6 : width >= 36 ? NAME_CELLS + 3 : NAME_CELLS;
	const {said, says} = fact.of;
	const cells = width - MARK_CELLS - nameCells - 1 >= 8 ? 8 : 6;
	return [
		mark(fact),
		span(`${left(fact.label, nameCells)} `),
		span(right(said, cells), toneOf(fact)),
		...(width >= 46 ? [span(` ${says}`, 'dim')] : []),
		...(width >= 44 ? oldSpan(fact, '  ') : []),
	];
}
