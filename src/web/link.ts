import type {House, Scene} from '../play/index.ts';

/** What a link asks for: `#play=LEVEL&seed=S` is the card of a level. Undefined where it asks for nothing. */
export async function playedLink(hash: string, house: House): Promise<Scene | undefined> {
	const asked = new URLSearchParams(hash.replace(/^#/u, ''));
	const level = asked.get('play');
	if (level === null) return undefined;
	const {levelScene} = await import('../play/runs/index.ts');
	return levelScene(level, asked.get('seed') ?? undefined, house);
}
