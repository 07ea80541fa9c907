import type {House} from './house.types.ts';

/** The next of the ladder after a level, the tutorial first; undefined at its end and beside it. */
export async function nextLevelOf(
	id: string,
	house: Pick<House, 'levelCards'>,
): Promise<string | undefined> {
	const cards = await house.levelCards([]);
	const own = cards.find(card => card.id === id);
	const from = own?.kind === 'tutorial' ? 0 : (own?.ladder ?? null);
	if (from === null) return undefined;
	return cards.find(({kind, ladder}) => kind !== 'tutorial' && ladder === from + 1)?.id;
}
