import type {Observation, TeamPresence} from '../../../observe/index.ts';
import {fact, listed} from '../fact.ts';
import type {Act, Fact} from '../fact.types.ts';
import {duration} from '../measure.ts';

const PRESENCE = {
	present: {word: 'ON CALL', verdict: 'ok'},
	paged: {word: 'PAGED', verdict: 'warn'},
	asleep: {word: 'NOT PAGED', verdict: 'unknown'},
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
				raw.escalated ? 'second on-call paged' : '',
			),
	);
}

function actsOf(team: string, state: TeamPresence['state']): readonly Act[] {
	switch (state) {
		case 'present':
			return [{key: 'r', label: 'release them', order: `release ${team}`}];
		case 'paged':
			return [{key: 'e', label: 'escalate to the second', order: `escalate ${team}`}];
		case 'asleep':
			return [{key: 'p', label: `page ${team}`, order: `page ${team}`}];
	}
}
