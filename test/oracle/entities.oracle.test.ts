import {expect, test} from 'vitest';
import {compare, COMPARISONS} from './compare.ts';

test.each(COMPARISONS)('crowds follow a million entities: $name', comparison => {
	const difference = compare(comparison, 100);
	console.log(
		`${comparison.name}: RMSE ${(difference.rmse * 100).toFixed(3)} %, ` +
			`max ${(difference.max * 100).toFixed(2)} % of the fleet`,
	);
	expect(difference.rmse).toBeLessThan(0.002);
	expect(Math.abs(difference.ends[0] - difference.ends[1])).toBeLessThan(0.005);
});
