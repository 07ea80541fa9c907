/** Places of so many options by the order in which somebody puts some of them; what they leave out comes behind, all alike. */
export function placesInOrder(order: readonly number[], many: number): readonly number[] {
	return placesOf(
		Array.from({length: many}, (_, option) =>
			order.includes(option) ? order.indexOf(option) : many,
		),
	);
}

/** Places from 1, by what is least; those alike share the middle of theirs. */
export function placesOf(keys: readonly number[]): readonly number[] {
	return keys.map(key => {
		const before = keys.filter(other => other < key).length;
		const alike = keys.filter(other => other === key).length;
		return before + (alike + 1) / 2;
	});
}
