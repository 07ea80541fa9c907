import type {StepContext, Setup, Rng} from '../kernel/index.ts';
import {moveEnactor} from './dns.machine.ts';
import type {DnsParameters} from './dns.parameters.ts';
import {NEVER, type Dns, type Enactor} from './dns.types.ts';
import {ENDPOINTS, FIRST_CELL} from './endpoints.ts';

export type DnsConditions = Setup<DnsParameters>;

/** One Enactor's turn at one moment, in milliseconds. Whatever it does takes no time; waiting does. */
export type Turn = {
	readonly dns: Dns;
	readonly enactor: Enactor;
	readonly at: number;
	readonly setup: DnsConditions;
	readonly ctx: StepContext;
};

/** The endpoint the Enactor is at. */
export function endpointInHand({order, position}: Enactor): number {
	return order[position]!;
}

/** Which of the three it is. */
export function indexOf({dns, enactor}: Turn): number {
	return dns.enactors.indexOf(enactor);
}

/** The luck of an Enactor's next event: its own count is the moment, so that nobody else's matters. */
export function nextLuck({enactor, ctx}: Turn): Rng {
	return ctx.streams(enactor.id, enactor.drawn++);
}

/** F at the endpoint in hand. Split into cells, a slow host is slow for its own cell alone. */
export function slownessOf({enactor, setup}: Turn): number {
	if (setup.switches['zonal-dns'] && endpointInHand(enactor) !== FIRST_CELL) return 1;
	return enactor.slowness;
}

/** Sets the Enactor's next event a number of seconds from now, to the millisecond. */
export function waitSeconds({enactor, at}: Turn, seconds: number): void {
	enactor.nextAt = at + Math.ceil(1000 * seconds);
}

/** Lets an idle Enactor look for a plan soon: it polls, so each sees a new one at its own time. */
export function wake(turn: Turn): void {
	if (turn.enactor.mode.value !== 'idle') return;
	const {noticeSeconds} = turn.setup.parameters;
	turn.enactor.nextAt = turn.at + 1 + Math.floor(nextLuck(turn).between(0, 1000 * noticeSeconds));
}

/** Gives up the plan in hand, in good order. */
export function dropPlan(turn: Turn): void {
	moveEnactor(turn.enactor.mode, 'PLAN_DROPPED');
	turn.enactor.plan = -1;
	wake(turn);
}

/** Forgets everything in hand, as a stop or a restart does. The chart is moved by the caller. */
export function dropWork(dns: Dns, enactor: Enactor): void {
	const index = dns.enactors.indexOf(enactor);
	for (let endpoint = 0; endpoint < ENDPOINTS.length; endpoint++) {
		dns.waitingSince[endpoint * dns.enactors.length + index] = 0;
	}
	enactor.plan = -1;
	enactor.believing = false;
	enactor.victims.length = 0;
	enactor.lossesHere = 0;
	enactor.lossesRunning = 0;
	enactor.nextAt = NEVER;
}
