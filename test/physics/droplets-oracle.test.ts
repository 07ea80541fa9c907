import {expect, test} from 'vitest';
import {compare, COMPARISONS} from '../oracle/compare.ts';

// A hundred thousand leases; `npx vitest run --mode oracle` does it with a million.
test.each(COMPARISONS)('crowds follow a hundred thousand entities: $name', comparison => {
	const difference = compare(comparison, 10);
	expect(difference.rmse).toBeLessThan(0.002);
	expect(Math.abs(difference.ends[0] - difference.ends[1])).toBeLessThan(0.005);
});
