import type {Fact} from '../../say/fact.types.ts';
import type {FateOf, launchesFacts} from '../../say/facts/launches.ts';
import {measure} from '../../say/measure.ts';
import {mark, oldSpan, shownRow, toneOf} from '../mark.ts';
import {metricRow} from '../metric-row.ts';
import type {Row} from '../screen.types.ts';
import {left, right, rowWidth, span} from '../text.ts';
import type {Draw} from './drawn.ts';
import {orEmptied, unseenRows} from './shown.ts';
import {withCharts} from './with-charts.ts';

export const launchesPanel: Draw<typeof launchesFacts> = ({groups, emptied}, ui, size) => {
	const {all, fates, metrics, unseen, throttles} = groups;
	const width = size.columns;
	const rest = [
		...metrics.facts.map(fact => metricRow(fact, width)),
		...unseenRows(ui, unseen.facts),
		...throttles.facts.map(fact => shownRow(fact.of.said, fact, width, 'plain')),
	];
	const rows = withCharts(ui, 'launches', size, {
		first: all.facts.flatMap(fact => fateRows(fact, fates.facts, width)),
		rest: orEmptied(rest, emptied, ui, ui.filters.launches),
		metrics: metrics.facts,
		charts: [
			['ec2.requests', 'requests, retries included'],
			['ec2.admitted', 'admitted'],
		],
	});
	return {rows};
};

/** One bar of all that is asked for, cut by what becomes of it: letters in the bar, words and numbers below. */
function fateRows(all: Fact, fates: readonly Fact<FateOf>[], width: number): readonly Row[] {
	if (fates.length === 0) return [[mark(all), span(`${all.label}: nothing has arrived`, 'dim')]];
	const old = oldSpan(all);
	const cells = Math.max(10, Math.min(60, width - 12 - rowWidth(old)));
	let drawn = 0;
	let passed = 0;
	const bar = fates.map(fact => {
		passed += fact.of.share;
		const until = Math.round(passed * cells);
		const piece = span(fact.of.letter.repeat(Math.max(0, until - drawn)), toneOf(fact));
		drawn = until;
		return piece;
	});
	const words = fates.map((fact): Row => [
		span(`  ${fact.of.letter} `, toneOf(fact)),
		span(left(fact.label, 14)),
		span(right(measure(Number(fact.value), 'per-second'), 8)),
		span(right(measure(fact.of.share, 'share'), 9), toneOf(fact)),
	]);
	return [
		[span('['), ...bar, span(`] ${measure(Number(all.value), 'per-second')}`), ...old],
		...(width >= 74 ? inPairs(words, width) : words),
	];
}

function inPairs(rows: readonly Row[], width: number): readonly Row[] {
	const half = Math.floor(width / 2);
	const pairs: Row[] = [];
	for (let index = 0; index < rows.length; index += 2) {
		const start = rows[index] ?? [];
		const gap = ' '.repeat(Math.max(1, half - rowWidth(start)));
		pairs.push([...start, span(gap), ...(rows[index + 1] ?? [])]);
	}
	return pairs;
}
