import {
	createBaseline,
	ORDERS,
	parseOrder,
	type BaselineRun,
	type Outcome,
} from '../../src/session/index.ts';
import {moves} from '../../src/session/debrief/decisions.ts';
import {whatIfInShort} from '../../src/session/debrief/enough.ts';
import {filled} from '../../src/session/debrief/levers-tried.ts';
import {savedBy} from '../../src/session/debrief/ranking.ts';
import {wantsOf} from '../../src/session/debrief/wants.ts';
import {formOf} from '../../src/session/goals/index.ts';
import {change} from '../../src/session/relive/change.ts';
import {specOf} from '../../src/sim/index.ts';
import type {Night} from './nights.ts';

type Given = {readonly words: string; readonly at: number};

const TIMES = 4;
/** Orders that are tried two by two, and at how many times each. */
const PAIRED_MAX = 8;
const PAIR_TIMES = 3;

/** Every order of the grammar that can move the Region, its blanks as people first fill them. */
const INSTANCES = [...new Set(Object.values(ORDERS).flatMap(spec => filled(formOf(spec))))].filter(
	words => {
		const parsed = parseOrder(words);
		return parsed.ok && moves(parsed.order);
	},
);

/**
 * One or two orders that would have won a lost night, or null: every order at several times, with its team paged where
 * nobody had seen to it; then two by two those that did most alone and those that what was open asks for.
 */
export function winOf({level, recorded}: Night): string | null {
	const baseline = createBaseline(level, recorded);
	const times = timesOf(baseline);
	const tried: (Given & {readonly saved: number})[] = [];
	for (const words of INSTANCES) {
		for (const at of times) {
			const outcome = livedWith(baseline, [{words, at}]);
			if (outcome === null) continue;
			if (isWin(baseline, outcome)) return told([{words, at}]);
			tried.push({words, at, saved: savedBy(baseline.outcome, {outcome})});
		}
	}
	const paired = wordsToPair(baseline, tried);
	const early = times.slice(0, PAIR_TIMES);
	for (const [index, one] of paired.entries())
		for (const other of paired.slice(index + 1))
			for (const [first, second] of early.flatMap(a => early.map(b => [a, b] as const))) {
				const pair = [
					{words: one, at: first},
					{words: other, at: second},
				];
				const outcome = livedWith(baseline, pair);
				if (outcome !== null && isWin(baseline, outcome)) return told(pair);
			}
	return null;
}

function timesOf({level, outcome}: BaselineRun): readonly number[] {
	const span = (outcome.ended?.at ?? level.limit) - level.takeover;
	return Array.from(
		{length: TIMES},
		(_, step) => level.takeover + 60 * Math.ceil((span * step) / TIMES / 60 + 1),
	).filter(at => at < level.limit);
}

function wordsToPair(
	baseline: BaselineRun,
	tried: readonly (Given & {readonly saved: number})[],
): readonly string[] {
	const asked = wantsOf(baseline)
		.filter(({needed}) => needed)
		.flatMap(({levers}) => levers.slice(0, 2).flatMap(lever => filled(lever).slice(0, 1)));
	const best = [...tried].sort((a, b) => b.saved - a.saved).map(({words}) => words);
	const half = PAIRED_MAX / 2;
	return [
		...new Set([...new Set(asked)].slice(0, half)),
		...new Set(best.filter(words => !asked.includes(words))),
	].slice(0, PAIRED_MAX);
}

/** With whoever it takes, where it comes to nothing without them. */
function livedWith(baseline: BaselineRun, given: readonly Given[]): Outcome | null {
	const alone = whatIfInShort(baseline, change({add: given}));
	if (alone !== null) return alone;
	const teams = new Set(given.flatMap(({words}) => teamOf(words) ?? []));
	if (teams.size === 0) return null;
	const at = baseline.level.takeover + 60;
	const pages = [...teams]
		.filter(team => !baseline.orders.some(({words}) => words === `page ${team}`))
		.map(team => ({at, words: `page ${team}`}));
	return pages.length === 0 ? null : whatIfInShort(baseline, change({add: [...pages, ...given]}));
}

function teamOf(words: string): string | null {
	const parsed = parseOrder(words);
	return parsed.ok ? specOf(parsed.order).team : null;
}

/** What a level calls unsafe is no win that anybody should be told of. */
function isWin({outcome}: BaselineRun, {ended, unsafeOrders}: Outcome): boolean {
	return ended?.won === true && unsafeOrders.every(words => outcome.unsafeOrders.includes(words));
}

function told(given: readonly Given[]): string {
	return given.map(({words, at}) => `${words} at ${String(at)}`).join(', ');
}
