import {
	open,
	parseJournal,
	parseOrder,
	PLAYERS,
	playerSource,
	recordedRunOf,
	scriptSource,
	type PlayerScript,
	type RecordedRun,
	type RunResult,
} from '../../src/session/index.ts';
import type {Level} from '../../src/level/index.ts';
import {moves} from '../../src/session/debrief/decisions.ts';
import {randomStreams} from '../../src/sim/index.ts';
import {ownLevels, scriptsOf} from '../levels/own-levels.ts';

/** A run as its journal tells it, and what its card said. */
export type Night = {
	readonly name: string;
	readonly level: Level;
	readonly recorded: RecordedRun;
	readonly result: RunResult;
};

const VERSION = {game: '0.2.0', node: 20};

/** Runs of people who know something and of people who press keys, level by level in turn: `count` of them. */
export function nights(
	count: number,
	levels = ownLevels().filter(({id}) => id !== 'sandbox'),
): readonly (() => Night)[] {
	return Array.from({length: count}, (_, index) => () => nightNumbered(index, levels));
}

/** One of them. */
export function nightNumbered(
	index: number,
	levels = ownLevels().filter(({id}) => id !== 'sandbox'),
): Night {
	return nightOf(levels[index % levels.length]!, Math.floor(index / levels.length));
}

/** The textbook's nights without one of its orders, and without two: what was left out would have been enough. */
export function droppedNights(count: number, levels: readonly Level[]): readonly (() => Night)[] {
	const all = levels.map(level => {
		const script = scriptsOf(level)['textbook'] ?? {orders: [], rules: []};
		const moving = script.orders.filter(({words}) => {
			const parsed = parseOrder(words);
			return parsed.ok && moves(parsed.order);
		});
		const ones = moving.map(order => [order]);
		const twos = moving.flatMap((one, index) => moving.slice(index + 1).map(other => [one, other]));
		return inTurnOf(ones, twos).map(dropped => () => {
			const name = `textbook without ${dropped.map(({words}) => words).join(' and ')}`;
			const orders = script.orders.filter(order => !dropped.includes(order));
			return livedAs(level, name, source => {
				source(scriptSource('textbook', {...script, orders}));
			});
		});
	});
	const longest = Math.max(0, ...all.map(({length}) => length));
	return Array.from({length: longest}, (_, round) => all.flatMap(each => each[round] ?? []))
		.flat()
		.slice(0, count);
}

function inTurnOf<Of>(ones: readonly Of[], others: readonly Of[]): readonly Of[] {
	return Array.from({length: Math.max(ones.length, others.length)}, (_, index) => [
		...ones.slice(index, index + 1),
		...others.slice(index, index + 1),
	]).flat();
}

function nightOf(level: Level, round: number): Night {
	if (round % 2 === 1) return randomNight(level, `random ${String(round)}`);
	const scripts = Object.entries(scriptsOf(level)).filter(([, {orders}]) => orders.length > 0);
	const rng = randomStreams(`${level.id} ${String(round)}`)('night', 0);
	if (scripts.length === 0) return randomNight(level, `random ${String(round)}`);
	const [name, script] = scripts[rng.below(scripts.length)]!;
	const dropped = rng.below(script.orders.length);
	const orders = script.orders.filter((_, index) => index !== dropped);
	const night = `${name} without ${script.orders[dropped]!.words}`;
	return livedAs(level, night, source => source(scriptSource(name, {...script, orders})));
}

function randomNight(level: Level, seed: string): Night {
	const policy = PLAYERS['random'];
	if (policy === undefined) throw new Error('there is a random player');
	return livedAs(level, seed, source => source(playerSource(policy(seed))));
}

/** What `run --orders` comes to. */
export function carriedOut({level, recorded}: Night, script: PlayerScript): RunResult {
	const {seed, switches, parameters} = recorded;
	const session = open(level, {...VERSION, seed, switches, parameters, observed: false});
	session.follow(scriptSource('operator', script), recorded.until);
	return session.result();
}

function livedAs(
	level: Level,
	name: string,
	live: (follow: (source: Parameters<ReturnType<typeof open>['follow']>[0]) => void) => void,
): Night {
	const lines: string[] = [];
	const session = open(level, {
		...VERSION,
		seed: level.seed,
		switches: [],
		parameters: {},
		observed: true,
		onLine: line => lines.push(line),
	});
	live(source => {
		session.follow(source, level.limit);
	});
	const parsed = parseJournal(lines.map(line => `${line}\n`).join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const recorded = recordedRunOf(level, parsed.journal);
	return {name: `${level.id}, ${name}`, level, recorded, result: session.result()};
}
