// A chart is told what is crossed, and its mode decides what that means. Where no mode hangs on it, a log only says so.

/** Whether a value went over a line between two seconds. */
export function rose(before: number, now: number, line: number): boolean {
	return before <= line && now > line;
}

/** Whether a value went under a line between two seconds. */
export function fell(before: number, now: number, line: number): boolean {
	return before >= line && now < line;
}

/** Whether a value counts as high: from over one line until under another, so that wavering is not told. */
export function staysHigh(was: boolean, value: number, above: number, below: number): boolean {
	return was ? value >= below : value > above;
}
