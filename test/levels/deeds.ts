/** Orders with seconds after the takeover. Whoever was paged in its first second has come by 1,200. */
export type Deeds = readonly (readonly [after: number, words: string])[];

/** Reads `60 show border; 90 dig regional`, or `nothing`. */
export function deedsIn(text: string): Deeds {
	if (text === 'nothing') return [];
	return text.split('; ').map(deed => {
		const [after = '', ...words] = deed.split(' ');
		return [Number(after), words.join(' ')];
	});
}
