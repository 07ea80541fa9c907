import {beginsAsOneOf, ORDERS} from '../../sim/index.ts';
import type {OrderReport} from '../observation.types.ts';
import type {Sees} from './sees.types.ts';

/** Verbs that an alert follows. */
const OF_ALERTS: readonly string[] = ['ack', 'shelve', 'unshelve'];

/** Verbs that free text follows. */
const OF_WORDS: readonly string[] = Object.values(ORDERS)
	.filter(({blanks}) => Object.values(blanks).some(({kind}) => kind === 'text'))
	.flatMap(({forms}) => forms.map(form => form.split(' ')[0] ?? form));

/** Orders as they are where they are the seat's; of others at most what, by whom and until when. */
export function ordersSeen(orders: readonly OrderReport[], sees: Sees): readonly OrderReport[] {
	return orders.flatMap(report => {
		if (isSeen(report, sees)) return [{...report, lines: linesSeen(report, sees)}];
		return sees.states ? [stateOf(report)] : [];
	});
}

function isSeen({by, text}: OrderReport, sees: Sees): boolean {
	if (sees.as.includes(by)) return true;
	const fitting = sees.orders.filter(({begins}) => beginsAsOneOf([begins], text));
	const longest = Math.max(0, ...fitting.map(({begins}) => begins.length));
	if (!fitting.some(({begins, seen}) => seen && begins.length === longest)) return false;
	const [verb = '', ...rest] = text.split(' ');
	return !OF_ALERTS.includes(verb) || isAlertSeen(rest.join(' '), sees);
}

function isAlertSeen(alert: string, {alerts, groups}: Sees): boolean {
	if (alert === 'all') return true;
	return (Object.hasOwn(alerts, alert) && alerts[alert] === 'full') || groups.includes(alert);
}

function stateOf(report: OrderReport): OrderReport {
	return {...report, text: targetOf(report.text), message: '', lines: []};
}

/** Verb and target of an order: neither numbers nor free text. */
function targetOf(text: string): string {
	const words = text.split(' ');
	if (OF_WORDS.includes(words[0] ?? '')) return words[0] ?? '';
	const value = words.findIndex(word => /^\d/u.test(word));
	return (value === -1 ? words : words.slice(0, value)).join(' ');
}

/** Of `show throttles`, how the lines begin that each part of it has. */
const THROTTLE_LINES = [
	['throttles.launches', ['launches', 'terminations']],
	['throttles.gate', ['dwfm gate']],
	['throttles.lambda', ['lambda']],
] as const;

function linesSeen({text, lines}: OrderReport, {instruments}: Sees): readonly string[] {
	if (text !== 'show throttles') return lines;
	const hidden: readonly string[] = THROTTLE_LINES.flatMap(([part, begins]) =>
		instruments.includes(part) ? [] : begins,
	);
	return lines.filter(line => !beginsAsOneOf(hidden, line));
}
