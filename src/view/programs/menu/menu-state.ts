import type {Reading} from '../reader/index.ts';
import type {Item, ListPage, PageId} from './page.types.ts';

/** One page of the trail from the first page to where one is. */
export type Place = {
	readonly id: PageId;
	readonly cursor: number;
	readonly filter: string;
	/** The text, where the page is one. */
	readonly reading: Reading | null;
};

/** Where one is in the menu. */
export type MenuState = {
	/** Never empty; the last is where one is. */
	readonly trail: readonly [Place, ...Place[]];
	/** Whether keys go into the filter. */
	readonly filtering: boolean;
	/** What is typed into the field of a page that has one. */
	readonly draft: string;
	/** Characters behind the caret in the filter or the field. */
	readonly caret: number;
	/** Why the last key did nothing, or what the shell has to say. */
	readonly said: string;
};

/** The items that hold the filter's text. */
export function shownItems({items}: ListPage, filter: string): readonly Item[] {
	const needle = filter.toLowerCase();
	return items.filter(({label, note}) => `${label} ${note}`.toLowerCase().includes(needle));
}

export function placeOf({trail}: MenuState): Place {
	return trail.at(-1) ?? trail[0];
}

/** The same, with something changed about where one is. */
export function withPlace(state: MenuState, change: Partial<Place>): MenuState {
	const changed = {...placeOf(state), ...change};
	const [main, ...more] = state.trail;
	return {...state, trail: more.length === 0 ? [changed] : [main, ...more.slice(0, -1), changed]};
}
