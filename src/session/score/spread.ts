/** How a value is spread over runs; null where none has it. */
export type Spread = {
	readonly runs: number;
	readonly low: number;
	readonly median: number;
	readonly high: number;
};

/** The median and the quartiles, between neighbours where they fall there. */
export function spreadOf(values: readonly number[]): Spread | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((one, other) => one - other);
	const at = (share: number) => {
		const place = share * (sorted.length - 1);
		const before = Math.floor(place);
		const low = sorted[before] ?? 0;
		return low + (place - before) * ((sorted[before + 1] ?? low) - low);
	};
	return {runs: sorted.length, low: at(0.25), median: at(0.5), high: at(0.75)};
}
