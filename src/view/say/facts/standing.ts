import type {Observation} from '../../../observe/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Verdict} from '../fact.types.ts';
import {age, count, duration} from '../measure.ts';
import {stillOpen, stillOpenLine} from '../still-open.ts';
import {openPages} from './alerts.ts';
import {promiseFact} from './comms.ts';
import {orderFact} from './orders.ts';

/** How it is said where there is room for two or three words; empty where it is not worth them. */
export type StandingOf = {readonly short: string};
export type StandingFact = Fact<StandingOf>;

const ACCESS = {
	'signed-in': ['ok', 'signed in', 'Signed in'],
	failing: ['crit', 'sign-in fails', 'SIGN-IN FAILS: internal tools show nothing newer'],
	'break-glass': ['warn', 'break-glass', 'Break-glass access'],
} as const;

const SEVERITY_VERDICTS = {
	none: 'unknown',
	'sev-3': 'warn',
	'sev-2': 'warn',
	'sev-1': 'crit',
} as const;

/** What stands whichever panel is looked at: how bad it is called, who gets in, what waits, what is promised. */
export function standingFacts(observation: Observation) {
	return {
		severity: severityFact(observation),
		access: accessFact(observation),
		over: overFact(observation),
		pages: pagesFact(observation),
		impacted: impactedFact(observation),
		open: openFact(observation),
		promise: promised(observation),
		paused: pausedFact(observation),
		running: runningFact(observation),
		call: callFact(observation),
		held: heldFact(observation),
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

function severityFact({severity}: Observation): StandingFact {
	const [verdict, isNone] = [SEVERITY_VERDICTS[severity], severity === 'none'];
	const short = isNone ? 'no sev' : severity.toUpperCase();
	return standing('severity', 'severity', {value: severity, verdict, short}, () =>
		isNone ? 'No severity declared' : `${short} declared`,
	);
}

function accessFact({access}: Observation): StandingFact {
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
	const short = pages === 0 ? '' : count(pages, 'open page');
	return standing(
		'pages',
		'pages',
		{value: pages, verdict: pages > 0 ? 'crit' : 'ok', short},
		() => {
			const active = observation.alerts.filter(({clearedAt}) => clearedAt === null);
			if (active.length === 0) return 'Alerts: none';
			const open = active.filter(({acknowledgedBy}) => acknowledgedBy === null);
			return `Alerts: ${count(pages, 'open page')}, ${String(open.length)} of ${String(active.length)} not acknowledged`;
		},
	);
}

function impactedFact({dashboard}: Observation): StandingFact {
	const {impacted, resolved, services} = dashboard;
	const verdict = impacted > 0 ? 'warn' : 'ok';
	const short = `${count(impacted, 'service')} impacted`;
	return standing(
		'impacted',
		'customers',
		{value: impacted, verdict, short},
		() =>
			`Customers: ${String(impacted)} of ${count(services.length, 'service')} impacted, ${String(resolved)} resolved`,
	);
}

function openFact(observation: Observation): StandingFact {
	const short = stillOpen(observation, 1);
	return standing('open', 'still open', {verdict: short === '' ? 'ok' : 'warn', short}, () =>
		stillOpenLine(observation),
	);
}

function promised(observation: Observation): StandingFact {
	const {id, label, verdict, text, of} = promiseFact(observation);
	const {inSeconds} = of;
	return standing(id, label, {value: inSeconds, verdict, short: dueIn(inSeconds)}, () => text);
}

function dueIn(seconds: number | null): string {
	if (seconds === null) return '';
	return seconds < 0 ? `update ${duration(-seconds)} late` : `next update in ${duration(seconds)}`;
}

function pausedFact({automations, now}: Observation): StandingFact {
	const paused = automations.filter(({state}) => state === 'paused');
	const {length} = paused;
	const short = length === 0 ? '' : `${count(length, 'automation')} paused`;
	return standing(
		'paused',
		'automations',
		{value: length, verdict: length > 0 ? 'warn' : 'ok', short},
		() => {
			if (length === 0) return '';
			const told = paused.map(({id, since}) => `${id} for ${age(now - since)}`);
			return `Automations paused: ${told.join(', ')}`;
		},
	);
}

function runningFact(observation: Observation): StandingFact {
	const running = observation.orders.filter(({state}) => state === 'running');
	const {length} = running;
	const short = length === 0 ? '' : `${count(length, 'order')} running`;
	return standing('running', 'orders', {value: length, short}, () => {
		if (length === 0) return '';
		const told = running.map(order => {
			const {label, of} = orderFact(observation, order);
			return `${label}, ${of.summary}`;
		});
		return `Orders running: ${told.join('; ')}`;
	});
}

function callFact({teams}: Observation): StandingFact {
	const those = (wanted: string) =>
		teams.filter(({state}) => state === wanted).map(({team}) => team);
	const here = those('present').join(', ');
	return standing('call', 'on the call', {value: here === '' ? null : here}, () => {
		const paged = those('paged').join(', ');
		const coming = paged === '' ? '' : `. Paged: ${paged}`;
		return `On the call: ${here === '' ? 'nobody' : here}${coming}`;
	});
}
