import type {LevelCard} from './menu.types.ts';

/** The next rung after a level, the lowest after the tutorial; undefined at the ladder's end and beside it. */
export function nextOnLadder(id: string, levels: readonly LevelCard[]): LevelCard | undefined {
	const own = levels.find(level => level.id === id);
	const from = own?.kind === 'tutorial' ? -Infinity : (own?.ladder ?? Infinity);
	return levels
		.filter(({ladder}) => ladder !== null && ladder > from)
		.sort((a, b) => (a.ladder ?? 0) - (b.ladder ?? 0))[0];
}
