import {secondsOfDay, type Dials} from '../level/dials/index.ts';
import type {LevelCard} from '../view/programs/menu/index.ts';
import type {ShelvedLevel} from './house.types.ts';
import type {Glance} from './kept/index.ts';

/** A level, or its file as data. */
type Fields = Readonly<Record<string, unknown>>;

type WithDials = Fields & {readonly dials: Dials};

export type CardedLevel = {readonly id: string; readonly level: WithDials};

/** Cards of levels, up the ladder and then the rest. */
export function cardsOf(
	levels: readonly CardedLevel[],
	runs: readonly Glance[],
): readonly ShelvedLevel[] {
	return levels
		.map(({id, level}) => cardOf(id, level, runs))
		.sort(
			(a, b) => (a.ladder ?? Infinity) - (b.ladder ?? Infinity) || (a.title < b.title ? -1 : 1),
		);
}

/** Levels that take turns as the daily one: those that somebody can do well or badly in. */
export function inTheRota<Card extends LevelCard>(levels: readonly Card[]): readonly Card[] {
	return levels.filter(({kind}) => kind === 'ladder' || kind === 'drill' || kind === 'exam');
}

/** The card of a level, from its file as data or as the game parsed it. */
export function cardOf(id: string, level: WithDials, runs: readonly Glance[]): ShelvedLevel {
	return {
		id,
		title: text(level['title'], id),
		summary: text(level['summary'], ''),
		ladder: numberOf(level['ladder']),
		kind: kindOf(level['kind']),
		minutes: numberOf(level['minutes']),
		role: text(level['role'], ''),
		dials: level.dials,
		best: bestOf(id, runs),
		...startsOf(level),
	};
}

/** The start of the level as it stands, and of each of its variations. */
function startsOf(level: Fields): Pick<ShelvedLevel, 'startSecondsOfDay' | 'variations'> {
	const startOf = ({startSecondsOfDay: parsed, start}: Fields, otherwise: number) => ({
		startSecondsOfDay: numberOf(parsed) ?? secondsOfDay(text(start, '')) ?? otherwise,
	});
	const own = startOf(level, 0);
	const variations: unknown = level['variations'];
	const nights: readonly unknown[] = Array.isArray(variations) ? variations : [];
	return {
		...own,
		variations: nights.map(night => startOf(fields(night), own.startSecondsOfDay)),
	};
}

function kindOf(kind: unknown): LevelCard['kind'] {
	switch (kind) {
		case 'ladder':
		case 'drill':
		case 'exam':
		case 'sandbox':
		case 'tutorial':
			return kind;
		default:
			return 'ladder';
	}
}

/** `won, harm 412`, or how often it was lost; of runs that nobody saw, as claimed. */
function bestOf(id: string, runs: readonly Glance[]): string {
	const seen = bestAmong(
		id,
		runs.filter(({proven}) => proven),
	);
	if (seen !== '') return seen;
	const claimed = bestAmong(id, runs);
	return claimed === '' ? '' : `claimed: ${claimed}`;
}

function bestAmong(id: string, runs: readonly Glance[]): string {
	const ended = runs.filter(({level, outcome}) => level === id && /^(won|lost)$/.test(outcome));
	const harms = ended.flatMap(({outcome, harm}) =>
		outcome === 'won' && harm !== null ? [harm] : [],
	);
	if (harms.length > 0) return `won, impact ${Math.min(...harms).toFixed(0)}`;
	return ended.length === 0 ? '' : `lost ${String(ended.length)}x`;
}

function fields(value: unknown): Fields {
	return typeof value === 'object' && value !== null ? {...value} : {};
}

function text(value: unknown, otherwise: string): string {
	return typeof value === 'string' ? value : otherwise;
}

function numberOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
