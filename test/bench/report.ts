/** One line of the benchmark's report. */
export function row(what: string, value: string, bar = ''): void {
	console.log(`  ${what.padEnd(48)}${value.padStart(16)}   ${bar}`);
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** The value that this share of all values stays below or at. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
