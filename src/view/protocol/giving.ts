import type {Observation} from '../../observe/index.ts';
import {ordersIn, type Cast} from '../../session/index.ts';
import {happened} from '../say/happenings.ts';
import {clockAt} from '../say/measure.ts';
import type {Fact} from '../say/fact.types.ts';
import {factsOf} from '../say/facts/index.ts';
import {standingFacts} from '../say/facts/standing.ts';
import type {MetricOf} from '../say/metric-facts.ts';
import type {Event, Given, OrderHelp, PanelFact, Seen} from './protocol.types.ts';
import type {PARTS, Request} from './requests.schema.ts';

/** What came about while time ran, newest first. */
export function eventsOf(before: Observation, after: Observation): readonly Event[] {
	return happened(before, after).map(({at, kind, word, text, lines}) => ({
		at,
		time: clockAt(after, at),
		kind,
		word,
		text,
		lines,
	}));
}

/** The parts of the observation that were asked for, and always what is short. */
export function observationOf(
	observation: Observation,
	parts: readonly (typeof PARTS)[number][],
	history: boolean,
): Seen {
	const {now, clock, news, access, severity, open, ended} = observation;
	const wanted = Object.fromEntries(
		parts.map(part => [part, part === 'standing' ? standingOf(observation) : observation[part]]),
	);
	const short = {now, clock, news, access, severity, open, ended};
	if (!parts.includes('metrics') || history) return {...short, ...wanted};
	const metrics = Object.fromEntries(
		Object.entries(observation.metrics).map(([id, reading]) => [id, {...reading, history: []}]),
	);
	return {...short, ...wanted, metrics};
}

/** What a panel says: its facts in the order of the other faces, with the same ids. */
export function panelOf(
	observation: Observation,
	{
		panel,
		filter = '',
		history = false,
	}: Pick<Extract<Request, {do: 'panel'}>, 'panel' | 'filter' | 'history'>,
): Required<Pick<Given, 'title' | 'note' | 'lines' | 'facts'>> {
	const said = factsOf(panel, observation, {filter});
	const facts = Object.entries(said.groups).flatMap(([group, {facts: own}]) =>
		own.map((fact): PanelFact => {
			const sent = {group, ...sentOf(fact)};
			return history ? {...sent, history: historyOf(fact)} : sent;
		}),
	);
	return {title: said.title, note: said.note, lines: facts.map(({text}) => text), facts};
}

function sentOf({id, label, value, unit, word, verdict, trend, age, text, acts}: Fact) {
	return {id, label, value, unit, word, verdict, trend, age, text, acts};
}

/** What stands whichever panel is looked at, where it says something. */
function standingOf(observation: Observation): readonly PanelFact[] {
	return Object.values(standingFacts(observation))
		.filter(({text}) => text !== '')
		.map(fact => ({group: 'standing', ...sentOf(fact)}));
}

/** One value a minute, oldest first; null where it was lost, and nothing where there is none. */
function historyOf({of}: Fact): readonly (number | null)[] {
	const reading = isMetric(of) ? of.reading : undefined;
	return (reading?.history ?? []).map(value => (Number.isNaN(value) ? null : value));
}

function isMetric(of: unknown): of is MetricOf {
	return typeof of === 'object' && of !== null && 'reading' in of;
}

/** What can be ordered, all of it or what begins with one verb. */
export function ordersOf(cast: Cast, verb: string | undefined): readonly OrderHelp[] {
	return Object.values(ordersIn(cast))
		.filter(({forms}) => verb === undefined || forms.some(form => form.split(' ', 1)[0] === verb))
		.map(({forms, what, seconds, team, needs, kind, risk, danger, example}) => ({
			forms,
			what,
			takesSeconds: seconds,
			team,
			needsTools: needs === 'tools',
			changes: kind === 'do',
			risk,
			danger: danger ?? null,
			example,
		}));
}
