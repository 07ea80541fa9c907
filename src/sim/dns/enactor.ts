import {unreachable, type Rng} from '../kernel/index.ts';
import {moveEnactor, moveZone} from './dns.machine.ts';
import {NEVER} from './dns.types.ts';
import {deleteNext, listVictims} from './enactor-cleanup.ts';
import {isWorthGoingOn, loseLock, prepare, seekLock} from './enactor-lock.ts';
import {sayFailure, sayPassPublished, sayRegionalPublished} from './enactor-log.ts';
import {ENDPOINTS, REGIONAL} from './endpoints.ts';
import {dropPlan, endpointInHand, nextLuck, slownessOf, waitSeconds, type Turn} from './turn.ts';
import {install, releaseLock} from './zones.ts';

/**
 * Runs what an Enactor has due, as canon 4.2 and 4.7 tell it, and leaves behind the moment of its next
 * event. Between the two the other Enactors have their turn, and that is where the race lives.
 */
export function runEnactor(turn: Turn): void {
	const {enactor} = turn;
	switch (enactor.mode.value) {
		case 'idle':
			return pick(turn);
		case 'checked':
			return reach(turn);
		case 'locking':
			return seekLock(turn);
		case 'backingOff':
			moveEnactor(enactor.mode, 'BACKOFF_ENDED');
			return prepare(turn);
		case 'installing':
			return submitInstall(turn);
		case 'cleaning':
			return deleteNext(turn);
		case 'failed':
			moveEnactor(enactor.mode, 'FAILURE_WAITED');
			return pick(turn);
		default:
			enactor.nextAt = NEVER;
	}
}

/** PICK, and the only CHECK there is: is the newest plan newer than the one that is applied? */
function pick(turn: Turn): void {
	const {dns, enactor, at, setup} = turn;
	const plan = dns.newestPlan;
	enactor.nextAt = NEVER;
	if (!mayWrite(turn)) return;
	if (plan <= enactor.published || plan <= dns.zones.root[REGIONAL]!) return;
	moveEnactor(enactor.mode, 'PLAN_PICKED');
	enactor.plan = plan;
	enactor.pickedAt = at;
	enactor.position = 0;
	shuffle(enactor.order, nextLuck(turn));
	waitSeconds(turn, setup.parameters.readPlanSeconds * slownessOf(turn));
}

/** With `single-writer` only the leader writes, and a new leader waits out the old one's lease. */
function mayWrite({dns, enactor, at, setup}: Turn): boolean {
	if (!setup.switches['single-writer']) return true;
	return dns.enactors[dns.leader] === enactor && at >= dns.leaderFrom;
}

function reach(turn: Turn): void {
	const {enactor} = turn;
	enactor.lossesHere = 0;
	moveEnactor(enactor.mode, 'ENDPOINT_REACHED');
	if (isWorthGoingOn(turn)) prepare(turn);
	else dropPlan(turn);
}

function submitInstall(turn: Turn): void {
	const {dns, enactor, setup} = turn;
	const endpoint = endpointInHand(enactor);
	const before = dns.zones.root[endpoint]!;
	const result = install(dns.zones, endpoint, enactor.plan, enactor.held, {
		fencing: setup.switches['fencing-token'],
		missingTargetOk: setup.switches['rollback-null-ok'],
	});
	switch (result) {
		case 'installed':
			settleInstall(turn, endpoint, before);
			return advance(turn);
		case 'unchanged':
			return advance(turn);
		case 'lock-lost':
		case 'tree-missing':
			return loseLock(turn);
		case 'fenced':
			releaseLock(dns.zones, endpoint);
			return dropPlan(turn);
		case 'target-missing':
			return fail(turn, endpoint);
		default:
			unreachable(result);
	}
}

function settleInstall({dns, enactor, at, ctx}: Turn, endpoint: number, before: number): void {
	const zone = dns.zoneModes[endpoint]!;
	const isStale = enactor.plan < before;
	if (zone.value !== 'live') moveZone(zone, 'INSTALLED');
	if (isStale) dns.regressions++;
	if (endpoint === REGIONAL) sayRegionalPublished(enactor, at, isStale, ctx);
}

/** On to the next endpoint, or to clean-up after the last. */
function advance(turn: Turn): void {
	const {enactor, at, ctx} = turn;
	enactor.position++;
	if (enactor.position < enactor.order.length) return reach(turn);
	enactor.position = 0;
	moveEnactor(enactor.mode, 'PASS_FINISHED');
	enactor.published = enactor.plan;
	enactor.publishedAt = at;
	enactor.failuresRunning = 0;
	sayPassPublished(enactor, at, ctx);
	listVictims(turn);
}

/**
 * FAILED: the batch could not record what was live before, because there is nothing. The exception leaves
 * the lock as it was, to run out by itself.
 */
function fail(turn: Turn, endpoint: number): void {
	const {enactor, at, setup, ctx} = turn;
	const {retrySeconds, retryMaxSeconds, retryJitterShare} = setup.parameters;
	moveEnactor(enactor.mode, 'TARGET_MISSING');
	const doublings = Math.min(enactor.failuresRunning, 16);
	const wait = Math.min(retryMaxSeconds, retrySeconds * (1 << doublings));
	enactor.failures++;
	enactor.failuresRunning++;
	enactor.plan = -1;
	waitSeconds(turn, wait * nextLuck(turn).between(1 - retryJitterShare, 1 + retryJitterShare));
	sayFailure(enactor, ENDPOINTS[endpoint]!.host, at, ctx);
}

function shuffle(order: number[], rng: Rng): void {
	for (let last = order.length - 1; last > 0; last--) {
		const other = rng.below(last + 1);
		const moved = order[last]!;
		order[last] = order[other]!;
		order[other] = moved;
	}
}
