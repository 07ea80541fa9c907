import type {Problem} from '../session.types.ts';

/** A way to say no from the middle of reading. */
export class Unread extends Error {
	readonly problem: Problem;
	constructor(message: string, suggestions: readonly string[] = []) {
		super(message);
		this.problem = {message, suggestions};
	}
}
