import type {Screen, Size} from '../screen/screen.types.ts';
import type {Asks} from '../screen/size/index.ts';
import type {Ask, Key} from '../input/ui.types.ts';

/** Whatever fills the terminal: keys and frames in, pictures out. The shell holds no state of its own. */
export type Program = {
	/** Takes a key; hands back what only the shell can do. */
	press(key: Key, size: Size): readonly Ask[];
	/** Takes text that was pasted: it goes where one writes, and never acts as keys. Left out where one writes nothing. */
	paste?(text: string, size: Size): void;
	/** Lets real seconds pass since the last frame. */
	frame(seconds: number): void;
	/** What there is to see now; the same object again while that is the same. Asking changes nothing. */
	present(size: Size): Screen;
	/** What one does with it; playing unless told. */
	readonly asks?: Asks;
	/** What there is to tell somebody who does not see the picture, since it was last asked. */
	heard?(): readonly string[];
};
