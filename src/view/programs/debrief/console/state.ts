import type {Debrief} from '../../../../session/index.ts';
import type {Size} from '../../../screen/screen.types.ts';
import type {OwnWords, Telling} from './telling.types.ts';

/** Asked before anything is told: whoever has been told the answer no longer knows what they thought. */
const OPENING = ['felt', 'story'] as const;
/** What matters first, and behind it what it rests on. */
const TOLD = [
	...(['mattered', 'picture', 'timeline', 'fixes', 'orders', 'score'] as const),
	...(['words', 'team', 'measured'] as const),
] as const;
type OpeningId = (typeof OPENING)[number];
export type ToldId = (typeof TOLD)[number];
export type PageId = OpeningId | ToldId;

export type State = {
	readonly page: PageId;
	readonly scroll: number;
	/** Which finding of the main page the cursor stands on. */
	readonly chosen: number;
	/** Whether the commitment is being written. */
	readonly isWriting: boolean;
	readonly draft: string;
	/** Characters of the draft behind the caret. */
	readonly caret: number;
	/** What was said so far, now or before. */
	readonly own: OwnWords;
	/** Whole real seconds since it began. */
	readonly seconds: number;
};

export function isOpening(page: PageId): page is OpeningId {
	return page === 'felt' || page === 'story';
}

export const TOLD_TITLES: Readonly<Record<ToldId, string>> = {
	mattered: 'What mattered',
	picture: 'Impact',
	timeline: 'Timeline',
	fixes: 'Lessons',
	orders: 'Commands',
	score: 'Score',
	words: 'Your words',
	team: 'The room',
	measured: 'Measured',
};

const BESIDE: Size = {columns: 108, rows: 28};

/** Whether findings and picture have room side by side. */
export function isWide({columns, rows}: Size): boolean {
	return columns >= BESIDE.columns && rows >= BESIDE.rows;
}

/** The pages behind the opening: a team's where one played, and the picture where it has no room beside the findings. */
export function pagesIn({team}: Pick<Telling, 'team'>, size: Size): readonly ToldId[] {
	return TOLD.filter(id => {
		if (id === 'picture') return !isWide(size);
		return team !== undefined || (id !== 'team' && id !== 'measured');
	});
}

/** The page that is shown: on a screen that has become wide the picture is on the first. */
export function shownPage({page}: State, telling: Telling, size: Size): PageId {
	return isOpening(page) || pagesIn(telling, size).includes(page) ? page : 'mattered';
}

/** The page by so many steps; the opening is not gone back to. */
export function pageAfter(state: State, by: number, telling: Telling, size: Size): PageId {
	const page = shownPage(state, telling, size);
	const pages = [...(isOpening(page) ? OPENING : []), ...pagesIn(telling, size)];
	const wanted = pages.indexOf(page) + by;
	return pages[Math.max(0, Math.min(pages.length - 1, wanted))] ?? page;
}

/** A debrief with what was said while it was read. */
export function inOwnWords(debrief: Debrief, {own}: State): Debrief {
	return {
		...debrief,
		felt: own.felt === '' ? debrief.felt : own.felt,
		story: own.story === '' ? debrief.story : own.story,
		commitment: own.commitment === '' ? debrief.commitment : own.commitment,
	};
}
