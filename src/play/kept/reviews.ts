import type {Drill} from '../../session/index.ts';

/** A drill with every try of it. Days count from 1970-01-01, UTC. */
export type Review = {
	readonly drill: Drill;
	readonly madeOn: number;
	readonly tries: readonly {readonly day: number; readonly success: boolean}[];
};

/** Each success waits longer for the next; a failure goes back a step. */
const INTERVAL_DAYS = [1, 3, 7, 16] as const;
const RETIRED_AFTER = 3;
const AHEAD_DAYS = 30;

/** Where a review stands: when it comes next, or null once it is retired. */
type Standing = {readonly dueOn: number | null; readonly inARow: number};

export function reviewStanding({madeOn, tries}: Pick<Review, 'madeOn' | 'tries'>): Standing {
	let step = 0;
	let inARow = 0;
	let last = madeOn;
	for (const {day, success} of tries) {
		step = success ? Math.min(INTERVAL_DAYS.length - 1, step + 1) : Math.max(0, step - 1);
		inARow = success ? inARow + 1 : 0;
		last = day;
		if (inARow >= RETIRED_AFTER) return {dueOn: null, inARow};
	}
	return {dueOn: last + (INTERVAL_DAYS[step] ?? 1), inARow};
}

/** Reviews that are due, longest waiting first. */
export function dueReviews(reviews: readonly Review[], today: number): readonly Review[] {
	const dueOn = (review: Review) => reviewStanding(review).dueOn ?? Infinity;
	return reviews
		.filter(review => dueOn(review) <= today || isAhead(review, today))
		.sort((a, b) => dueOn(a) - dueOn(b) || (a.drill.id < b.drill.id ? -1 : 1));
}

/** Whether it was last taken on a day that is far ahead: the clock was wrong, then or now. */
function isAhead({madeOn, tries, ...review}: Review, today: number): boolean {
	const isOver = reviewStanding({...review, madeOn, tries}).dueOn === null;
	return !isOver && (tries.at(-1)?.day ?? madeOn) > today + AHEAD_DAYS;
}

/** With drills that are new; those that are known keep their tries. */
export function withDrills(
	reviews: readonly Review[],
	drills: readonly Drill[],
	today: number,
): readonly Review[] {
	const known = new Set(reviews.map(({drill}) => drill.id));
	return [
		...reviews,
		...drills
			.filter(({id}) => !known.has(id))
			.map((drill): Review => ({drill, madeOn: today, tries: []})),
	];
}

/** With a try of the drill of this name. */
export function withTry(
	reviews: readonly Review[],
	id: string,
	day: number,
	success: boolean,
): readonly Review[] {
	return reviews.map(review =>
		review.drill.id === id ? {...review, tries: [...review.tries, {day, success}]} : review,
	);
}

/** Days since 1970-01-01 of a moment, UTC. */
export function dayOf(time: Date): number {
	return Math.floor(time.getTime() / 86_400_000);
}

/** What a profile holds of it, as far as it can be read; what is damaged comes back with `review rebuild`. */
export function reviewsIn(value: unknown): readonly Review[] {
	return Array.isArray(value) ? value.filter(isReview) : [];
}

function isReview(value: unknown): value is Review {
	if (!isRecord(value)) return false;
	const {drill, madeOn, tries} = value;
	return typeof madeOn === 'number' && Array.isArray(tries) && tries.every(isTry) && isDrill(drill);
}

function isTry(value: unknown): boolean {
	return (
		isRecord(value) && typeof value['day'] === 'number' && typeof value['success'] === 'boolean'
	);
}

const WORDS = ['id', 'journal', 'level', 'title', 'clock', 'did', 'other'];
const SECONDS = ['from', 'until', 'measured'];
const LISTS = ['leaveOut', 'move', 'add', 'steps', 'switches'];

function isDrill(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const {change} = value;
	return (
		WORDS.every(key => typeof value[key] === 'string') &&
		SECONDS.every(key => Number.isSafeInteger(value[key])) &&
		isRecord(change) &&
		LISTS.every(key => Array.isArray(change[key])) &&
		change['instead'] === null &&
		change['capacity'] === 1
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
