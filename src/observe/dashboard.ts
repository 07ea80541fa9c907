import {valueAt, numberAt} from '../sim/index.ts';
import {castOf, type World} from '../sim/index.ts';
import {METRICS} from './metrics.ts';
import {OBSERVE_PARAMETERS} from './observe.parameters.ts';
import type {Dashboard, Post, ServiceStatus} from './observation.types.ts';
import {LOST, SAMPLE_SECONDS, type Pipeline} from './pipeline.ts';
import {createNewsroom, writePosts, type Newsroom} from './posts.ts';
import {SERVICE_COUNT, SERVICE_NAMES} from './services.ts';

/**
 * The public Health Dashboard. People keep it: reviewers who see the same late telemetry as everybody,
 * confirm so many services an hour, the worst first, and take a service off only after it has been well
 * for long. Tuned to canon 1.2 and 3.3; nothing here knows the time of day.
 */
const KEEPING = {
	impactedShare: OBSERVE_PARAMETERS.impactedShare.value,
	wellShare: OBSERVE_PARAMETERS.wellShare.value,
	openSeconds: OBSERVE_PARAMETERS.openSeconds.value,
	confirmSeconds: OBSERVE_PARAMETERS.confirmSeconds.value,
	confirmEffort: OBSERVE_PARAMETERS.confirmEffort.value,
	confirmEffortMax: OBSERVE_PARAMETERS.confirmEffortMax.value,
	reviewersAtOpening: OBSERVE_PARAMETERS.reviewersAtOpening.value,
	gatherSeconds: OBSERVE_PARAMETERS.gatherSeconds.value,
	afterwardsEffort: OBSERVE_PARAMETERS.afterwardsEffort.value,
	wellSeconds: OBSERVE_PARAMETERS.wellSeconds.value,
	resolveEffort: OBSERVE_PARAMETERS.resolveEffort.value,
	effortMax: OBSERVE_PARAMETERS.effortMax.value,
};

/** Where the services begin among the columns of the pipeline. */
const FIRST_COLUMN = METRICS.length;
const COUNT = SERVICE_COUNT;

const STATES = ['normal', 'impacted', 'resolved'] as const;
const NORMAL = 0;
const IMPACTED = 1;
const RESOLVED = 2;

export type Board = {
	/** Index into STATES, for each service. */
	readonly states: Uint8Array;
	/** Since when a service has been failing, or well; LOST while it is not. */
	readonly failingSince: Float64Array;
	readonly wellSince: Float64Array;
	/** The worst share of failing requests that was seen. */
	readonly worst: Float64Array;
	/** When the dashboard was opened for this event; LOST before. */
	openedAt: number;
	/** Reviewers' seconds in hand: for confirming, and for resolving. */
	confirming: number;
	resolving: number;
	impacted: number;
	resolved: number;
	readonly newsroom: Newsroom;
};

export function createBoard(): Board {
	return {
		states: new Uint8Array(COUNT),
		failingSince: new Float64Array(COUNT).fill(LOST),
		wellSince: new Float64Array(COUNT).fill(0),
		worst: new Float64Array(COUNT),
		openedAt: LOST,
		confirming: 0,
		resolving: 0,
		impacted: 0,
		resolved: 0,
		newsroom: createNewsroom(),
	};
}

/** One sample's worth of the reviewers' work. */
export function keepBoard(board: Board, pipeline: Pipeline, world: World): void {
	follow(board, pipeline, world.now);
	open(board, world.now);
	if (board.openedAt === LOST) return;
	const reviewers = strength(world.now - board.openedAt) * SAMPLE_SECONDS;
	board.confirming = Math.min(KEEPING.effortMax, board.confirming + reviewers);
	board.resolving = Math.min(KEEPING.effortMax, board.resolving + SAMPLE_SECONDS * trust(board));
	confirmWorst(board, pipeline, world.now);
	resolveLongest(board, world.now);
	writePosts(board.newsroom, board, pipeline, world);
}

/** What customers see. `values` are the canaries' figures as the operator's screen has them. */
export function dashboardOf(board: Board, values: Float64Array, world: World): Dashboard {
	const cast = castOf(world);
	const isMeasured = cast.includes('dependents');
	const services = SERVICE_NAMES.map((name, index): ServiceStatus => ({
		name,
		state: valueAt(STATES, numberAt(board.states, index)),
		errors: isMeasured ? Math.max(0, numberAt(values, FIRST_COLUMN + index)) : null,
	}));
	return {
		impacted: board.impacted,
		resolved: board.resolved,
		services,
		posts: inOrder(board.newsroom.posts, world.incidentCall.output.posts),
		promisedAt: cast.includes('incidentCall') ? world.incidentCall.output.promisedAt : null,
	};
}

