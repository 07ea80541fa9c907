/** Our own bug, never the player's: the world is not what this code believes it to be. */
export class BrokenInvariant extends Error {
	override readonly name = 'BrokenInvariant';
}

/** States a belief as a positive sentence. On in production: a wrong world is worse than a stopped one. */
export function assert(belief: boolean, sentence: string): asserts belief {
	if (!belief) throw new BrokenInvariant(sentence);
}

/** The end of an exhausted `switch`. */
export function unreachable(value: never): never {
	throw new BrokenInvariant(`no case for ${JSON.stringify(value)}`);
}
