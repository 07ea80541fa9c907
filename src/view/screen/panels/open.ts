import {ordersIn} from '../../../session/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import type {openFacts, OpenOf} from '../../say/facts/open.ts';
import {age} from '../../say/measure.ts';
import {mark, toneOf} from '../mark.ts';
import type {Row} from '../screen.types.ts';
import {span, spread, wrap} from '../text.ts';
import {draft, put, type Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';

const MARK_CELLS = 7;
const ROOMY = 50;

/** What has to be taken back, since when; below it what the level asks for, and the machines that run. */
export const openPanel: Draw<typeof openFacts> = ({groups, emptied}, ui, {columns}) => {
	const {open, asked, running} = groups;
	const drawn = draft();
	const isAlone = ui.full && ui.focus === 'open';
	for (const fact of open.facts) put(drawn, fact, ...openRows(fact, columns, isAlone));
	if (open.facts.length === 0 && !emptied) {
		drawn.rows.push([span('Nothing is held, paused, bypassed or promised.', 'dim')]);
	}
	if (open.facts.length > 0 && Object.hasOwn(ordersIn(ui.cast), 'show-throttles')) {
		drawn.rows.push([span('As commanded; `show throttles` shows what is measured.', 'dim')]);
	}
	for (const {of} of asked.facts) {
		drawn.rows.push(...under('Blocks the win: ', of.said, columns));
	}
	for (const fact of running.facts) {
		put(drawn, fact, [mark(fact, MARK_CELLS, 'dim'), span(words(fact, columns), 'dim')]);
	}
	return {...drawn, rows: orEmptied(drawn.rows, emptied, ui, ui.filters.open)};
};

function words({label, of}: Fact<{readonly label: string}>, columns: number): string {
	return columns >= ROOMY ? `${label}  ${of.label}` : label;
}

function openRows(fact: Fact<OpenOf>, columns: number, isAlone: boolean): readonly Row[] {
	const {at, cost, open} = fact.of;
	const isHeavy = open.kind === 'OWED' || open.kind === 'LIMIT' || open.kind === 'SHELVED';
	const stood = age(fact.age ?? 0).padStart(7);
	const whose = isAlone && open.by !== null ? `by ${open.by}  ` : '';
	const row = spread(
		[mark(fact, MARK_CELLS, isHeavy ? toneOf(fact) : 'plain'), span(fact.label)],
		[span(columns >= ROOMY ? ` ${whose}${at}${stood}` : stood, 'dim')],
		columns,
	);
	return isAlone && cost !== ''
		? [row, ...under(' '.repeat(MARK_CELLS + 3), cost, columns)]
		: [row];
}

function under(head: string, text: string, columns: number): readonly Row[] {
	return wrap(text, Math.max(8, columns - head.length)).map((line, index): Row => [
		span(index === 0 ? head : ' '.repeat(head.length), 'dim'),
		span(line, 'dim'),
	]);
}
