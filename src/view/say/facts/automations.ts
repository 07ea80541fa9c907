import type {Automation, Observation, TeamPresence} from '../../../observe/index.ts';
import {ORDERS} from '../../../session/index.ts';
import {fact, listed} from '../fact.ts';
import type {Act, Fact, Facts, Sight} from '../fact.types.ts';
import {passing} from '../filter.ts';
import {age, clockAt, duration} from '../measure.ts';

/** What is lost while each automation is paused: the order that pauses it says so. */
const COSTS: ReadonlyMap<string, string> = new Map(
	Object.values(ORDERS)
		.filter(({forms}) => forms[0] === 'pause <automation>')
		.flatMap(({blanks, risk}) => {
			const blank = blanks['automation'];
			return blank?.kind === 'word' ? blank.words.map(word => [word, risk] as const) : [];
		}),
);

/** An automation, and what is lost while it is paused; empty where it runs or nobody has said. */
export type AutomationOf = Pick<Automation, 'state' | 'label' | 'by'> & {
	readonly cost: string;
	readonly at: string;
};

/** Machines taken out of the loop first, and for how long: a pause has an age. Then who is on the call. */
export function automationsFacts(observation: Observation, {filter}: Sight) {
	const {automations, teams} = observation;
	const paused = automations.filter(({state}) => state === 'paused');
	const running = automations.filter(({state}) => state === 'running');
	const here = teams.filter(({state}) => state === 'present').length;
	const machines = passing(
		filter,
		[...paused, ...running].map(each => automationFact(observation, each)),
	);
	const people = passing(
		filter,
		teams.map(each => teamFact(observation, each)),
	);
	return {
		title: 'Automations, call',
		note: `${String(paused.length)} paused, ${String(here)} on the call`,
		groups: {
			automations: {facts: machines},
			teams: {facts: people},
		},
		emptied: machines.length + people.length === 0,
	} satisfies Facts;
}

function automationFact(observation: Observation, raw: Automation): Fact<AutomationOf> {
	const {id, label: name, by} = raw;
	const isPaused = raw.state === 'paused';
	const at = isPaused ? clockAt(observation, raw.since).slice(0, 5) : '';
	const cost = isPaused ? (COSTS.get(raw.id) ?? '') : '';
	const since = observation.now - raw.since;
	return fact(
		{
			id,
			label: id,
			value: raw.state,
			word: isPaused ? 'PAUSED' : 'RUNNING',
			verdict: isPaused ? 'warn' : 'ok',
			age: isPaused ? since : null,
			acts: () => [
				isPaused
					? {key: 'r', label: 'let it run', order: `resume ${id}`}
					: {key: 'x', label: 'pause it', order: `pause ${id}`},
			],
			of: {state: raw.state, label: name, by, cost, at},
		},
		() => {
			if (!isPaused) return `RUNNING: ${id}, ${name}`;
			const whose = by === null ? '' : `by ${by}`;
			return `PAUSED: ${listed(id, name, whose, `at ${at}`, `for ${age(since)}`)}${cost === '' ? '' : `. ${cost}`}`;
		},
	);
}

const PRESENCE = {
	present: {word: 'ON CALL', verdict: 'ok'},
	paged: {word: 'PAGED', verdict: 'warn'},
	asleep: {word: 'ASLEEP', verdict: 'unknown'},
} as const;

/** Whether a team is here, on its way, or sleeps. */
export function teamFact({now}: Observation, raw: TeamPresence): Fact<TeamPresence> {
	const {team} = raw;
	const {word, verdict} = PRESENCE[raw.state];
	const since = raw.state === 'asleep' ? null : now - raw.since;
	return fact(
		{
			id: `team ${team}`,
			label: team,
			value: word.toLowerCase(),
			word,
			verdict,
			age: since,
			acts: () => actsOf(team, raw.state),
			of: raw,
		},
		() =>
			listed(
				`${word}: team ${team}`,
				since === null ? '' : `for ${duration(since)}`,
				raw.escalated ? 'second woken' : '',
			),
	);
}

function actsOf(team: string, state: TeamPresence['state']): readonly Act[] {
	switch (state) {
		case 'present':
			return [{key: 'r', label: 'let them go', order: `release ${team}`}];
		case 'paged':
			return [{key: 'e', label: 'escalate to the second', order: `escalate ${team}`}];
		case 'asleep':
			return [{key: 'p', label: `page ${team}`, order: `page ${team}`}];
	}
}
