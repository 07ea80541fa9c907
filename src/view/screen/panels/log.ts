import type {Fact} from '../../say/fact.types.ts';
import type {LineOf, logFacts} from '../../say/facts/log.ts';
import type {Row, Size} from '../screen.types.ts';
import {left, span, wrap} from '../text.ts';
import type {Draw} from './drawn.ts';
import {emptiedRow} from './shown.ts';

/** The newest line is the last; long lines wrap on a wide panel and are cut on a narrow one. */
export const logPanel: Draw<typeof logFacts> = ({groups, emptied}, ui, size) => {
	const {facts} = groups.lines;
	if (emptied) return {rows: [emptiedRow(ui, ui.filters.log)]};
	if (facts.length === 0) return {rows: [[span('No line yet.', 'dim')]]};
	return {rows: facts.flatMap(fact => rowsOf(fact, size))};
};

function rowsOf(fact: Fact<LineOf>, {columns}: Size): readonly Row[] {
	const {when, source, text} = fact.of;
	const narrow = columns < 70;
	const sourceCells = narrow ? 0 : 16;
	const room = columns - 14 - (narrow ? 0 : sourceCells + 1);
	const isGrave = fact.verdict === 'crit';
	return wrap(narrow ? `${source}: ${text}` : text, room).map((part, index) =>
		index === 0
			? [
					span(`${when} `, 'dim'),
					// What a log calls grave is no judgement of ours: it is told by weight, and by no hue.
					span(`${fact.word.padEnd(4)} `, isGrave ? 'title' : 'dim'),
					span(narrow ? '' : `${left(source, sourceCells)} `, 'dim'),
					span(part),
				]
			: [span(`${' '.repeat(columns - room)}${part}`)],
	);
}
