import type {Observation} from '../../observe/index.ts';
import {openPages} from '../say/facts/alerts.ts';
import {promiseFact} from '../say/facts/comms.ts';
import {orderFact} from '../say/facts/orders.ts';
import type {Verdict} from '../say/fact.types.ts';
import {VITALS} from '../say/gauges.ts';
import {age, count} from '../say/measure.ts';
import {metricFact, type MetricFact} from '../say/metric-facts.ts';
import {stillOpenLine} from '../say/still-open.ts';
import {tellTime} from './tell.ts';

/** The state of the world in a few lines, the worst first. */
export function statusLines(observation: Observation): readonly string[] {
	return [
		`${tellTime(observation, 0)} ${standing(observation)}`,
		...vitalLines(observation),
		...openLine(observation),
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

const WORST_FIRST: readonly Verdict[] = ['crit', 'warn'];

/** Each vital sign that is not well on a line; those that are well share one. */
function vitalLines(observation: Observation): readonly string[] {
	const signs = VITALS.map(({id, name}) => metricFact(observation, id, name));
	const those = (wanted: Verdict) => signs.filter(({verdict}) => verdict === wanted);
	return [
		...WORST_FIRST.flatMap(those).map(({text}) => text),
		...together('NO DATA', those('unknown'), signs.length),
		...together('OK', those('ok'), signs.length),
	];
}

function together(word: string, signs: readonly MetricFact[], all: number): readonly string[] {
	if (signs.length === 0) return [];
	const names = signs.length === all ? 'all vital signs' : signs.map(({label}) => label).join(', ');
	return [`${word}: ${names}.`];
}

function customersLine(observation: Observation): string {
	const {impacted, resolved, services} = observation.dashboard;
	const hurt = `${String(impacted)} of ${count(services.length, 'service')} impacted, ${String(resolved)} resolved`;
	return `Customers: ${hurt}. ${promiseFact(observation).text}`;
}

function openLine(observation: Observation): readonly string[] {
	const line = stillOpenLine(observation);
	return line === '' ? [] : [line];
}

function alertsLine(observation: Observation): string {
	const active = observation.alerts.filter(({clearedAt}) => clearedAt === null);
	if (active.length === 0) return 'Alerts: none.';
	const open = active.filter(({acknowledgedBy}) => acknowledgedBy === null);
	return `Alerts: ${count(openPages(observation), 'open page')}, ${String(open.length)} of ${String(active.length)} not acknowledged.`;
}

function ordersLine(observation: Observation): readonly string[] {
	const running = observation.orders.filter(({state}) => state === 'running');
	if (running.length === 0) return [];
	const told = running.map(order => {
		const {label, of} = orderFact(observation, order);
		return `${label}, ${of.summary}`;
	});
	return [`Orders running: ${told.join('; ')}.`];
}

function pausedLine({automations, now}: Observation): readonly string[] {
	const paused = automations.filter(({state}) => state === 'paused');
	if (paused.length === 0) return [];
	const told = paused.map(({id, since}) => `${id} for ${age(now - since)}`);
	return [`Automations paused: ${told.join(', ')}.`];
}

function callLine({teams}: Observation): string {
	const here = teams.filter(({state}) => state === 'present').map(({team}) => team);
	const paged = teams.filter(({state}) => state === 'paged').map(({team}) => team);
	const coming = paged.length === 0 ? '' : ` Paged: ${paged.join(', ')}.`;
	return `On the call: ${here.length === 0 ? 'nobody' : here.join(', ')}.${coming}`;
}
