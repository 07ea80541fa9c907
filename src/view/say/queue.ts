import {
	alertMetric,
	systemOf,
	verdictOf,
	SYSTEMS,
	type Alert,
	type ChatLine,
	type Observation,
} from '../../observe/index.ts';
import {ORDERS, parseOrder, stillOpenOf, takesBack} from '../../session/index.ts';
import type {Happening} from './happening.ts';
import {happened, isWayBack} from './happenings.ts';
import {clockAt} from './measure.ts';
import {allWell, dueSoon, escalated} from './queue-moments.ts';
import {RANKS, type QueueItem, type Rank} from './queue-item.ts';

/** Further pages and what is only told are for `n`: nobody has to decide anything. */
const NO_DECISION: readonly Rank[] = [RANKS.furtherPage, RANKS.told];

/** What has come into the queue between two looks, what presses most first. */
export function arrivals(before: Observation, after: Observation): readonly QueueItem[] {
	const told = happened(before, after).map(each => itemOf(each, before, after));
	if (isWayBack(before, after)) return told.sort(byPress);
	return [
		...told,
		...escalated(before, after),
		...dueSoon(before, after),
		...allWell(before, after),
	].sort(byPress);
}

/** Whether it is still so: a page that has cleared wants to be read no more, and what ended it has an item of its own. */
export function isStillSo({standsWith}: QueueItem, observation: Observation): boolean {
	const {alerts, metrics, orders, dashboard, now} = observation;
	if (standsWith === undefined) return true;
	if ('order' in standsWith) return !isOvertaken(orders, standsWith.order);
	if ('promise' in standsWith)
		return dashboard.promisedAt === standsWith.promise && now < standsWith.promise;
	if ('alerts' in standsWith)
		return alerts.some(
			({group, severity, clearedAt, acknowledgedBy}) =>
				group === standsWith.alerts &&
				severity === 'page' &&
				clearedAt === null &&
				acknowledgedBy === null,
		);
	const system = SYSTEMS.find(({id}) => id === standsWith.system);
	return system !== undefined && verdictOf(system, metrics) === 'crit';
}

/** Whether another order of the same kind has been taken on or has come to its end since: that one is the news. */
function isOvertaken(orders: Observation['orders'], number: string): boolean {
	const first = orders.find(({order}) => String(order) === number);
	if (first === undefined) return false;
	const kind = kindOf(first.text);
	const ended = first.state === 'refused' ? first.at : first.due;
	return orders.some(
		({text, state, at, due}) =>
			kindOf(text) === kind &&
			((state === 'running' && first.state !== 'done' && at > first.at) ||
				(state === 'done' && due > ended)),
	);
}

/** What an order does and to what, without how much: `throttle launches`. */
function kindOf(text: string): string {
	return text.split(' ', 2).join(' ');
}

/** Whether there is something to decide, which the next decision stops for. */
export function asksDecision({rank}: QueueItem): boolean {
	return !NO_DECISION.includes(rank);
}

/** What is unread with what has come: one person's chat and one alert stand once, with the last that was said. */
export function withArrivals(
	unread: readonly QueueItem[],
	arrived: readonly QueueItem[],
): readonly QueueItem[] {
	const merged = new Map(unread.map(item => [item.id, item]));
	// Oldest first, so that the last word stands.
	for (const item of [...arrived].sort((a, b) => a.at - b.at)) {
		const known = merged.get(item.id);
		const many = item.many + (known?.many ?? 0);
		merged.set(item.id, known === undefined ? item : {...heavier(known, item), many});
	}
	return [...merged.values()].sort(byPress);
}

/** The later of two, which presses as much as the one that presses more: a question stays asked. */
function heavier(known: QueueItem, item: QueueItem): QueueItem {
	if (known.rank >= item.rank) return item;
	return {...item, rank: known.rank, tone: known.tone};
}

function byPress(a: QueueItem, b: QueueItem): number {
	return a.rank - b.rank || b.at - a.at;
}

/** An item as one line says it, with its time. */
export function itemWords(observation: Observation, {word, text, at, many}: QueueItem): string {
	const more = many > 1 ? ` (${String(many)})` : '';
	return `${word} ${clockAt(observation, at).slice(0, 5)} ${text}${more}`;
}

type Weighed = Pick<QueueItem, 'rank' | 'tone' | 'panel' | 'standsWith'> & {
	readonly keeps?: boolean;
};

function itemOf(happening: Happening, before: Observation, after: Observation): QueueItem {
	const {at, kind, word, lines} = happening;
	const id = `${kind} ${nameOf(happening)}`;
	const text = [happening.text, inOneLine(lines)].filter(part => part !== '').join(' ');
	return {id, at, word, text, many: 1, keeps: false, ...weighed(happening, before, after)};
}

const IN_LINE_MAX = 400;

/** What a look brought back, without what only a column needs; of names that nobody reads out, the beginning. */
function inOneLine(lines: readonly string[]): string {
	return lines
		.map(line => line.replace(/^;+ /u, '').replaceAll(/\s+/gu, ' ').trim())
		.join('; ')
		.replaceAll(/\b([0-9a-f]{8})-[0-9a-f-]{27}\b/gu, '$1')
		.replaceAll(':; ', ': ')
		.slice(0, IN_LINE_MAX);
}

/** What stands when somebody comes to it: nothing of it has been read. */
export function standing(observation: Observation): readonly QueueItem[] {
	return arrivals({...observation, alerts: [], metrics: {}}, observation);
}

