import type {Row} from '../screen.types.ts';
import {left, span, wrap} from '../text.ts';

export function heading(text: string): Row {
	return [span(text, 'title')];
}

/** A paragraph that hangs below its first line. */
export function paragraph(
	text: string,
	width: number,
	indent: string,
	hang = indent,
): readonly Row[] {
	return wrap(text, width - hang.length).map((line, index): Row => [
		span(`${index === 0 ? indent : hang}${line}`),
	]);
}

type EntryLooks = {
	readonly width: number;
	/** Of what is typed or pressed. */
	readonly cells: number;
	readonly works?: boolean;
};

/** What is typed or pressed, and beside it what that does, on as many lines as it needs. */
export function entry(
	name: string,
	what: string,
	{width, cells, works = true}: EntryLooks,
): readonly Row[] {
	const tone = works ? 'plain' : 'dim';
	const lines = wrap(what, width - cells - 3);
	const [first = '', ...rest] = lines;
	const fits = name.length <= cells;
	const head: Row = [span(`  ${left(name, fits ? cells : name.length)} `, works ? 'title' : 'dim')];
	const under = (line: string): Row => [span(' '.repeat(cells + 3)), span(line, tone)];
	return fits ? [[...head, span(first, tone)], ...rest.map(under)] : [head, ...lines.map(under)];
}
