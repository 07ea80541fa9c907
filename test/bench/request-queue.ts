import {createAgenda, randomStreams, plan, takeDue, tick} from '../../src/sim/kernel/index.ts';

// The workload of model 13: 10 workers, mean service 50, requests given up after 1,000 and retried half the
// time, at most 1,000 waiting. The work of a request that was given up is done all the same.
const WORKERS = 10;
const MEAN_SERVICE = 50;
const TIMEOUT = 1_000;
const WAITING_MAX = 1_000;
const TICKS = 1_000_000;

export type Served = {
	readonly requests: number;
	readonly failedShare: number;
	readonly seconds: number;
};

const ARRIVED = {type: 'ARRIVED'};
const DEPARTED = {type: 'DEPARTED'};
const TIMED_OUT = {type: 'TIMED_OUT'};

/** Drives the workload by the kernel's agenda and draws. `ratePerTick` counts new requests, not retries. */
export function serveRequests(ratePerTick: number, seed: string): Served {
	const began = performance.now();
	const agenda = createAgenda();
	const rng = randomStreams(seed)('requests', 0);
	const inTime: boolean[] = []; // By request: whether its answer came before its sender gave up.
	const waiting: number[] = [];
	let [head, busy, failed] = [0, 0, 0];
	const begin = (request: number, now: number) => {
		const due = tick(now + Math.round(rng.exponential(MEAN_SERVICE)));
		plan(agenda, due, String(request), 'worker', DEPARTED);
	};
	const fail = (now: number) => {
		failed++;
		if (rng.chance(1, 2)) arrive(now);
	};
	const arrive = (now: number) => {
		const request = inTime.push(false) - 1;
		if (busy < WORKERS) {
			busy++;
			begin(request, now);
		} else if (waiting.length - head < WAITING_MAX) {
			waiting.push(request);
		} else {
			fail(now);
			return;
		}
		plan(agenda, tick(now + TIMEOUT), String(request), 'sender', TIMED_OUT);
	};
	let nextArrival = rng.exponential(1 / ratePerTick);
	plan(agenda, tick(Math.round(nextArrival)), 'arrival', 'queue', ARRIVED);
	for (
		let due = takeDue(agenda, tick(TICKS));
		due !== undefined;
		due = takeDue(agenda, tick(TICKS))
	) {
		if (due.event === ARRIVED) {
			arrive(due.due);
			nextArrival += rng.exponential(1 / ratePerTick);
			plan(agenda, tick(Math.round(nextArrival)), 'arrival', 'queue', ARRIVED);
		} else if (due.event === DEPARTED) {
			inTime[Number(due.key)] = true;
			const request = waiting[head];
			if (request === undefined) busy--;
			else begin(request, due.due);
			if (request !== undefined) head++;
		} else if (inTime[Number(due.key)] !== true) {
			fail(due.due);
		}
	}
	const seconds = (performance.now() - began) / 1000;
	return {requests: inTime.length, failedShare: failed / inTime.length, seconds};
}