/** Orders are told by their number, chat by who writes, alerts by what they are about, systems by how they are. */
function nameOf({kind, word, text, group, of = ''}: Happening): string {
	switch (kind) {
		case 'order':
		case 'chat':
			return of;
		case 'page':
		case 'alert':
		case 'over':
			return group;
		case 'system':
			return `${word} ${of}`;
		case 'services':
			return '';
		case 'automation':
			return word;
		default:
			return `${word} ${text}`;
	}
}

function weighed(
	{kind, word, text, at, group, of = ''}: Happening,
	before: Observation,
	after: Observation,
): Weighed {
	switch (kind) {
		case 'end':
			return {rank: RANKS.end, tone: 'plain', panel: 'log'};
		case 'order':
			if (word !== 'DONE') {
				const refused = {rank: RANKS.refused, tone: 'bad', panel: 'orders', keeps: true} as const;
				return {...refused, standsWith: {order: of}};
			}
			return waitedFor(before, after, of)
				? {rank: RANKS.done, tone: 'plain', panel: 'orders', standsWith: {order: of}}
				: {rank: RANKS.told, tone: 'dim', panel: 'orders'};
		case 'team':
			return {rank: RANKS.call, tone: 'plain', panel: 'comms'};
		case 'access':
			return {rank: RANKS.access, tone: after.access === 'failing' ? 'bad' : 'plain', panel: 'log'};
		case 'page':
			return isFirstOfGroup(after.alerts, group, at) && !isKnown(before, of)
				? {rank: RANKS.page, tone: 'bad', panel: 'alerts', standsWith: {alerts: group}}
				: {rank: RANKS.furtherPage, tone: 'bad', panel: 'alerts', standsWith: {alerts: group}};
		case 'system':
			if (word === 'CRIT')
				return {rank: RANKS.crossed, tone: 'bad', panel: 'overview', standsWith: {system: of}};
			return {
				rank: word === 'OK' && isToTakeBack(after, of) ? RANKS.crossed : RANKS.told,
				tone: word === 'WARN' ? 'warn' : 'plain',
				panel: 'overview',
			};
		case 'promise':
			return {rank: RANKS.due, tone: 'bad', panel: 'comms'};
		case 'chat': {
			return {...chatPresses(text, lineOf(after, of), after), panel: 'comms'};
		}
		case 'said':
			return {rank: RANKS.asks, tone: 'warn', panel: 'comms'};
		case 'post':
		case 'room':
			return {rank: RANKS.told, tone: 'dim', panel: 'comms'};
		case 'alert':
		case 'over':
			return {rank: RANKS.told, tone: 'dim', panel: 'alerts'};
		case 'automation':
		case 'open':
			return {rank: RANKS.told, tone: 'dim', panel: 'open'};
		case 'services':
			return {rank: RANKS.told, tone: 'dim', panel: 'services'};
		case 'severity':
			return {rank: RANKS.told, tone: 'dim', panel: 'log'};
	}
}

/** What is well so soon after it was helped is well by that help. */
const HELPED_SECONDS = 600;

/** Whether something that people must take back acts on a system: that it is well again is when to do so. */
function isToTakeBack(observation: Observation, system: string): boolean {
	return stillOpenOf(observation).some(
		({acts, since}) => acts.some(id => id === system) && observation.now - since > HELPED_SECONDS,
	);
}

/** Whether the system that an alert is about was critical before it, and said to be. */
function isKnown({metrics}: Observation, alert: string): boolean {
	const system = systemOf(alertMetric(alert) ?? '');
	return system !== undefined && verdictOf(system, metrics) === 'crit';
}

/** A look that brought something back, or work of a team; that a page or a post went out, or that something is taken back, is no news to its giver. */
function waitedFor(before: Observation, {orders}: Observation, number: string): boolean {
	const report = orders.find(({order}) => String(order) === number);
	if (report === undefined) return false;
	if (stillOpenOf(before).some(open => takesBack(report.text, open))) return false;
	const parsed = parseOrder(report.text);
	const team = parsed.ok ? ORDERS[parsed.order.id]?.team : null;
	return report.lines.length > 0 || (team ?? null) !== null;
}

/** How long a team that has joined is waited for, to say what it finds. */
const JOINED_SECONDS = 600;

/** A question and the status desk want a word; what a team finds that has just joined is what it was paged for. */
function chatPresses(
	text: string,
	line: ChatLine | undefined,
	{teams, now}: Observation,
): Pick<QueueItem, 'rank' | 'tone'> {
	if (line?.role === 'team') {
		const has = teams.find(({team}) => team === line.team);
		const isFirst = now - (has?.since ?? 0) <= JOINED_SECONDS;
		return {rank: isFirst ? RANKS.asks : RANKS.told, tone: 'plain'};
	}
	const asks = text.includes('?') || line?.role === 'status-desk';
	return {rank: asks ? RANKS.asks : RANKS.told, tone: asks ? 'warn' : 'dim'};
}

function lineOf({chat}: Observation, from: string): ChatLine | undefined {
	return chat.findLast(line => line.from === from);
}

/** In a flood, every page of a group after the first is no news. */
const SAME_FLOOD_SECONDS = 600;

function isFirstOfGroup(alerts: readonly Alert[], group: string, at: number): boolean {
	return !alerts.some(
		({severity, group: of, raisedAt}) =>
			severity === 'page' && of === group && raisedAt < at && at - raisedAt <= SAME_FLOOD_SECONDS,
	);
}
