import type {Finding} from '../../src/session/index.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {winOf} from './brute-force.ts';
import {droppedNights, nights} from './nights.ts';

/** Nights of a day would take one each. */
const LIMIT_MAX = 4 * 3_600;

/** Which of the nights: the textbook's without an order or two, or those of people who know something or press keys. */
export type Asked = {
	readonly of: 'dropped' | 'nights';
	readonly night: number;
	/** One level alone, by its id; null for all. */
	readonly level: string | null;
};

/** A lost night, and what would have won it as the debrief names it and as it was found otherwise; null where it was not lost. */
export type NamedWin = {
	readonly name: string;
	readonly named: string | null;
	readonly proof: string | null;
};

export function winnableIn({of, night: at, level}: Asked): NamedWin | null {
	const live = of === 'dropped' ? droppedOf(level)[at] : nightsOf(level, at + 1)[at];
	const night = live?.();
	if (night === undefined || night.result.ended?.won !== false) return null;
	const {decisions} = debriefIn(night.level, night.recorded);
	const told = decisions.find(({turns, whole}) => turns === 'won' && !whole);
	const proof = () => (of === 'dropped' ? 'what was left out' : winOf(night));
	return {
		name: night.name,
		named: told?.other ?? null,
		// Orders that were told and that win it are proof enough that there are such orders.
		proof: told !== undefined && ordersIn(told) <= 2 ? told.other : proof(),
	};
}

function levelsOf(level: string | null) {
	return ownLevels().filter(({id}) => id !== 'sandbox' && (level === null || id === level));
}

function droppedOf(level: string | null) {
	const levels = levelsOf(level).filter(({id}) => id !== 'exam');
	return droppedNights(Infinity, levels);
}

function nightsOf(level: string | null, count: number) {
	const short = levelsOf(level).filter(({limit}) => limit <= LIMIT_MAX);
	return nights(count, short);
}

/** Orders that a finding is about, without the pages and the access that they take. */
function ordersIn({did, other}: Finding): number {
	const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/gu)].map(match => match[1]!);
	const about = quoted(other).length > 0 ? quoted(other) : quoted(did);
	return about.filter(words => !/^(page|break glass)/u.test(words)).length;
}
