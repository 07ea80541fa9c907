import type {Fact} from '../../say/fact.types.ts';
import type {PostOf, PromiseOf} from '../../say/facts/comms.ts';
import type {ServiceOf, servicesFacts} from '../../say/facts/services.ts';
import {duration, measure} from '../../say/measure.ts';
import {mark, withAge} from '../mark.ts';
import type {Row, Span} from '../screen.types.ts';
import {fit, left, right, span, wrap} from '../text.ts';
import type {Draw} from './drawn.ts';
import {emptiedRow} from './shown.ts';

const CELL = 38;
/** From this width on each service has a line of its own, with what it waits for. */
const WIDE = 60;

export const servicesPanel: Draw<typeof servicesFacts> = ({groups, emptied}, ui, {columns}) => {
	const {post, promise, causes, services, normal} = groups;
	const rows = [
		...post.facts.flatMap(fact => postRows(fact, columns)),
		...promise.facts.flatMap(promiseRows),
		...causes.facts.flatMap(fact =>
			withAge(
				wrap(`▲ ${fact.of.said}`, columns).map((line): Row => [span(line, 'warn')]),
				fact,
				columns,
			),
		),
		...(emptied ? [emptiedRow(ui, ui.filters.services)] : []),
		...(columns >= WIDE
			? services.facts.map(fact => serviceRow(fact, columns))
			: grid(services.facts, columns)),
		...normal.facts.map((fact): Row => [span(`${mark(fact).text}${fact.of.said}`, 'dim')]),
	];
	return {rows};
};

/** The last post in full where it is short. */
function postRows({of}: Fact<PostOf>, width: number): readonly Row[] {
	if (of === null) return [[span('No update posted yet.', 'dim')]];
	const lines = wrap(of.said, width).slice(0, 2);
	const last = lines.at(-1) ?? '';
	const cut = lines.length === 2 && !of.said.endsWith(last);
	return lines.map((line, index) => [
		span(cut && index === 1 ? `${line.slice(0, width - 2)} …` : line),
	]);
}

function promiseRows({of: {inSeconds}, verdict}: Fact<PromiseOf>): readonly Row[] {
	if (inSeconds === null) return [];
	if (inSeconds < 0) return [[span(`▲ promised update is ${duration(-inSeconds)} late`, 'bad')]];
	const tone = verdict === 'warn' ? 'warn' : 'dim';
	return [[span(`  next update promised in ${duration(inSeconds)}`, tone)]];
}

function serviceRow(fact: Fact<ServiceOf>, width: number): Row {
	const nameCells = width >= 160 ? 48 : width >= 90 ? 31 : 24;
	return [
		...cell(fact, nameCells + 15),
		span('  '),
		span(left(fact.of.why, Math.max(0, width - nameCells - 17)), 'dim'),
	];
}

function grid(facts: readonly Fact<ServiceOf>[], width: number): readonly Row[] {
	const perRow = Math.max(1, Math.floor(width / CELL));
	const cellWidth = Math.floor(width / perRow);
	const rows: Row[] = [];
	for (let start = 0; start < facts.length; start += perRow) {
		const cells = facts.slice(start, start + perRow).map(fact => cell(fact, cellWidth - 1));
		rows.push(cells.flatMap(spans => fit(spans, cellWidth)));
	}
	return rows;
}

function cell(fact: Fact<ServiceOf>, width: number): readonly Span[] {
	const {errors} = fact.of;
	return [
		mark(fact),
		span(left(fact.label, width - 15)),
		span(
			right(errors === null ? '' : measure(errors, 'share'), 8),
			fact.verdict === 'crit' ? 'bad' : 'dim',
		),
	];
}
