import type {Tone} from '../screen.types.ts';

/** Those of the 16 colours of every terminal that are ours, as the user's own palette shows them. */
export type Ansi = 'redBright' | 'magentaBright';

export type Hex = `#${string}`;

export type Colour = Ansi | Hex;

/** How a tone looks. */
export type Look = {
	readonly color?: Colour;
	readonly backgroundColor?: Hex;
	readonly bold?: boolean;
	readonly underline?: boolean;
	readonly inverse?: boolean;
};

export type Theme = Readonly<Record<Tone, Look>>;
