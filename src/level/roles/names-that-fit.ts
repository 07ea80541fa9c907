/** Whether a name is one of these; each is a name, or the beginning of several and a `*`. */
export function fitsOneOf(patterns: readonly string[], name: string): boolean {
	return patterns.some(pattern =>
		pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
	);
}
