import type {Fact} from '../../say/fact.types.ts';
import type {OrderOf, ordersFacts} from '../../say/facts/orders.ts';
import {withKeys} from '../../input/keys/index.ts';
import {mark, toneOf} from '../mark.ts';
import type {Row} from '../screen.types.ts';
import {span, spread, wrap} from '../text.ts';
import type {Draw} from './drawn.ts';
import {emptiedRow} from './shown.ts';

export const ordersPanel: Draw<typeof ordersFacts> = ({groups, emptied}, ui, {columns}) => {
	const {facts} = groups.orders;
	if (emptied) return {rows: [emptiedRow(ui, ui.filters.orders)]};
	if (facts.length > 0) return {rows: facts.flatMap(fact => rowsOf(fact, columns))};
	const how = 'No command yet. Press {command} and {offer} to list them.';
	return {rows: [[span(withKeys(how, ui.keymap), 'dim')]]};
};

/** Sixty orders stand in the list, and few of them change: the rows of each are kept for the width that it has. */
function rowsOf(fact: Fact<OrderOf>, width: number): readonly Row[] {
	const known = KNOWN.get(fact.of);
	if (known?.width === width) return known.rows;
	const rows = drawn(fact, width);
	KNOWN.set(fact.of, {width, rows});
	return rows;
}

const KNOWN = new WeakMap<OrderOf, {readonly width: number; readonly rows: readonly Row[]}>();

function drawn(fact: Fact<OrderOf>, width: number): readonly Row[] {
	const {state, when, by, message, lines, summary} = fact.of;
	const running = state === 'running';
	const head = [mark(fact, 7), span(`${when.slice(0, 5)} `, 'dim'), span(fact.label, 'title')];
	const end = span(` ${running ? summary : by}`, running ? 'warn' : 'dim');
	const rows: Row[] = [spread(head, [end], width)];
	// What a look brought back says more than that it was done.
	if (message !== '' && (lines.length === 0 || state !== 'done')) {
		const tone = state === 'done' ? 'plain' : toneOf(fact);
		for (const part of wrap(message, width - 2)) rows.push([span(`  ${part}`, tone)]);
	}
	for (const line of lines) rows.push([span(`  ${line}`, 'plain')]);
	return rows;
}
