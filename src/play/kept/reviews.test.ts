import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {aDrill} from '../../../test/support/drill.builder.ts';
import {dayOf, dueReviews, reviewsIn, reviewStanding, withTry, type Review} from './reviews.ts';

const DRILL = aDrill('a');

const made: Review = {drill: DRILL, madeOn: 100, tries: []};

/** What becomes of a review by tries on the days on which it is due. */
function tried(...successes: readonly boolean[]): Review {
	return successes.reduce<Review>((review, success) => {
		const {dueOn} = reviewStanding(review);
		return withTry([review], DRILL.id, dueOn ?? 0, success)[0] ?? review;
	}, made);
}

describe('a review', () => {
	test.each([
		['comes the day after', [], 101],
		['waits three days after a success', [true], 104],
		['and then seven', [true, true], 111],
		['is retired by three in a row', [true, true, true], null],
		['comes the next day after a failure', [false], 102],
		['goes back a step by a failure', [true, true, false], 114],
		['waits sixteen days where a failure broke the row', [true, true, false, true, true], 137],
	] as const)('%s', (_, successes, dueOn) => {
		expect(reviewStanding(tried(...successes)).dueOn).toBe(dueOn);
	});

	test('is due from its day on, and the one that waited longest comes first', () => {
		const other = {...made, drill: {...DRILL, id: 'b'}, madeOn: 90};
		expect(dueReviews([made, other], 90)).toEqual([]);
		expect(dueReviews([made, other], 91)).toEqual([other]);
		expect(dueReviews([made, other], 200)).toEqual([other, made]);
	});

	test('is due where its last try lies ahead: the clock was wrong then', () => {
		const ahead = withTry([made], DRILL.id, 465, true);
		expect(dueReviews(ahead, 101)).toEqual(ahead);
		expect(dueReviews(ahead, 465)).toEqual([]);
	});

	test('goes by UTC days', () => {
		expect(dayOf(new Date('1970-01-02T00:00:00Z'))).toBe(1);
		expect(dayOf(new Date('1970-01-02T23:59:59Z'))).toBe(1);
	});

	test('comes back from a profile as it was, and damage does not', () => {
		const kept = tried(true, false);
		expect(reviewsIn(JSON.parse(JSON.stringify([kept, {...kept, drill: {}}, 7])))).toEqual([kept]);
		fc.assert(
			fc.property(fc.jsonValue(), value => {
				expect(reviewsIn([value]).length + reviewsIn(value).length).toBe(0);
			}),
		);
	});
});
