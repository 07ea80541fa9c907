import {
	alertMetric,
	limitsOf,
	neededBy,
	systemCalled,
	systemOf,
	type Observation,
	type System,
	type SystemState,
	type Trend,
} from '../../../observe/index.ts';
import {stillOpenOf} from '../../../session/index.ts';
import {listed} from '../fact.ts';
import {age, count, measure} from '../measure.ts';
import {whenOf} from '../when.ts';
import type {DetailLine, OverviewRow} from './overview.types.ts';

/** Of one row all that is known here: value and limits, what it needs and what needs it, what is open, who is here, alerts. */
export function overviewDetail(
	observation: Observation,
	rows: readonly OverviewRow[],
	{age: seconds, trend, of: {system, state, said}}: OverviewRow,
): readonly DetailLine[] {
	const named = (systems: readonly (System | undefined)[]) =>
		rows
			.filter(row => systems.includes(row.of.system))
			.map(row => `${row.label} ${row.word} ${row.of.said}`.trim());
	const open = stillOpenOf(observation).filter(({acts}) => acts.includes(system.id));
	const lines: readonly DetailLine[] = [
		[
			'',
			[
				`${state.sign.says} ${said}`.trim(),
				limitsText(state),
				TRENDS[trend],
				seconds === null ? '' : whenOf(observation, seconds),
			],
		],
		['needs', named(system.needs.map(systemCalled))],
		['needed by', named(neededBy(system.id))],
		[
			'still open here',
			open.map(({kind, text, since}) => `${kind} ${text}, ${age(observation.now - since)}`),
		],
		['on the call', [callOf(observation, system)]],
		['alerts', [alertsOf(observation, system)]],
	];
	return lines
		.map(([label, parts]): DetailLine => [label, parts.filter(part => part !== '')])
		.filter(([, parts]) => parts.length > 0);
}

const TRENDS: Readonly<Record<Trend, string>> = {
	rising: 'rising: worse than 5 min ago',
	falling: 'falling: better than 5 min ago',
	steady: 'steady for 5 min',
	'': '',
};

/** Where it becomes worth a look, and where critical, as the bad of it. */
function limitsText({sign, reading}: SystemState): string {
	const limits = limitsOf(sign.metric);
	if (limits === null || reading === undefined) return '';
	const bad = (limit: number) =>
		measure(limits.worse === 'below' ? 1 - limit : limit, reading.unit);
	return `warn from ${bad(limits.warn)}, critical from ${bad(limits.crit)}`;
}

function callOf({teams, now}: Observation, {team}: System): string {
	const own = teams.find(each => each.team === team);
	if (own === undefined || own.state === 'asleep') return team === null ? '' : `${team} not paged`;
	const since = age(now - own.since);
	return own.state === 'present' ? `${own.team} ${since}` : `${own.team} paged ${since}`;
}

function alertsOf({alerts, now}: Observation, {id}: System): string {
	const own = alerts.filter(
		alert => alert.clearedAt === null && systemOf(alertMetric(alert.id) ?? '')?.id === id,
	);
	if (own.length === 0) return '';
	const pages = own.filter(({severity}) => severity === 'page').length;
	const oldest = Math.min(...own.map(({raisedAt}) => raisedAt));
	return listed(
		pages === 0 ? '' : count(pages, 'page'),
		own.length === pages ? '' : count(own.length - pages, 'ticket'),
		`oldest ${age(now - oldest)}`,
		own.some(({escalated}) => escalated) ? 'second on-call paged' : '',
	);
}
