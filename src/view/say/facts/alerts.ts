import {valueAt} from '../../../session/index.ts';
import {
	alertMetric,
	badnessOf,
	limitsOf,
	shortName,
	signOf,
	stateOf,
	systemOf,
	SYSTEMS,
	type Alert,
	type Observation,
	type Reading,
	type Shelf,
} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Act, Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {age, count, duration, measured, measure, whole} from '../measure.ts';

const SEVERITY = {
	page: {rank: 0, word: 'PAGE', many: 'page', verdict: 'crit'},
	ticket: {rank: 1, word: 'TICKET', many: 'ticket', verdict: 'warn'},
	info: {rank: 2, word: 'INFO', many: 'notice', verdict: 'ok'},
} as const;

export type AlertFact = Fact<Alert>;

/** What alarms now, each by itself and by group; what is out of sight; what is over. Heaviest first. */
export function alertFacts(observation: Observation, {filter}: Sight) {
	const {now, alerts, shelves} = observation;
	const active = alerts.filter(({clearedAt}) => clearedAt === null);
	const standing = passing(
		filter,
		active.toSorted(byWeight).map(alert => alertFact(alert, now)),
	);
	const hidden = passing(
		filter,
		shelves.map(shelf => shelfFact(shelf, now)),
	);
	const over = passing(
		filter,
		latestOfEach(alerts.filter(({clearedAt}) => clearedAt !== null)).map(each =>
			overFact(each, now),
		),
	);
	return {
		title: 'Alerts',
		note: noteOf(standing),
		groups: {
			standing: {facts: standing},
			floods: {facts: floodsOf(observation, standing)},
			shelves: {facts: hidden},
			over: {facts: over},
		},
		emptied: filter !== '' && standing.length + over.length === 0,
	} satisfies Facts;
}

/** `14 pages 191 tickets, none acked`. */
function noteOf(standing: readonly AlertFact[]): string {
	if (standing.length === 0) return 'none';
	const taken = standing.filter(({of}) => of.acknowledgedBy !== null).length;
	const tally = tallyOf(standing.map(({of}) => of)).join(' ');
	return `${tally}, ${taken === 0 ? 'none' : String(taken)} acked`;
}

/** How many of each severity: `2 pages`, `11 tickets`. */
function tallyOf(alerts: readonly Alert[]): readonly string[] {
	return (['page', 'ticket', 'info'] as const)
		.map(severity => ({
			severity,
			times: alerts.filter(alert => alert.severity === severity).length,
		}))
		.filter(({times}) => times > 0)
		.map(({severity, times}) => count(times, SEVERITY[severity].many));
}

/** Pages that nobody has taken. */
export function openPages({alerts}: Observation): number {
	return alerts.filter(
		alert => alert.severity === 'page' && alert.clearedAt === null && alert.acknowledgedBy === null,
	).length;
}

function byWeight(a: Alert, b: Alert): number {
	return (
		SEVERITY[a.severity].rank - SEVERITY[b.severity].rank ||
		Number(a.acknowledgedBy !== null) - Number(b.acknowledgedBy !== null) ||
		b.raisedAt - a.raisedAt
	);
}

function actsOf(name: string, isOpen: boolean): readonly Act[] {
	return [
		...(isOpen ? [{key: 'x', label: 'acknowledge', order: `ack ${name}`}] : []),
		{key: 'd', label: 'shelve for an hour', order: `shelve ${name}`},
	];
}

function alertFact(raw: Alert, now: number): AlertFact {
	const {id, group, title: label, acknowledgedBy: by} = raw;
	const {word, verdict} = SEVERITY[raw.severity];
	const stood = now - raw.raisedAt;
	return fact(
		{
			id,
			label,
			value: by,
			word,
			verdict,
			age: stood,
			acts: () => actsOf(id, by === null),
			of: raw,
		},
		() => {
			const taken = by === null ? 'open' : `acknowledged by ${by}`;
			const second = raw.escalated ? ', second on-call paged' : '';
			return `${word}: ${label}. Group ${group}, ${taken}${second}, ${age(stood)}`;
		},
	);
}

/** What stands together for a flood: its alerts, the heaviest first, and what the most telling of them says now. */
export type FloodOf = {
	readonly alerts: readonly AlertFact[];
	/** How many nobody has taken. */
	readonly open: number;
	/** What it is about, and the same in 8 cells. */
	readonly name: string;
	readonly short: string;
	/** The value now, the same as on the overview, and what it counts. */
	readonly said: string;
	readonly counts: string;
	/** `3 pages +25`. */
	readonly tally: string;
	readonly escalated: boolean;
};

/** A group a line: pages before tickets, and within each the overview's order, so that a thing keeps its place. */
function floodsOf(
	observation: Observation,
	alerts: readonly AlertFact[],
): readonly Fact<FloodOf>[] {
	const groups = new Map<string, AlertFact[]>();
	for (const alert of alerts) {
		const group = groups.get(alert.of.group);
		if (group === undefined) groups.set(alert.of.group, [alert]);
		else group.push(alert);
	}
	return [...groups.values()]
		.map(group => floodFact(observation, group))
		.sort((a, b) => a.rank - b.rank)
		.map(({made}) => made);
}

/** What the most telling of the heaviest alerts of a group says, and where that stands on the overview. */
type Told = Pick<FloodOf, 'name' | 'short' | 'said' | 'counts'> & {readonly place: number};

