import type {Tone} from '../screen.types.ts';

/** The 16 colours that every terminal has, as the user's own palette shows them; blue is not among ours. */
type Ansi = 'black' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan' | 'white' | 'whiteBright';

export type Colour = Ansi | `#${string}`;

/** How a tone looks. */
export type Look = {
	readonly color?: Colour;
	readonly backgroundColor?: Colour;
	readonly bold?: boolean;
	readonly underline?: boolean;
	readonly inverse?: boolean;
};

export type Theme = Readonly<Record<Tone, Look>>;
