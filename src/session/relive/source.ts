import type {PlannedOrder} from '../../level/index.ts';
import {look} from '../../observe/index.ts';
import {assert, type Order, valueAt} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import {watch, type OrderRule} from '../order-rules.ts';
import {inject} from '../injects/inject.ts';
import type {Player} from '../players/index.ts';
import {hear, type Run} from '../run.ts';
import type {GivenOrder, RecordedRun} from './recorded-run.ts';
import type {Divergence} from './divergence.ts';

/** Takes an order for the next second of a run. */
export type Give = (by: string, order: Order) => void;

/** What comes to a run from outside, and when: out of a journal, a script, or a player's head. */
export type Source = {
	/** The last second it knows of; Infinity where it has no end. */
	readonly end: number;
	/**
	 * Asked before each second, and once more at `until`, when what meets the next second is not due yet. Gives what
	 * is due; where the run is not what the source remembers, answers how it differs.
	 */
	meet(run: Run, give: Give, until: number): Divergence | null;
};

/** Nobody does anything, for as long as one likes. */
export const NOBODY: Source = {end: Infinity, meet: () => null};

/** Several at once, each asked in turn. */
export function allOf(sources: readonly Source[]): Source {
	return {
		end: Math.min(...sources.map(({end}) => end)),
		meet(run, give, until) {
			for (const source of sources) {
				const divergence = source.meet(run, give, until);
				if (divergence !== null) return divergence;
			}
			return null;
		},
	};
}

/** What a scripted player orders, by time and by what is seen. */
export type PlayerScript = {
	readonly orders: readonly PlannedOrder[];
	readonly rules: readonly OrderRule[];
};

export const NO_ORDERS: PlayerScript = {orders: [], rules: []};

/** A scripted player, by name. */
export function scriptSource(by: string, {orders, rules}: PlayerScript): Source {
	return givenSource(
		orders.map(({at, words}) => ({order: 0, by, at, words})),
		{by, rules},
	);
}

/** A script that waits for something to be seen looks for it as often as this. */
const WATCH_SECONDS = 15;

/** Orders each at its own second, and those of rules when what they wait for is seen. */
export function givenSource(
	orders: readonly GivenOrder[],
	{by, rules}: {readonly by: string; readonly rules: readonly OrderRule[]} = {by: '', rules: []},
): Source {
	let due: GivenOrder[] | null = null;
	const watched = watch(rules);
	let stop: number | null = null;
	return {
		end: Infinity,
		meet(run, give, until) {
			const {now} = run.world;
			if (now >= until || (stop !== null && now < stop) || run.world.ending !== null) return null;
			due ??= orders.filter(({at}) => at > now);
			if (stop !== null && !watched.isOver()) {
				assert(run.observer !== null, 'who waits for something to be seen has an observer');
				const planned = watched.seen(look(run.observer, run.world));
				due.push(...planned.map(({at, words}) => ({order: 0, by, at, words})));
				due.sort((a, b) => a.at - b.at);
			}
			const [ready, later] = [
				due.filter(({at}) => at <= now + 1),
				due.filter(({at}) => at > now + 1),
			];
			for (const order of ready) giveWords(give, order);
			due = later;
			stop = Math.min(
				(due[0]?.at ?? Infinity) - 1,
				watched.isOver() ? Infinity : now + WATCH_SECONDS,
			);
			return null;
		},
	};
}

/** Orders that were read before: a journal, a level and a script are checked when they are. */
export function giveWords(give: Give, {by, words}: Pick<GivenOrder, 'by' | 'words'>): void {
	const parsed = parseOrder(words);
	assert(parsed.ok, 'orders of a script are checked when it is read');
	give(by, parsed.order);
}

/** What was said of a run beside its orders and moves it: whom the player suspected, and what was injected. */
export function heardSource({
	suspicions,
	injects,
}: Pick<RecordedRun, 'suspicions' | 'injects'>): Source {
	const suspected = inTurn(suspicions, (run, {suspect}) => {
		hear(run, {about: 'hypothesis', suspect, confidence: 100, unless: ''});
	});
	const injected = inTurn(injects, (run, {deed}) => {
		inject(run, deed);
	});
	return allOf([suspected, injected]);
}

/** Each in its second; a run that begins later has met those before. */
function inTurn<Row extends {readonly at: number}>(
	rows: readonly Row[],
	meet: (run: Run, row: Row) => void,
): Source {
	let next: number | null = null;
	return {
		end: Infinity,
		meet(run, _give, until) {
			const {now} = run.world;
			if (now >= until) return null; // Another that goes on from here would meet it again.
			next ??= rows.filter(({at}) => at < now).length;
			for (; (rows[next]?.at ?? Infinity) <= now; next++) meet(run, valueAt(rows, next));
			return null;
		},
	};
}

/** A player looks at the screen once a minute. */
const GLANCE_SECONDS = 60;

/** Somebody who acts on what can be observed. */
export function playerSource({name, act}: Player): Source {
	let glance: number | null = null;
	return {
		end: Infinity,
		meet(run, give, until) {
			const {now} = run.world;
			glance ??= now + GLANCE_SECONDS;
			if (now < glance || now >= until || run.world.ending !== null) return null;
			glance = now + GLANCE_SECONDS;
			assert(run.observer !== null, 'a player has something to look at');
			for (const words of act(look(run.observer, run.world))) {
				const parsed = parseOrder(words);
				if (parsed.ok) give(name, parsed.order); // What is no order is a slip of the fingers.
			}
			return null;
		},
	};
}