function tellingOf({metrics}: Observation, alerts: readonly AlertFact[]): Told {
	const first = valueAt(alerts, 0).of;
	const {severity, group} = first;
	const many = alerts.length;
	if (group === 'services') {
		const name = count(many, 'service');
		return {name, short: name, said: '', counts: 'symptoms', place: SYSTEMS.length + 1};
	}
	let told: string | undefined;
	let worst = -1;
	for (const {of} of alerts) {
		const metric = of.severity === severity ? alertMetric(of.id) : undefined;
		if (metric === undefined) continue;
		const bad = badness(metrics[metric]);
		if (told === undefined || bad > worst) [told, worst] = [metric, bad];
	}
	if (told === undefined) {
		return {name: first.title, short: first.title, said: '', counts: '', place: SYSTEMS.length};
	}
	return {...valueNow(told, metrics), place: placeOf(told)};
}

function placeOf(metric: string): number {
	const system = systemOf(metric);
	return system === undefined ? SYSTEMS.length : SYSTEMS.indexOf(system);
}

function badness(reading: Reading | undefined): number {
	const limits = reading === undefined ? null : limitsOf(reading.id);
	const value = reading?.value ?? null;
	return limits === null || value === null ? -1 : badnessOf(limits, value);
}

/** What is on no row of the overview, in the words of its own. */
const OWN_WORDS: Readonly<Record<string, readonly [name: string, counts: string]>> = {
	'sqs.errors': ['SQS', 'fail'],
	'dns.answers.regional': ['DNS automation', ''],
	'border.loss': ['Border use1-az1', 'lost'],
};

/** The number beside the mark is the overview's, whatever the alarm fired on. */
function valueNow(metric: string, metrics: Observation['metrics']): Omit<Told, 'place'> {
	const system = systemOf(metric);
	const [own, counts] = OWN_WORDS[metric] ?? [];
	const name = own ?? system?.name ?? metric;
	const short = own !== undefined && own.length <= 8 ? own : (system?.short ?? name);
	if (system === undefined || signOf(metric) === undefined) {
		const said = measured(metrics[metric]);
		const unit = counts === '' ? ' addr' : '';
		return {name, short, said: `${said}${unit}`, counts: counts ?? shortName(metric) ?? ''};
	}
	const {sign, reading, value} = stateOf(system, metrics);
	const said =
		reading?.judged === undefined ? measure(value, reading?.unit ?? 'count') : measured(reading);
	return {name: sign.of ?? name, short: sign.of ?? short, said, counts: sign.counts};
}

/** `PAGE: EC2 launches 60.1 % fail, group ec2 with 2 pages and 9 tickets, 11 open, 13m.` */
function floodFact(
	observation: Observation,
	alerts: readonly AlertFact[],
): {readonly made: Fact<FloodOf>; readonly rank: number} {
	const {now} = observation;
	const worst = valueAt(alerts, 0);
	const {group, severity} = worst.of;
	const open = alerts.filter(({of}) => of.acknowledgedBy === null).length;
	const stood = now - Math.min(...alerts.map(({of}) => of.raisedAt));
	const {place, ...told} = tellingOf(observation, alerts);
	const same = alerts.filter(({of}) => of.severity === severity).length;
	const rest = alerts.length - same;
	const of: FloodOf = {
		...told,
		alerts,
		open,
		tally: `${count(same, SEVERITY[severity].many)}${rest === 0 ? '' : ` +${String(rest)}`}`,
		escalated: alerts.some(alert => alert.of.escalated),
	};
	const made = fact(
		{
			id: `group ${group}`,
			label: told.name,
			value: told.said === '' ? null : told.said,
			word: worst.word,
			verdict: worst.verdict,
			age: stood,
			acts: () => actsOf(group, open > 0),
			of,
		},
		() => {
			const tally = tallyOf(alerts.map(each => each.of)).join(' and ');
			const value = `${told.said} ${told.counts}`.trim();
			return `${worst.word}: ${told.name}${value === '' ? '' : ` ${value}`}, group ${group} with ${tally}, ${String(open)} open${of.escalated ? ', second on-call paged' : ''}, ${age(stood)}`;
		},
	);
	return {made, rank: SEVERITY[severity].rank * 100 + place};
}

function shelfFact(raw: Shelf, now: number): Fact<Shelf> {
	const {alert: label, by, hides, until} = raw;
	return fact(
		{
			id: `shelf ${label}`,
			label,
			value: hides === 0 ? 'none' : whole(hides),
			word: 'SHELVED',
			verdict: 'warn',
			age: now - raw.at,
			acts: [{key: 'u', label: 'bring back', order: `unshelve ${label}`}],
			of: {...raw, alert: label, by},
		},
		() =>
			`SHELVED: ${label} by ${by}, hides ${count(hides, 'alert')}, back in ${duration(until - now)}`,
	);
}

/** An alert that comes and goes is shown once; they come newest first. */
function latestOfEach(cleared: readonly Alert[]): readonly Alert[] {
	const known = new Set<string>();
	return cleared.filter(({id}) => !known.has(id) && known.add(id));
}

function overFact(raw: Alert, now: number): AlertFact {
	const {group, title: label} = raw;
	const since = now - (raw.clearedAt ?? now);
	const id = `over ${raw.id}`;
	return fact(
		{id, label, word: 'RESOLVED', age: since, of: raw},
		() => `RESOLVED: ${label}. Group ${group}, ${age(since)} ago`,
	);
}
