/** One thing that came about, as it would be told to somebody who cannot see the screen. */
export type Happening = {
	readonly at: number;
	readonly kind: Kind;
	/** Its status in a word or two, which comes first: `PAGE`, `DONE`, `REFUSED`. */
	readonly word: string;
	readonly text: string;
	/** What a look brought back, line by line. */
	readonly lines: readonly string[];
	/** What a flood of them is counted by; empty where each stands alone. */
	readonly group: string;
	/** What it came about with: the number of an order, who wrote; empty where nothing has a name. */
	readonly of?: string;
};

/** In the order in which they are told when they come in the same second. */
export const KINDS = [
	'end',
	'said',
	'room',
	'order',
	'page',
	'access',
	'team',
	'post',
	'promise',
	'chat',
	'alert',
	'automation',
	'severity',
	'open',
	'system',
	'services',
	'over',
] as const;
export type Kind = (typeof KINDS)[number];
