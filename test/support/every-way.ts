import {assert} from '../../src/sim/kernel/index.ts';

const RUNS_MAX = 1_000_000;

/** Picks a whole number in [0, bound). */
export type Choose = (bound: number) => number;

/**
 * Runs `body` once for each sequence of choices it can make, in the order of counting, and returns how
 * many there were. The body must choose the same way when told the same: nothing else may steer it.
 *
 * The sequence is a number whose digits have a base each. A run reads its digits from the left and adds a
 * zero where the number ends; then the last digit that can grow does, and all behind it are struck off:
 * 0 0, 0 1, 0 2, 1 0 and so on, where a run that took the second branch may be longer than the first.
 */
export function everyWay(body: (choose: Choose) => void): number {
	const digits: number[] = [];
	const bases: number[] = [];
	for (let runs = 1; ; runs++) {
		assert(runs <= RUNS_MAX, 'there are few enough ways to try them all');
		let read = 0;
		body(bound => {
			assert(bound > 0, 'there is something to choose from');
			if (read === digits.length) {
				digits.push(0);
				bases.push(bound);
			}
			assert(bases[read] === bound, 'the same choices lead to the same question');
			return digits[read++]!;
		});
		assert(read === digits.length, 'the same choices lead to as many questions');
		while (digits.length > 0 && digits.at(-1) === bases.at(-1)! - 1) {
			digits.pop();
			bases.pop();
		}
		if (digits.length === 0) return runs;
		digits.push(digits.pop()! + 1);
	}
}
