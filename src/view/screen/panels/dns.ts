import type {
	Answer,
	EnactorSight,
	EnactorsSight,
	Observation,
	Target,
	ZoneSight,
} from '../../../observe/index.ts';
import {age, count} from '../../say/measure.ts';
import {metricRows} from '../metric-row.ts';
import type {Panel, PanelItem, Row, Size, Span} from '../screen.types.ts';
import {clean, left, span, spread} from '../text.ts';
import type {Ui} from '../../input/ui.types.ts';
import {passing, shownAgo} from './shown.ts';

/** The names customers ask for, by the short names that operators use. */
const ENDPOINTS = [
	['regional', 'dynamodb.us-east-1.amazonaws.com'],
	['dual-stack', 'dynamodb.us-east-1.api.aws'],
	['fips', 'dynamodb-fips.us-east-1.amazonaws.com'],
	['account', '111122223333.ddb.us-east-1.api.aws'],
] as const;

/** What the last digs said of each public name, what its records pointed at, and what the automation reports. */
export function dnsPanel(observation: Observation, ui: Ui, size: Size): Panel {
	const width = size.columns;
	const empty = observation.answers.filter(isEmpty).length;
	const rows: Row[] = [];
	const items: PanelItem[] = [];
	const {zones, enactors} = observation.instruments;
	for (const [endpoint, host] of ENDPOINTS) {
		items.push({id: endpoint, row: rows.length, rows: 1, acts: actsOf(endpoint)});
		rows.push(endpointRow(observation, endpoint, host, width));
	}
	for (const zone of zones) rows.push(...zoneRows(observation, zone, width));
	const below = [
		...(enactors === null ? [] : enactorRows(observation, enactors, width)),
		...metricRows(observation, ['dns', 'resolvers'], width),
	];
	return {
		title: 'DNS',
		note: empty === 0 ? '' : `${String(empty)} empty`,
		rows: [...rows, ...passing(ui.filters.dns, below)],
		anchor: 'top',
		items,
	};
}

function actsOf(endpoint: string): PanelItem['acts'] {
	return [
		{key: 'd', label: 'dig it', order: `dig ${endpoint}`},
		{key: 'e', label: 'show its zone', order: `show zone ${endpoint}`},
		{key: 'w', label: 'show its zone with plans', order: `show zone ${endpoint} plans`},
	];
}

/** NOERROR and nothing in it: the answer that looks like success. */
function isEmpty(answer: Answer): boolean {
	return answer.status === 'NOERROR' && answer.addresses.length === 0;
}

/** One name: how many addresses of each kind it had when it was last asked for. */
function endpointRow(observation: Observation, endpoint: string, host: string, width: number): Row {
	const wide = width >= 76;
	const asked = (type: Answer['type']) =>
		observation.answers.find(answer => answer.name === host && answer.type === type);
	const [v4, v6] = [asked('A'), asked('AAAA')];
	const known = [v4, v6].filter(answer => answer !== undefined);
	const bad = known.some(answer => isEmpty(answer) || answer.status === 'SERVFAIL');
	const mark: Span =
		known.length === 0 ? span('○ ', 'dim') : bad ? span('✗ ', 'bad') : span('● ', 'good');
	const newest = known.reduce((at, answer) => Math.max(at, answer.at), -1);
	const name = wide ? left(host, 38) : left(endpoint, 11);
	return spread(
		[mark, span(name), ...answerSpans('A', v4, width), ...answerSpans('AAAA', v6, width)],
		[span(newest < 0 ? ' not dug' : ` ${age(observation.now - newest)} ago`, 'dim')],
		width,
	);
}

function answerSpans(type: string, answer: Answer | undefined, width: number): readonly Span[] {
	if (answer === undefined) return [span(` ${type} ?`, 'dim')];
	const {addresses, status, ttlSeconds} = answer;
	const ttl = width >= 100 ? `, TTL ${String(ttlSeconds)}s` : '';
	if (status === 'SERVFAIL') return [span(` ${type} SERVFAIL`, 'bad')];
	return isEmpty(answer)
		? [span(` ${type} `), span(`ZERO${ttl}`, 'bad')]
		: [
				span(` ${type} `),
				span(`${String(addresses.length)}${width >= 50 ? ' addr' : ''}${ttl}`, 'good'),
			];
}

/** The records of a zone as they stood when somebody looked: where it points, where it could go back to, who holds it. */
function zoneRows(observation: Observation, zone: ZoneSight, width: number): readonly Row[] {
	const {endpoint, root, rollback, lockHolder, answers, fullAnswers} = zone;
	const lock = lockHolder === null ? 'lock free' : `lock held by ${clean(lockHolder)}`;
	const head = `zone ${clean(endpoint)}: ${String(answers)} of ${String(fullAnswers)} balancers, ${lock}`;
	return [
		spread([span(head, 'title')], [span(' '), shownAgo(observation, zone.at)], width),
		targetRow('  ROOT     ', root, width),
		targetRow('  ROLLBACK ', rollback, width),
	];
}

function targetRow(label: string, target: Target | null, width: number): Row {
	if (target === null) return [span(label, 'dim'), span('✗ no such record', 'bad')];
	const plan = target.plan === null ? '' : `plan ${String(target.plan)}`;
	const state = target.missing ? span('✗ NO TREE ', 'bad') : span('● ', 'good');
	// A long name leaves room for the plan, which says more.
	const room = Math.max(8, width - label.length - state.text.length - plan.length - 1);
	const name = clean(target.name);
	return [
		span(label, 'dim'),
		state,
		span(name.length > room ? left(name, room) : name),
		span(plan === '' ? '' : ` ${plan}`, 'title'),
	];
}

function enactorRows(
	observation: Observation,
	{at, newestPlan, enactors}: EnactorsSight,
	width: number,
): readonly Row[] {
	const head = `enactors; newest plan ${String(newestPlan)}`;
	return [
		spread([span(head, 'title')], [span(' '), shownAgo(observation, at)], width),
		...enactors.map(each => enactorRow(each, width)),
	];
}

function enactorRow(enactor: EnactorSight, width: number): Row {
	const {id, mode, plan, plansBehind, locksLost, failures} = enactor;
	const hand =
		plan === null
			? 'no plan in hand'
			: `plan ${String(plan)}, ${count(plansBehind, 'plan')} behind`;
	const rest = `locks lost ${String(locksLost)}, failures ${String(failures)}`;
	return spread(
		[span(`  ${clean(id)} ${spaced(clean(mode))}: ${hand}`)],
		[span(width >= 60 ? ` ${rest}` : '', 'dim')],
		width,
	);
}

/** A mode as people say it: `backingOff` is `backing off`. */
function spaced(mode: string): string {
	return mode.replace(/[A-Z]/gu, letter => ` ${letter.toLowerCase()}`);
}
