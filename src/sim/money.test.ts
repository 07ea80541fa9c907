import {expect, test} from 'vitest';
import {HARM_PARTS} from './harm.ts';
import {MONEY_PARAMETERS, moneyOf} from './money.ts';

const weightOf = (id: string) => HARM_PARTS.find(part => part.id === id)!.weight;
const bill = MONEY_PARAMETERS.monthlySales.value * MONEY_PARAMETERS.regionShare.value;

/** What is credited when a system alone is gone for so many minutes, over what the month's bill has for it. */
function creditedFor(id: string, minutes: number, share: number): number {
	const part = weightOf(id) * minutes;
	return moneyOf({total: part, parts: {[id]: part}}).creditsDue / (bill * share);
}

test.each([
	{minutes: 4, credited: 0},
	{minutes: 140, credited: 0.1},
	{minutes: 500, credited: 0.25},
	{minutes: 2300, credited: 1},
])('$minutes minutes without DynamoDB in a month credit $credited of its bill', row => {
	expect(creditedFor('dynamodb', row.minutes, 0.04)).toBeCloseTo(row.credited, 9);
});

test('a promise of three nines is broken later than one of four', () => {
	expect(creditedFor('sqs', 30, 0.01)).toBe(0);
	expect(creditedFor('connect', 30, 0.01)).toBeCloseTo(0.1, 9);
});

test('launches that fail are no broken promise, and cost customers all the same', () => {
	const money = moneyOf({total: 200, parts: {ec2: 200}});
	expect(money.creditsDue).toBe(0);
	expect(money.customersLosses).toBe(200 * MONEY_PARAMETERS.lossPerMinute.value);
});
