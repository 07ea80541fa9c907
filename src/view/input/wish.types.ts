import type {Deed} from '../do/deed.types.ts';
import type {Ask, Ui} from './ui.types.ts';

/** A deed that keys have come to. */
export type DeedWish = {
	readonly type: 'do';
	readonly deed: Deed;
	/** Whether the order was put together by keys and has not been read as a whole: then its card comes first. */
	readonly chosen?: boolean;
	/** What is expected of the order, as its card was told. */
	readonly prediction?: string;
};

/** Everything that keys can come to beside a new state of the screen. */
export type Wish = Ask | DeedWish;

/** What a key comes to: the screen's next state, and what it asks of the run and of the shell. */
export type Update = readonly [Ui, readonly Wish[]];
