import type {Observation, PanelId} from '../../observe/index.ts';
import type {Fact, Facts, Group, Sight} from '../say/fact.types.ts';
import {sentence} from '../say/fact.ts';
import {factsOf} from '../say/facts/index.ts';
import type {OrderOf} from '../say/facts/orders.ts';
import {count} from '../say/measure.ts';
import type {PlainState} from './state.ts';

/** So many of the newest of what goes back for hours. */
const MOST: Readonly<Partial<Record<PanelId, number>>> = {log: 20, orders: 10};

/** A panel as the player looks at it. */
export function readPanel({observation, filter}: PlainState, panel: PanelId): readonly string[] {
	const most = MOST[panel];
	return panelLines(panel, observation, most === undefined ? {filter} : {filter, most});
}

/** A panel as one reads it out: its title and what it comes to, then a line a fact. */
export function panelLines(
	panel: PanelId,
	observation: Observation,
	sight: Sight,
): readonly string[] {
	const facts = factsOf(panel, observation, sight);
	const {title, note, emptied} = facts;
	const told = toldOf(panel, facts).flatMap(group => groupLines(group));
	const nothing = emptied && sight.filter !== '' ? EMPTIED : (NOTHING[panel] ?? 'Nothing to show.');
	return [
		sentence(note === '' ? title : `${title}: ${note}`),
		...told,
		...(told.length === 0 || emptied ? [nothing] : []),
		...restLines(panel, observation, sight),
	];
}

const EMPTIED = 'Nothing else here matches the filter; filter off clears it.';
const NOTHING: Readonly<Partial<Record<PanelId, string>>> = {
	log: 'No lines.',
	orders: 'No command yet. help orders lists them all.',
};

/** More alerts than this are told by group; a filter brings each of them back. */
const APART_MAX = 16;

/** The groups that are told: alerts each by itself or, in a flood, a line a group. */
function toldOf(panel: PanelId, {groups}: Facts): readonly Group[] {
	if (panel !== 'alerts') return Object.values(groups);
	const {standing, floods, ...others} = groups;
	const many = standing?.facts.length ?? 0;
	if (many === 0) return [CALM, ...Object.values(others)];
	const flood = many > APART_MAX ? floods : undefined;
	if (flood === undefined) return [standing ?? CALM, ...Object.values(others)];
	const title = `${count(many, 'alert')} in ${count(flood.facts.length, 'group')}; filter WORD lists matches, ack GROUP acknowledges them`;
	return [{...flood, title}, ...Object.values(others)];
}

const CALM: Group = {title: 'OK: nothing is alarming', facts: []};

function groupLines(group: Group): readonly string[] {
	const {title = '', facts} = group;
	if (facts.length === 0 && group !== CALM) return [];
	return [...(title === '' ? [] : [sentence(title)]), ...facts.flatMap(factLines)];
}

/** A fact, and what a look brought back with it. */
function factLines(fact: Fact): readonly string[] {
	return [fact.text, ...(isOrder(fact) ? fact.of.lines.map(line => `  ${line}`) : [])];
}

function isOrder(fact: Fact): fact is Fact<OrderOf> {
	return (
		typeof fact.of === 'object' && fact.of !== null && 'lines' in fact.of && 'summary' in fact.of
	);
}

function restLines(
	panel: PanelId,
	{orders}: Observation,
	{filter, most}: Sight,
): readonly string[] {
	const rest = orders.length - (most ?? orders.length);
	return panel === 'orders' && filter === '' && rest > 0
		? [`And ${count(rest, 'earlier command')}.`]
		: [];
}
