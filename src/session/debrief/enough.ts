import {hash, SUBSYSTEM_NAMES, type World} from '../../sim/index.ts';
import {isOutOfReach} from '../goals/index.ts';
import {ordersUnder, type Change} from '../relive/change.ts';
import {TRACE_SECONDS, type Traced} from '../relive/traces.ts';
import type {Run} from '../run.ts';
import type {PlannedOrder} from '../order-file.ts';
import {whatIf, type BaselineRun, type Enough, type Watch} from './baseline.ts';
import type {Outcome} from './debrief.types.ts';
import {trifle} from './ranking.ts';

/** A changed night without what would tell nothing more of it; null where all of it tells nothing. */
export function whatIfInShort(baseline: BaselineRun, changed: Change): Outcome | null {
	return whatIf(baseline, changed, watchOf(baseline, changed));
}

const LOOK_SECONDS = 60;
/** Beyond this many times the harm of the run itself, more is only more. */
const FAR_TIMES = 2;

/** Minds whether the rest of a changed night would still tell anything. */
function watchOf(baseline: BaselineRun, changed: Change): Watch {
	const {outcome, recorded, level} = baseline;
	const far = farOf(baseline, changed);
	const ownChanges = changed.instead === null && changed.capacity === 1;
	const canMeet = ownChanges && changed.switches.length === 0 && !readsSums(level.goals);
	const touched = touchedBy(baseline, changed);
	const isLost = lostForGood(baseline, changed);
	return (run, traced, given) => {
		const {world} = run;
		if (!ownChanges || world.now % LOOK_SECONDS !== 0) return null;
		if (isUndone(world, [...touched.given, ...given])) return 'nothing';
		const harm = harmSoFar(traced);
		const isDecided = run.evaluation.decided !== null;
		if (!isDecided && far !== null && harm > far.minutes) return far.then;
		const noBetter = isLost(run, harm);
		if (noBetter !== null) return noBetter;
		const steps = changed.steps.flat().filter(({words}) => words.length > 0).length;
		if (!canMeet || given.length < steps || world.now <= touched.last) return null;
		return outcome.ended !== null && world.now < recorded.until && hasMet(baseline, run, traced)
			? 'met'
			: null;
	};
}

/**
 * Of a night that is lost for good only its harm may still help, and harm only grows: where it would not be told by now it
 * never will. Beside a night that was won it is told by its own end. What was only left out is told for what it cost.
 */
function lostForGood({outcome, level, recorded}: BaselineRun, changed: Change) {
	const {ended, harm: base} = outcome;
	const bound = base.total - trifle(outcome);
	const isFix = changed.switches.length > 0;
	const onlyLeftOut = isOnlyLeftOut(changed);
	const orders = ordersUnder(recorded, changed);
	const steps = changed.steps.flatMap(line => line.flatMap(({words}) => words));
	return ({world, evaluator, evaluation}: Run, harm: number): Enough | null => {
		if (isFix) return harm > bound ? 'at least' : null;
		const isLost = evaluation.decided?.won === false;
		if (ended?.won === true) return isLost ? 'told' : null;
		if (onlyLeftOut || harm <= bound) return null;
		if (isLost) return 'at least';
		// How much later it would be lost says what kept it off: where time ran out, nothing did.
		if (ended === null || ended.at < level.limit) return null;
		const toCome = [
			...world.orders.filter(({state}) => state === 'running'),
			...[...orders, ...level.prelude].filter(({at}) => at > world.now),
		].map(({words}) => words);
		const isClosed = recorded.injects.length === 0;
		return isClosed && isOutOfReach(evaluator, world, [...toCome, ...steps]) ? 'at least' : null;
	};
}

type Far = {readonly minutes: number; readonly then: Enough};

/**
 * Harm beyond which a change is no better, whatever comes. A night that was lost only when its time was up may be lost
 * dearer and then won: that is told at up to twice its harm.
 */
function farOf({outcome, level}: BaselineRun, changed: Change): Far | null {
	const {atEnd, ended} = outcome;
	const least = atEnd.total + trifle(outcome);
	if (changed.switches.length > 0) return null;
	const onlyLeftOut = isOnlyLeftOut(changed);
	if (ended?.won === true) return onlyLeftOut ? null : {minutes: least, then: 'nothing'};
	if (ended === null || ended.at < level.limit) return null;
	return {minutes: FAR_TIMES * least, then: onlyLeftOut ? 'at least' : 'nothing'};
}

function isOnlyLeftOut({leaveOut, add, move}: Change): boolean {
	return leaveOut.length > 0 && add.length === 0 && move.length === 0;
}

/** As it was last written down, minutes ago. */
function harmSoFar({rows}: Traced): number {
	return rows[0]?.at(-1) ?? 0;
}

/** Orders of a change with their times, and the last second that it touches. */
function touchedBy({recorded}: BaselineRun, {leaveOut, move, add}: Change) {
	const find = (number: number) => recorded.orders.find(({order}) => order === number);
	const moved = move.map(({order, at}) => ({at, words: find(order)?.words ?? ''}));
	const times = [
		...[...leaveOut, ...move.map(({order}) => order)].map(number => find(number)?.at ?? 0),
		...[...moved, ...add].map(({at}) => at),
	];
	return {given: [...moved, ...add], last: Math.max(0, ...times)};
}

function isUndone({orders}: World, given: readonly PlannedOrder[]): boolean {
	return orders.some(
		({number, state, at, words}) =>
			number > 0 &&
			(state === 'refused' || state === 'failed') &&
			given.some(each => each.at === at && each.words === words),
	);
}

/** Sums go on from where they are: what is judged by them is not the same for having the same Region. */
function readsSums(goals: unknown): boolean {
	return /"(?:harm|orders|updates|promises)\b/.test(JSON.stringify(goals));
}

/** Whether the Region is what it was in the run itself in this second, and judged as it was. */
function hasMet({rows, checkpoints}: BaselineRun, run: Run, traced: Traced): boolean {
	const {world} = run;
	const index = world.now / TRACE_SECONDS;
	// Most nights that differ do so in plain numbers, which cost nothing to compare.
	const sameTraces = rows.every(
		(row, trace) => trace === 0 || row[index] === traced.rows[trace]?.[index],
	);
	if (!Number.isInteger(index) || !sameTraces || checkpoints.before(world.now) !== world.now) {
		return false;
	}
	const original = checkpoints.from(world.now)?.run;
	return original !== undefined && stateOf(original) === stateOf(run);
}

/** All that the rest of a night follows from: the Region, what lasts beside it, how it is judged, and what its level remembers. */
export function stateOf({world, evaluation, cues}: Run): string {
	const {memory, decided} = evaluation;
	const running = world.orders.filter(({state}) => state === 'running').map(({words}) => words);
	return hash([
		...SUBSYSTEM_NAMES.map(name => world[name]),
		world.milestones,
		world.troubles,
		world.levers,
		cues,
		memory,
		decided,
		running,
	]);
}
