import {createAgenda, randomStreams, plan, takeDue, tick} from '../../src/sim/kernel/index.ts';

/** An M/M/c queue. Ticks are as fine as the caller makes them: nothing in the agenda knows their length. */
export type Queue = {
	readonly seed: string;
	readonly servers: number;
	readonly meanBetweenArrivals: number;
	readonly meanService: number;
};

export type Waits = {
	readonly waitedShare: number;
	readonly meanWait: number;
	/** Mean of the queue's length as customers see it on arrival. */
	readonly meanLength: number;
};

const FOREVER = tick(Number.MAX_SAFE_INTEGER);
const ARRIVAL = {type: 'ARRIVED'};
const DEPARTURE = {type: 'DEPARTED'};

/** Serves `customers` in order of arrival, driven by nothing but the kernel's agenda and draws. */
export function simulate(queue: Queue, customers: number): Waits {
	const agenda = createAgenda();
	const ask = randomStreams(queue.seed);
	const arrivedAt = new Float64Array(customers);
	const service = new Float64Array(customers);
	let [arrived, begun, busy] = [0, 0, 0];
	let [waited, waits, lengths] = [0, 0, 0];
	const planArrival = (customer: number, now: number) => {
		const rng = ask('customers', customer);
		const wait = Math.round(rng.exponential(queue.meanBetweenArrivals));
		service[customer] = Math.round(rng.exponential(queue.meanService));
		plan(agenda, tick(now + wait), 'arrival', 'queue', ARRIVAL);
	};
	const begin = (now: number) => {
		waits += now - arrivedAt[begun]!;
		plan(agenda, tick(now + service[begun]!), 'departure', 'queue', DEPARTURE);
		begun++;
	};
	planArrival(0, 0);
	for (let due = takeDue(agenda, FOREVER); due !== undefined; due = takeDue(agenda, FOREVER)) {
		if (due.event === ARRIVAL) {
			lengths += arrived - begun;
			arrivedAt[arrived++] = due.due;
			if (arrived < customers) planArrival(arrived, due.due);
			if (busy < queue.servers) {
				busy++;
				begin(due.due);
			} else {
				waited++;
			}
		} else if (begun < arrived) {
			begin(due.due);
		} else {
			busy--;
		}
	}
	return {
		waitedShare: waited / customers,
		meanWait: waits / customers,
		meanLength: lengths / customers,
	};
}
