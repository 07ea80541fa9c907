import type {Tick} from './tick.ts';

/** Something that a fault has made wrong and that lasts: so much of it, on one of several or on all, until then. */
export type Trouble = {
	readonly type: string;
	/** Which of several it is on; empty where there is one. */
	readonly on: string;
	readonly amount: number;
	/** The last second of it, or FOR_EVER. */
	readonly until: number;
};

/** What stands, oldest first. Plain data, so that a save loses none of it. */
export type Troubles = {readonly standing: Trouble[]};

/** Where troubles stand, and the second they are asked about; nowhere, where no level can strike. */
type Place = {readonly now: Tick; readonly troubles?: Troubles};

/** The name of DynamoDB in another Region has no addresses: what leans on that Region feels it here. */
export const NAME_ELSEWHERE_EMPTY = 'name-elsewhere-empty';

export const FOR_EVER = 2_000_000_000;

export function createTroubles(): Troubles {
	return {standing: []};
}

/** How much of a trouble stands now: 0 without any. */
export function troubleOf({troubles, now}: Place, type: string, on = ''): number {
	if (troubles === undefined || troubles.standing.length === 0) return 0;
	let most = 0;
	for (const trouble of troubles.standing) {
		if (trouble.type !== type || trouble.on !== on || trouble.until < now) continue;
		if (trouble.amount > most) most = trouble.amount;
	}
	return most;
}

/** Share that is left when two things each take theirs, whichever comes first. */
export function withTrouble(share: number, trouble: number): number {
	return trouble === 0 ? share : 1 - (1 - share) * (1 - trouble);
}

/** Begins a trouble, in place of one of the same kind. */
export function beginTrouble(
	ctx: Place,
	type: string,
	{amount, seconds, on = ''}: {amount: number; seconds?: number | undefined; on?: string},
): void {
	if (ctx.troubles === undefined) return;
	endTrouble(ctx, type, on);
	// It is struck before this second is lived, which is its first.
	const until = seconds === undefined ? FOR_EVER : ctx.now + Math.ceil(seconds) - 1;
	ctx.troubles.standing.push({type, on, amount, until});
}

export function endTrouble({troubles}: Place, type: string, on = ''): void {
	drop(troubles, trouble => trouble.type === type && trouble.on === on);
}

/** Forgets what is over. */
export function forgetPast(troubles: Troubles, now: number): void {
	drop(troubles, ({until}) => until < now);
}

function drop(troubles: Troubles | undefined, isGone: (trouble: Trouble) => boolean): void {
	if (troubles === undefined) return;
	for (let index = troubles.standing.length - 1; index >= 0; index--) {
		if (isGone(troubles.standing[index]!)) troubles.standing.splice(index, 1);
	}
}
