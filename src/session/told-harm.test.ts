import fc from 'fast-check';
import {expect, test} from 'vitest';
import {tellHarm} from './told-harm.ts';

const anyParts = fc.dictionary(
	fc.constantFrom('dynamodb', 'ec2', 'nlb', 'lambda', 'support', 'access'),
	fc.double({min: -2000, max: 2000, noNaN: true}),
);

test('what is shown adds up to what is shown, to any number of digits', () => {
	fc.assert(
		fc.property(anyParts, fc.integer({min: 0, max: 2}), (parts, digits) => {
			const total = Object.values(parts).reduce((sum, minutes) => sum + minutes, 0);
			const told = tellHarm({total, parts}, digits);
			const unit = [1, 10, 100][digits]!;
			const sum = told.parts.reduce((units, {minutes}) => units + Math.round(minutes * unit), 0);
			expect(sum + 0).toBe(Math.round(told.total * unit) + 0);
			expect(Math.abs(told.total - total) * unit).toBeLessThan(0.5 + 1e-6);
			for (const {id, minutes} of told.parts) {
				expect(Math.abs(minutes - parts[id]!) * unit).toBeLessThan(1 + 1e-6);
			}
		}),
	);
});

test('the largest part comes first, and what rounds to nothing is not shown', () => {
	const parts = {dynamodb: 20.2, nlb: 0.1, ec2: 36.4};
	expect(tellHarm({total: 56.7, parts})).toEqual({
		total: 57,
		parts: [
			{id: 'ec2', minutes: 37},
			{id: 'dynamodb', minutes: 20},
		],
	});
});
