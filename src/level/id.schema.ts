import * as z from 'zod/mini';

export const LEVEL_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What a level calls its things, and itself. */
export const id = z
	.string()
	.check(z.regex(LEVEL_ID, 'expected lower-case letters, digits and hyphens'));
