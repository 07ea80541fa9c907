/** What the address asks for behind its `#`: a place in the room that this very host has, or its board. */
export type RoomLink = {readonly what: 'join' | 'board'; readonly code: string};

export function roomLinkIn(hash: string): RoomLink | undefined {
	const asked = new URLSearchParams(hash.replace(/^#/u, ''));
	for (const what of ['join', 'board'] as const) {
		const code = asked.get(what);
		if (code !== null) return {what, code};
	}
	return undefined;
}
