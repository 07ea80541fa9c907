import type {Observation} from '../../observe/index.ts';
import {overviewFacts, overviewRows} from '../say/facts/overview.ts';
import type {OverviewRow} from '../say/facts/overview.types.ts';
import {standingFacts, type StandingFact} from '../say/facts/standing.ts';
import {sentence} from '../say/fact.ts';
import {tellTime} from './tell.ts';

/** The header in sentences, then the overview: only what deviates, upstream first, and what is well in one line. */
export function statusLines(observation: Observation): readonly string[] {
	const stands = standingFacts(observation);
	const {severity, access, over, pages, impacted, open, asked, promise, running, call} = stands;
	const together = (...facts: readonly StandingFact[]) =>
		facts
			.map(({text}) => text)
			.filter(text => text !== '')
			.join(' ');
	return [
		`${tellTime(observation, 0)} ${together(call, severity, access, over)}`,
		...[[open], [asked]].map(facts => together(...facts)).filter(line => line !== ''),
		...overviewLines(observation),
		...[[impacted, promise], [pages], [running]]
			.map(facts => together(...facts))
			.filter(line => line !== ''),
	];
}

function overviewLines(observation: Observation): readonly string[] {
	const rows = overviewRows(observation);
	const {note} = overviewFacts(observation, {filter: ''});
	const those = (...wanted: readonly string[]) =>
		rows.filter(({verdict}) => wanted.includes(verdict));
	return [
		sentence(`Overview, upstream first: ${note}`),
		...those('crit', 'warn').map(({text}) => text),
		...namesOf('NO DATA', those('unknown'), rows.length),
		...namesOf('OK', those('ok'), rows.length),
	];
}

function namesOf(word: string, rows: readonly OverviewRow[], all: number): readonly string[] {
	if (rows.length === 0) return [];
	const names = rows.length === all ? 'all systems' : rows.map(({label}) => label).join(', ');
	return [`${word}: ${names}.`];
}
