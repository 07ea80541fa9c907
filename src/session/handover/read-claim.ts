import {wordsLike} from '../../level/index.ts';
import type {Claim, HandoverField, Loop, Observation, Until} from '../../observe/index.ts';
import {wordsOf} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {metricNamed} from '../expectation.ts';
import {GRAMMAR} from '../grammar.ts';
import {VOCABULARY} from '../vocabulary.ts';
import {Unread} from '../talk/unread.ts';
import {debtOf} from './standing.ts';

/** What a claim is read with: what its giver sees, and whom and what it may name. */
export type ClaimSight = {
	readonly seen: Observation;
	readonly loops: readonly Loop[];
	readonly suspects: readonly string[];
	readonly seats: readonly string[];
};

/** The forms of each field. */
export const CLAIM_FORMS: Readonly<Record<HandoverField, string>> = {
	state:
		'handover state <metric> [ok|warn|crit|rising|falling|flat] | suspect <suspect> [<per cent>] | innocent <suspect> because <metric>',
	done: 'handover done <command number> | tried <command number>',
	pending:
		'handover pending running <command number> | request <number> | promise | team <team> | owed <automation or command>',
	watch: 'handover watch <metric> above|below <value> within <minutes> then <words>',
	not: 'handover not <how commands start> until <metric> above|below <value> | <automation> is running|paused | <seat> says',
};

const MINUTES_MAX = 600;
const WORDS_MAX = 120;

/** Reads a claim of a field; what is wrong is thrown as `Unread`. Values come from what the giver sees. */
export function readClaim(field: HandoverField, text: string, sight: ClaimSight): Claim {
	switch (field) {
		case 'state':
			return stateClaim(text, sight);
		case 'done':
			return doneClaim(text, sight);
		case 'pending':
			return pendingClaim(text, sight);
		case 'watch':
			return watchClaim(text);
		case 'not':
			return notClaim(text, sight);
	}
}

function stateClaim(text: string, {seen, suspects}: ClaimSight): Claim {
	const blamed = /^suspect (?<who>\S+)(?: (?<sure>\d{2,3}) ?%?)?$/iu.exec(text)?.groups;
	if (blamed !== undefined) {
		const confidence = Number(blamed['sure'] ?? '70');
		if (confidence < 50 || confidence > 100) {
			throw new Unread('Confidence lies between 50 and 100 per cent.');
		}
		const suspect = named(blamed['who'] ?? '', suspects, 'suspect');
		return {field: 'state', says: 'suspect', suspect, confidence};
	}
	const cleared = /^innocent (?<who>\S+) because (?<metric>.+)$/iu.exec(text)?.groups;
	if (cleared !== undefined) {
		const suspect = named(cleared['who'] ?? '', suspects, 'suspect');
		return {field: 'state', says: 'innocent', suspect, because: metricIn(cleared['metric'] ?? '')};
	}
	const judged = /^(?<metric>.+?) (?<is>ok|warn|crit|rising|falling|flat)$/iu.exec(text)?.groups;
	if (judged !== undefined) {
		const metric = metricIn(judged['metric'] ?? '');
		const is = (judged['is'] ?? '').toLowerCase();
		if (is === 'rising' || is === 'falling' || is === 'flat') {
			return {field: 'state', says: 'trend', metric, trend: is};
		}
		return {field: 'state', says: 'verdict', metric, verdict: is as 'ok' | 'warn' | 'crit'};
	}
	const metric = metricIn(text);
	const reading = seen.metrics[metric];
	if (reading === undefined || reading.value === null) {
		throw new Unread(`You do not see the value of ${metric}: say how it stands, ok, warn or crit.`);
	}
	const {value, sampledAt} = reading;
	return {field: 'state', says: 'value', metric, value, sampledAt};
}

function doneClaim(text: string, {seen}: ClaimSight): Claim {
	const parts = /^(?<tried>tried )?(?:order )?(?<number>\d{1,6})(?: no effect)?$/iu.exec(
		text,
	)?.groups;
	if (parts === undefined) throw unread('done');
	const {order, text: what, state} = orderSeen(Number(parts['number']), seen);
	return {
		field: 'done',
		says: parts['tried'] === undefined ? 'order' : 'tried',
		order,
		what,
		state,
	};
}

function pendingClaim(text: string, {seen, loops}: ClaimSight): Claim {
	const [kind = '', ...rest] = text.split(' ');
	const what = rest.join(' ');
	switch (kind.toLowerCase()) {
		case 'running': {
			const {order, text: words, due} = orderSeen(Number(what), seen);
			return {field: 'pending', says: 'running', order, what: words, due};
		}
		case 'request': {
			const loop = loops.find(({n}) => n === Number(what));
			if (loop === undefined) throw new Unread(`There is no request ${what.slice(0, 10)}.`);
			return {field: 'pending', says: 'request', n: loop.n, what: loop.order ?? 'a question'};
		}
		case 'promise': {
			const {promisedAt} = seen.dashboard;
			if (promisedAt === null) throw new Unread('There is no open promise to hand over.');
			return {field: 'pending', says: 'promise', at: promisedAt};
		}
		case 'team': {
			const teams = seen.teams.map(({team}) => team);
			return {field: 'pending', says: 'team', team: named(what, teams, 'team')};
		}
		case 'owed':
			return {field: 'pending', says: 'owed', what: owed(what)};
		default:
			throw unread('pending');
	}
}