function follow(board: Board, {values}: Pipeline, now: number): void {
	const {failingSince, wellSince, worst} = board;
	for (let index = 0; index < COUNT; index++) {
		const errors = numberAt(values, FIRST_COLUMN + index);
		if (errors === LOST) continue;
		if (errors > KEEPING.impactedShare) {
			if (failingSince[index] === LOST) failingSince[index] = now;
			wellSince[index] = LOST;
			worst[index] = Math.max(numberAt(worst, index), errors);
		} else if (errors < KEEPING.wellShare) {
			if (wellSince[index] === LOST) wellSince[index] = now;
			failingSince[index] = LOST;
		}
	}
}

function open(board: Board, now: number): void {
	if (board.openedAt !== LOST) return;
	for (let index = 0; index < COUNT; index++) {
		const since = numberAt(board.failingSince, index);
		if (since !== LOST && now - since >= KEEPING.openSeconds) {
			board.openedAt = now;
			board.confirming = KEEPING.confirmEffort * 2;
			return;
		}
	}
}

function strength(openSeconds: number): number {
	const gathered = Math.min(1, openSeconds / KEEPING.gatherSeconds);
	return KEEPING.reviewersAtOpening + (1 - KEEPING.reviewersAtOpening) * gathered;
}

/** While much of the Region still fails, nobody hurries to call one service well. */
function trust(board: Board): number {
	const {failingSince} = board;
	let well = 0;
	for (let index = 0; index < COUNT; index++) if (failingSince[index] === LOST) well += 1;
	return (well * well) / (COUNT * COUNT);
}

/** Confirms the worst service that fails now; when there is none, adds one that was missed. */
function confirmWorst(board: Board, pipeline: Pipeline, now: number): void {
	if (board.confirming < KEEPING.confirmEffort) return; // Nothing takes less.
	const failing = worstFailing(board, pipeline, now);
	if (failing !== LOST) {
		const errors = numberAt(pipeline.values, FIRST_COLUMN + failing);
		const effort = Math.min(KEEPING.confirmEffortMax, KEEPING.confirmEffort / (errors * errors));
		if (board.confirming < effort) return;
		board.confirming -= effort;
		list(board, failing);
		return;
	}
	const missed = worstMissed(board);
	if (missed === LOST || board.confirming < KEEPING.afterwardsEffort) return;
	board.confirming -= KEEPING.afterwardsEffort;
	list(board, missed);
}

function worstFailing(board: Board, {values}: Pipeline, now: number): number {
	const {states, failingSince} = board;
	let worst = LOST;
	let errorsMax = 0;
	for (let index = 0; index < COUNT; index++) {
		const since = numberAt(failingSince, index);
		if (states[index] === IMPACTED || since === LOST) continue;
		if (now - since < KEEPING.confirmSeconds) continue;
		const errors = numberAt(values, FIRST_COLUMN + index);
		if (errors <= errorsMax) continue;
		worst = index;
		errorsMax = errors;
	}
	return worst;
}

function worstMissed({states, worst}: Board): number {
	let missed = LOST;
	let errorsMax = KEEPING.impactedShare;
	for (let index = 0; index < COUNT; index++) {
		if (states[index] !== NORMAL || numberAt(worst, index) <= errorsMax) continue;
		missed = index;
		errorsMax = numberAt(worst, index);
	}
	return missed;
}

function list(board: Board, index: number): void {
	if (board.states[index] === RESOLVED) board.resolved -= 1;
	board.states[index] = IMPACTED;
	board.impacted += 1;
}

function resolveLongest(board: Board, now: number): void {
	if (board.resolving < KEEPING.resolveEffort) return;
	let longest = LOST;
	let since = now - KEEPING.wellSeconds;
	for (let index = 0; index < COUNT; index++) {
		const well = numberAt(board.wellSince, index);
		if (board.states[index] !== IMPACTED || well === LOST || well > since) continue;
		longest = index;
		since = well - 1;
	}
	if (longest === LOST) return;
	board.resolving -= KEEPING.resolveEffort;
	board.states[longest] = RESOLVED;
	board.impacted -= 1;
	board.resolved += 1;
}

/** Two lists of posts, each oldest first, as one. */
function inOrder(automatic: readonly Post[], own: readonly Post[]): readonly Post[] {
	const posts: Post[] = [];
	let next = 0;
	for (const post of automatic) {
		const from = next;
		while ((own[next]?.at ?? Infinity) < post.at) next++;
		posts.push(...own.slice(from, next), post);
	}
	return [...posts, ...own.slice(next)];
}
