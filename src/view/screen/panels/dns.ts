import type {Target} from '../../../observe/index.ts';
import type {Fact} from '../../say/fact.types.ts';
import type {AnswerOf, dnsFacts, EnactorOf, NameOf, ZoneSightOf} from '../../say/facts/dns.ts';
import {age} from '../../say/measure.ts';
import {mark, shownRow} from '../mark.ts';
import {metricRow} from '../metric-row.ts';
import type {Row, Span} from '../screen.types.ts';
import {left, span, spread} from '../text.ts';
import {draft, put, type Draw} from './drawn.ts';
import {orEmptied} from './shown.ts';

export const dnsPanel: Draw<typeof dnsFacts> = ({groups, emptied}, ui, {columns}) => {
	const {names, zones, plans, enactors, metrics} = groups;
	const drawn = draft();
	for (const fact of names.facts) put(drawn, fact, nameRow(fact, columns));
	for (const fact of zones.facts) drawn.rows.push(...zoneRows(fact, columns));
	const below = [
		...plans.facts.map(fact =>
			shownRow(`enactors; newest plan ${String(fact.value)}`, fact, columns),
		),
		...enactors.facts.flatMap(fact => enactorRows(fact, columns)),
		...metrics.facts.map(fact => metricRow(fact, columns)),
	];
	return {
		rows: [...drawn.rows, ...orEmptied(below, emptied, ui, ui.filters.dns)],
		items: drawn.items,
	};
};

/** One name: how many addresses of each kind it had when it was last asked for. */
function nameRow(fact: Fact<NameOf>, width: number): Row {
	const {endpoint, v4, v6} = fact.of;
	const name = width >= 76 ? left(fact.label, 38) : left(endpoint, 11);
	return spread(
		[mark(fact, 0), span(name), ...answerSpans('A', v4, width), ...answerSpans('AAAA', v6, width)],
		[span(fact.age === null ? ' not dug' : ` ${age(fact.age)} ago`, 'dim')],
		width,
	);
}

function answerSpans(type: string, answer: AnswerOf, width: number): readonly Span[] {
	if (answer === null) return [span(` ${type} ?`, 'dim')];
	const {said, bad, ttlSeconds} = answer;
	if (said === 'SERVFAIL') return [span(` ${type} ${said}`, 'bad')];
	const ttl = width >= 100 ? `, TTL ${String(ttlSeconds)}s` : '';
	const unit = width >= 50 && !bad ? ' addr' : '';
	return [span(` ${type} `), span(`${said}${unit}${ttl}`, bad ? 'bad' : 'dim')];
}

function zoneRows(fact: Fact<ZoneSightOf>, width: number): readonly Row[] {
	const {root, rollback, said} = fact.of;
	return [
		shownRow(said, fact, width),
		targetRow('  ROOT     ', root, width),
		targetRow('  ROLLBACK ', rollback, width),
	];
}

function targetRow(label: string, target: Target | null, width: number): Row {
	if (target === null) return [span(label, 'dim'), span('✗ no such record', 'bad')];
	const {name, missing} = target;
	const plan = target.plan === null ? '' : `plan ${String(target.plan)}`;
	const state = missing ? span('✗ NO TREE ', 'bad') : span('● ', 'dim');
	// A long name leaves room for the plan, which says more.
	const room = Math.max(8, width - label.length - state.text.length - plan.length - 1);
	return [
		span(label, 'dim'),
		state,
		span(name.length > room ? left(name, room) : name),
		span(plan === '' ? '' : ` ${plan}`, 'title'),
	];
}

/** On one row where both have room, else what it lost below what it does. */
function enactorRows({label, of: {doing, rest}}: Fact<EnactorOf>, width: number): readonly Row[] {
	const does = `  ${label} ${doing}`;
	return does.length + rest.length < width
		? [spread([span(does)], [span(` ${rest}`, 'dim')], width)]
		: [[span(left(does, width))], [span(left(`    ${rest}`, width), 'dim')]];
}