/** What has to be given back: an automation by its name, or how the order began that set it. */
function owed(text: string): string {
	const name = debtOf(text.replace(/^pause /iu, ''));
	if (name !== '' && (VOCABULARY.beginsOrder(`pause ${name}`) || VOCABULARY.beginsOrder(name))) {
		return name;
	}
	throw new Unread(`“${text.slice(0, 40)}” is neither paused nor a command that was run.`);
}

function watchClaim(text: string): Claim {
	const parts =
		/^(?<metric>.+?) (?<side>above|below) (?<value>-?\d{1,9}(?:\.\d{1,6})?)(?<percent> ?%)? within (?<minutes>\d{1,3})(?: ?min(?:utes)?)? then (?<answer>.+)$/iu.exec(
			text,
		)?.groups;
	if (parts === undefined) throw unread('watch');
	const minutes = Number(parts['minutes']);
	if (minutes < 1 || minutes > MINUTES_MAX) {
		throw new Unread(`Minutes are 1 to ${String(MINUTES_MAX)}.`);
	}
	return {
		...{field: 'watch', says: 'line', metric: metricIn(parts['metric'] ?? '')},
		...{side: sideIn(parts), value: valueIn(parts), minutes},
		answer: (parts['answer'] ?? '').slice(0, WORDS_MAX),
	};
}

function notClaim(text: string, {seats}: ClaimSight): Claim {
	const parts = /^(?<begins>.+?) until (?<until>.+)$/iu.exec(text)?.groups;
	if (parts === undefined) throw unread('not');
	const typed = (parts['begins'] ?? '').toLowerCase();
	const parsed = parseOrder(typed);
	const begins = parsed.ok ? wordsOf(parsed.order) : typed;
	if (!parsed.ok && !VOCABULARY.beginsOrder(typed)) {
		const verbs = [...new Set(GRAMMAR.forms.map(({pieces}) => firstWord(pieces)))];
		throw new Unread(`No command starts with “${typed.slice(0, 40)}”.`, wordsLike(typed, verbs));
	}
	return {field: 'not', says: 'until', begins, until: untilIn(parts['until'] ?? '', seats)};
}

function firstWord(pieces: (typeof GRAMMAR.forms)[number]['pieces']): string {
	const [first] = pieces;
	return first?.kind === 'literal' ? first.word : '';
}

function untilIn(text: string, seats: readonly string[]): Until {
	const says = /^(?<who>\S+) says(?: .*)?$/iu.exec(text)?.groups?.['who'];
	if (says !== undefined) return {kind: 'says', who: named(says, seats, 'seat')};
	const state = /^(?<automation>\S+) is (?<is>running|paused)$/iu.exec(text)?.groups;
	if (state !== undefined) {
		const is = (state['is'] ?? '').toLowerCase() as 'running' | 'paused';
		return {kind: 'automation', automation: (state['automation'] ?? '').toLowerCase(), is};
	}
	const line =
		/^(?<metric>.+?) (?<side>above|below) (?<value>-?\d{1,9}(?:\.\d{1,6})?)(?<percent> ?%)?$/iu.exec(
			text,
		)?.groups;
	if (line === undefined) throw unread('not');
	return {
		kind: 'metric',
		metric: metricIn(line['metric'] ?? ''),
		side: sideIn(line),
		value: valueIn(line),
	};
}

type Parts = Readonly<Record<string, string | undefined>>;

function sideIn(parts: Parts): 'above' | 'below' {
	return (parts['side'] ?? '').toLowerCase() === 'above' ? 'above' : 'below';
}

function valueIn(parts: Parts): number {
	return Number(parts['value']) / (parts['percent'] === undefined ? 1 : 100);
}

function orderSeen(number: number, {orders}: Observation) {
	const report = orders.find(({order}) => order === number);
	if (report === undefined) throw new Unread(`You see no command ${String(number)}.`);
	return report;
}

function metricIn(text: string): string {
	const found = metricNamed(text.toLowerCase());
	if (typeof found === 'string') return found;
	throw new Unread(found.problem.message, found.problem.suggestions);
}

function named(typed: string, known: readonly string[], what: string): string {
	const found = known.find(each => each.toLowerCase() === typed.toLowerCase());
	if (found !== undefined) return found;
	throw new Unread(`There is no ${what} “${typed.slice(0, 40)}”.`, wordsLike(typed, known));
}

function unread(field: HandoverField): Unread {
	return new Unread(`Usage: “${CLAIM_FORMS[field]}”.`);
}
