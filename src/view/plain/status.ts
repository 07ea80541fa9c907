import type {Observation} from '../../observe/index.ts';
import {
	MARKS,
	readingOf,
	STALE_SECONDS,
	trendOf,
	verdictOn,
	VITALS,
	type Verdict,
} from '../say/gauges.ts';
import {age, count, duration, measure} from '../say/measure.ts';
import {summaryOf} from '../screen/panels/orders.ts';
import {clean} from '../screen/text.ts';
import {tellTime} from './tell.ts';

/** The state of the world in a few lines, the worst first. */
export function statusLines(observation: Observation): readonly string[] {
	return [
		`${tellTime(observation, 0)} ${standing(observation)}`,
		...vitalLines(observation),
		customersLine(observation),
		alertsLine(observation),
		...ordersLine(observation),
		...pausedLine(observation),
		callLine(observation),
	];
}

const ACCESS = {
	'signed-in': 'Signed in',
	failing: 'SIGN-IN FAILS: internal tools show nothing newer',
	'break-glass': 'Break-glass access',
} as const;

function standing({severity, access, ended}: Observation): string {
	const declared =
		severity === 'none' ? 'No severity declared' : `${severity.toUpperCase()} declared`;
	const over = ended === null ? '' : ` The run is over: ${ended.won ? 'won' : 'lost'}.`;
	return `${declared}. ${ACCESS[access]}.${over}`;
}

const WORST_FIRST: readonly Verdict[] = ['bad', 'warn'];

/** Each vital sign that is not well on a line; those that are well share one. */
function vitalLines(observation: Observation): readonly string[] {
	const signs = VITALS.map(({id, name}) => {
		const reading = readingOf(observation, id);
		return {name, reading, verdict: verdictOn(reading)};
	});
	const lines = WORST_FIRST.flatMap(verdict =>
		signs
			.filter(sign => sign.verdict === verdict)
			.map(({name, reading}) => {
				const word = MARKS[verdict].word.trim();
				if (reading === undefined) return `${word}: ${name}.`;
				const late = observation.now - reading.sampledAt;
				const trend = trendOf(reading);
				const notes = [
					measure(reading.value, reading.unit),
					...(trend === '' ? [] : [trend]),
					...(late > STALE_SECONDS ? [`${age(late)} old`] : []),
				];
				return `${word}: ${name} ${notes.join(', ')}.`;
			}),
	);
	const named = (wanted: Verdict) =>
		signs.filter(({verdict}) => verdict === wanted).map(({name}) => name);
	return [
		...lines,
		...together('NO DATA', named('unknown'), signs.length),
		...together('OK', named('ok'), signs.length),
	];
}

function together(word: string, names: readonly string[], all: number): readonly string[] {
	if (names.length === 0) return [];
	return [`${word}: ${names.length === all ? 'all vital signs' : names.join(', ')}.`];
}

function customersLine({dashboard, now}: Observation): string {
	const {impacted, resolved, services, promisedAt} = dashboard;
	const hurt = `${String(impacted)} of ${count(services.length, 'service')} impacted, ${String(resolved)} resolved.`;
	if (promisedAt === null) return `Customers: ${hurt} No update promised.`;
	const left = promisedAt - now;
	return left >= 0
		? `Customers: ${hurt} Next update promised in ${duration(left)}.`
		: `Customers: ${hurt} LATE: the promised update is ${duration(-left)} overdue.`;
}

function alertsLine(observation: Observation): string {
	const active = observation.alerts.filter(({clearedAt}) => clearedAt === null);
	if (active.length === 0) return 'Alerts: none.';
	const open = active.filter(({acknowledgedBy}) => acknowledgedBy === null);
	const pages = open.filter(({severity}) => severity === 'page').length;
	return `Alerts: ${count(pages, 'open page')}, ${String(open.length)} of ${String(active.length)} not acknowledged.`;
}

function ordersLine(observation: Observation): readonly string[] {
	const running = observation.orders.filter(({state}) => state === 'running');
	if (running.length === 0) return [];
	const told = running.map(order => `${clean(order.text)}, ${summaryOf(order, observation.now)}`);
	return [`Orders running: ${told.join('; ')}.`];
}

function pausedLine({automations, now}: Observation): readonly string[] {
	const paused = automations.filter(({state}) => state === 'paused');
	if (paused.length === 0) return [];
	const told = paused.map(({id, since}) => `${clean(id)} for ${age(now - since)}`);
	return [`Automations paused: ${told.join(', ')}.`];
}

function callLine({teams}: Observation): string {
	const here = teams.filter(({state}) => state === 'present').map(({team}) => clean(team));
	const paged = teams.filter(({state}) => state === 'paged').map(({team}) => clean(team));
	const coming = paged.length === 0 ? '' : ` Paged: ${paged.join(', ')}.`;
	return `On the call: ${here.length === 0 ? 'nobody' : here.join(', ')}.${coming}`;
}
