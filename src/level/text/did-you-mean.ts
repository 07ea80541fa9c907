/** What is asked of somebody who typed something else; nothing where nothing is like it. */
export function didYouMean(suggestions: readonly string[]): string {
	if (suggestions.length === 0) return '';
	const quoted = suggestions.map(word => `“${word}”`);
	const last = quoted.pop() ?? '';
	return ` Did you mean ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}?`;
}
