import {castSeen, type Observation} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Verdict} from '../fact.types.ts';
import {age, count} from '../measure.ts';
import {openList} from './open.ts';
import {stillOpenLine} from '../still-open.ts';
import {openPages} from './alerts.ts';
import {promiseFact} from './comms.ts';
import {orderFact} from './orders.ts';

/** How it is said in the header; empty where it is not worth the room. */
export type StandingOf = {readonly short: string};
export type StandingFact = Fact<StandingOf>;

const ACCESS = {
	'signed-in': ['ok', 'signed in', 'Signed in'],
	failing: ['crit', 'sign-in fails', 'SIGN-IN FAILS: internal tools show stale data'],
	'break-glass': ['warn', 'break-glass', 'Break-glass access'],
} as const;

/** What the header says of it. */
export function headerFacts(observation: Observation) {
	return {
		severity: severityFact(observation),
		access: accessFact(observation),
		over: overFact(observation),
	} as const;
}

/** What stands whichever panel is looked at: how bad it is called, who gets in, who is here, what is still open. */
export function standingFacts(observation: Observation) {
	return {
		...headerFacts(observation),
		call: callFact(observation),
		held: heldFact(observation),
		open: openFact(observation),
		asked: askedFact(observation),
		pages: pagesFact(observation),
		impacted: impactedFact(observation),
		promise: promised(observation),
		running: runningFact(observation),
	} as const;
}

type Said = {
	readonly value?: number | string | null;
	readonly verdict?: Verdict;
	readonly short?: string;
};

function standing(
	id: string,
	label: string,
	{value = null, verdict = 'unknown', short = ''}: Said,
	text: () => string,
): StandingFact {
	return fact(
		{id, label, value, unit: typeof value === 'number' ? 'count' : '', verdict, of: {short}},
		text,
	);
}

/** Time stands as long as anybody holds it. */
function heldFact({room}: Observation): StandingFact {
	const by = (room?.holds ?? []).map(hold => hold.by).join(', ');
	return standing(
		'held',
		'held',
		{verdict: by === '' ? 'ok' : 'warn', short: by === '' ? '' : `held by ${by}`},
		() => (by === '' ? '' : `Time stands: held by ${by}`),
	);
}

/** A decision of people, and no alarm. */
function severityFact(observation: Observation): StandingFact {
	const {severity} = observation;
	if (!castSeen(observation).includes('incidentCall'))
		return standing('severity', 'severity', {}, () => '');
	const isNone = severity === 'none';
	const short = isNone ? 'no sev' : severity.toUpperCase();
	return standing('severity', 'severity', {value: severity, short}, () =>
		isNone ? 'No severity declared' : `${short} declared`,
	);
}

function accessFact(observation: Observation): StandingFact {
	const {access} = observation;
	if (!castSeen(observation).includes('identity'))
		return standing('access', 'access', {}, () => '');
	const [verdict, short, text] = ACCESS[access];
	return standing('access', 'access', {value: access, verdict, short}, () => text);
}

function overFact({ended}: Observation): StandingFact {
	const value = ended === null ? null : ended.won ? 'won' : 'lost';
	return standing('over', 'run', {value}, () =>
		value === null ? '' : `The run is over: ${value}`,
	);
}

function pagesFact(observation: Observation): StandingFact {
	const pages = openPages(observation);
	return standing('pages', 'pages', {value: pages, verdict: pages > 0 ? 'crit' : 'ok'}, () => {
		const active = observation.alerts.filter(({clearedAt}) => clearedAt === null);
		if (active.length === 0) return 'Alerts: none';
		const open = active.filter(({acknowledgedBy}) => acknowledgedBy === null);
		return `Alerts: ${count(pages, 'open page')}, ${String(open.length)} of ${String(active.length)} not acknowledged`;
	});
}

function impactedFact({dashboard}: Observation): StandingFact {
	const {impacted, resolved, services} = dashboard;
	const verdict = impacted > 0 ? 'warn' : 'ok';
	return standing(
		'impacted',
		'customers',
		{value: impacted, verdict},
		() =>
			`Customers: ${String(impacted)} of ${count(services.length, 'service')} impacted, ${String(resolved)} resolved`,
	);
}

/** What people must take back; its own row of the header says it in parts. */
function openFact(observation: Observation): StandingFact {
	const list = openList(observation);
	return standing(
		'open',
		'still open',
		{value: list.length, verdict: list.some(({verdict}) => verdict === 'crit') ? 'crit' : 'ok'},
		() =>
			list.length === 0
				? 'Still open: nothing'
				: `Still open, ${String(list.length)}: ${list
						.map(({word, label, age: stood}) => `${word} ${label} for ${age(stood ?? 0)}`)
						.join('; ')}`,
	);
}

/** What the level still asks for. */
function askedFact(observation: Observation): StandingFact {
	const line = stillOpenLine(observation);
	return standing('asked', 'to win', {verdict: line === '' ? 'ok' : 'warn'}, () => line);
}

function promised(observation: Observation): StandingFact {
	const {id, label, verdict, text, of} = promiseFact(observation);
	return standing(id, label, {value: of.inSeconds, verdict}, () => text);
}

function runningFact(observation: Observation): StandingFact {
	const running = observation.orders.filter(({state}) => state === 'running');
	const {length} = running;
	return standing('running', 'orders', {value: length}, () => {
		if (length === 0) return '';
		const told = running.map(order => {
			const {label, of} = orderFact(observation, order);
			return `${label}, ${of.summary}`;
		});
		return `Commands running: ${told.join('; ')}`;
	});
}

function callFact(observation: Observation): StandingFact {
	const {teams, now} = observation;
	if (!castSeen(observation).includes('incidentCall'))
		return standing('call', 'on the call', {}, () => '');
	const here = teams.filter(({state}) => state === 'present').map(({team}) => team);
	const paged = teams
		.filter(({state}) => state === 'paged')
		.map(({team, since}) => `${team} paged ${age(now - since)}`);
	const names = here.length === 0 ? 'nobody' : here.join(' ');
	const short = `on the call: ${[names, ...paged].join('; ')}`;
	return standing('call', 'on the call', {value: here.join(', ') || null, short}, () => {
		const coming = paged.length === 0 ? '' : `. ${paged.join(', ')}`;
		return `On the call: ${here.length === 0 ? 'nobody' : here.join(', ')}${coming}`;
	});
}
