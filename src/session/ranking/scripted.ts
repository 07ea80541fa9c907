import {NOTHING_YET, optionsOf, type DecisionPoint, type Level} from '../../level/index.ts';
import type {Order, OrderRecord} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {Journal} from '../journal.types.ts';
import {beginningOf} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {startReplay, type Refused} from '../relive/replay.ts';
import {scriptSource, type PlayerScript} from '../relive/source.ts';
import {startRun, type Run} from '../run.ts';
import type {Ranked} from './panel.ts';
import {placesOf} from './places.ts';

/** What somebody did in a night, and when each decision of its level came to them; -1 where it never did. */
export type Lived = {
	readonly by: string;
	readonly orders: readonly OrderRecord[];
	readonly cameAt: readonly number[];
	readonly won: boolean;
};

/** The run of a journal, lived again; a refusal where it does not come out as the journal says. */
export function livedBy(
	by: string,
	level: Level,
	journal: Journal,
	script: PlayerScript | null,
	game: string,
): Lived | Refused {
	if (script === null) {
		const started = startReplay(level, journal, {game, observed: false});
		if (!started.ok) return started;
		return started.relive() ?? noted(by, started.run);
	}
	const observed = script.rules.length > 0;
	const run = startRun(level, {...beginningOf(journal), observed});
	relive(run, scriptSource(by, script), {until: level.limit});
	return noted(by, run);
}

function noted(by: string, {world, evaluation}: Run): Lived {
	return {
		...{by, orders: world.orders, cameAt: [...evaluation.decidedAt]},
		won: world.ending?.won === true,
	};
}

/** Who has given none of the options for so long has chosen to wait. */
const WAITED_SECONDS = 1_800;

/**
 * How somebody ranks the options of a decision by what they do: what they gave first is best, what they gave later than
 * half an hour after, or never, comes behind waiting. Null where it never came to that.
 */
export function rankedBy(lived: Lived, level: Level, decision: DecisionPoint): Ranked | null {
	const came = lived.cameAt[level.decisions.indexOf(decision)] ?? -1;
	if (came === -1) return null;
	const options = optionsOf(decision);
	const given = options.map(option =>
		option === NOTHING_YET ? WAITED_SECONDS : givenAt(lived.orders, option) - came,
	);
	return {
		by: lived.by,
		places: placesOf(given),
		why: whyOf(options, given),
		counts: lived.won,
	};
}

function givenAt(orders: readonly OrderRecord[], words: string): number {
	const parsed = parseOrder(words);
	if (!parsed.ok) return Infinity;
	const found = orders.find(
		({order, number, state}) => number > 0 && state !== 'refused' && isAlike(order, parsed.order),
	);
	return found?.at ?? Infinity;
}

/** The same order about the same thing: by how much is another question. */
function isAlike(one: Order, other: Order): boolean {
	return (
		one.id === other.id &&
		Object.entries(other.args).every(
			([name, value]) => typeof value === 'number' || one.args[name] === value,
		)
	);
}

function whyOf(options: readonly string[], given: readonly number[]): string {
	const words = options.flatMap((option, index) => {
		const seconds = given[index] ?? Infinity;
		if (option === NOTHING_YET || seconds === Infinity) return [];
		const minutes = String(Math.round(Math.abs(seconds) / 60));
		return [`“${option}” ${seconds < 0 ? `${minutes} min before` : `after ${minutes} min`}`];
	});
	return words.length === 0 ? 'gave none of it' : words.join(', ');
}
