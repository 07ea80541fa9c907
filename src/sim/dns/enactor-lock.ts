import {moveEnactor, moveZone} from './dns.machine.ts';
import {sayLockStreak} from './enactor-log.ts';
import {latencyMs} from './latency.ts';
import {
	dropPlan,
	endpointInHand,
	indexOf,
	nextLuck,
	slownessOf,
	waitSeconds,
	type Turn,
} from './turn.ts';
import {buildTree, isDangling, takeLock} from './zones.ts';

// LOCK and BACKOFF of canon 4.2. An Enactor prepares an endpoint, reads the lock's value, thinks, and
// submits a batch that fails if the value has changed meanwhile. On a slow host the belief is old when the
// batch lands: it loses not by bad luck but because the others were there in between.

/** Host work on one endpoint, before the lock is read: on a slow host this is where time goes. */
export function prepare(turn: Turn): void {
	const {dns, enactor, setup} = turn;
	const rng = nextLuck(turn);
	const scale = 1000 * slownessOf(turn);
	const {prepareSeconds, thinkSeconds} = setup.parameters;
	enactor.believing = false;
	enactor.nextAt = turn.at + latencyMs(dns.latencies, scale * prepareSeconds, rng.unit());
	enactor.thinkMs = latencyMs(dns.latencies, scale * thinkSeconds, rng.unit());
}

/** The next event of an Enactor that is locking: it reads the lock, or submits what it thought out. */
export function seekLock(turn: Turn): void {
	if (turn.enactor.believing) submitLock(turn);
	else readLock(turn);
}

/** The two guards that ask again about the plan's age, both outside the batch. */
export function isWorthGoingOn({dns, enactor, setup}: Turn): boolean {
	const {parameters, switches} = setup;
	const root = dns.zones.root[endpointInHand(enactor)]!;
	if (switches['recheck-per-endpoint'] && enactor.plan < root) return false;
	return !(switches['max-plan-age'] && dns.newestPlan - enactor.plan > parameters.planAgeMax);
}

/** BACKOFF: growing, jittered, and fair to nobody. */
export function loseLock(turn: Turn): void {
	const {enactor, setup, ctx} = turn;
	const {backoffSeconds, backoffMaxSeconds, backoffJitterShare} = setup.parameters;
	moveEnactor(enactor.mode, 'LOCK_LOST');
	const doublings = Math.min(enactor.lossesHere, 16);
	const base = Math.min(backoffMaxSeconds, backoffSeconds * (1 << doublings));
	enactor.lossesHere++;
	enactor.lossesRunning++;
	enactor.lostLocks++;
	const jitter = nextLuck(turn).between(1 - backoffJitterShare, 1 + backoffJitterShare);
	waitSeconds(turn, base * jitter * slownessOf(turn));
	sayLockStreak(enactor, ctx);
}

function readLock(turn: Turn): void {
	const {dns, enactor, at} = turn;
	if (enactor.lossesHere > 0 && !isWorthGoingOn(turn)) return dropPlan(turn);
	const endpoint = endpointInHand(enactor);
	const ticket = endpoint * dns.enactors.length + indexOf(turn);
	if (dns.waitingSince[ticket] === 0) dns.waitingSince[ticket] = at;
	enactor.believing = true;
	enactor.belief = dns.zones.lockValue[endpoint]!;
	enactor.nextAt = at + enactor.thinkMs;
}

function submitLock(turn: Turn): void {
	const {dns, enactor, at, setup} = turn;
	const {batchSeconds, lockSeconds} = setup.parameters;
	const endpoint = endpointInHand(enactor);
	const index = indexOf(turn);
	if (setup.switches['lock-fairness']) {
		if (isOvertaking(turn)) return waitSeconds(turn, batchSeconds);
		enactor.belief = dns.zones.lockValue[endpoint]!; // The queue hands the lock over, with its value.
	}
	enactor.believing = false;
	const {belief} = enactor;
	const claim = {enactor: index, belief, at, until: at + 1000 * lockSeconds};
	if (!takeLock(dns.zones, endpoint, claim)) return loseLock(turn);
	dns.waitingSince[endpoint * dns.enactors.length + index] = 0;
	enactor.held = belief + 1;
	enactor.lossesRunning = 0;
	moveEnactor(enactor.mode, 'LOCK_WON');
	build(turn, endpoint);
	waitSeconds(turn, batchSeconds);
}

/** An Enactor that still carries the plan under a dangling name builds its tree again, and the name lives. */
function build({dns, enactor}: Turn, endpoint: number): void {
	const zone = dns.zoneModes[endpoint]!;
	buildTree(dns.zones, endpoint, enactor.plan);
	if (zone.value === 'dangling' && !isDangling(dns.zones, endpoint)) moveZone(zone, 'TREE_BUILT');
}

/** Whether somebody else has waited for this lock for longer: only `lock-fairness` asks. */
function isOvertaking(turn: Turn): boolean {
	const {dns, enactor} = turn;
	const index = indexOf(turn);
	const first = endpointInHand(enactor) * dns.enactors.length;
	const mine = dns.waitingSince[first + index]!;
	for (let other = 0; other < dns.enactors.length; other++) {
		const since = dns.waitingSince[first + other]!;
		if (other !== index && since > 0 && since < mine) return true;
	}
	return false;
}
