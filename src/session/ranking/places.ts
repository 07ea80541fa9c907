/** Places from 1, by what is least; those alike share the middle of theirs. */
export function placesOf(keys: readonly number[]): readonly number[] {
	return keys.map(key => {
		const before = keys.filter(other => other < key).length;
		const alike = keys.filter(other => other === key).length;
		return before + (alike + 1) / 2;
	});
}
