import fs from 'node:fs';
import {join} from 'node:path';
import {parseOrder, parseOrderFile} from '../../src/session/index.ts';
import {
	createWorld,
	harmOf,
	step,
	tick,
	type Attempt,
	type Parameter,
	type SubsystemName,
	type Switch,
	type World,
	type WorldSettings,
} from '../../src/sim/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {sampleParameters} from '../robustness/sample.ts';
import {ROOT} from '../support/tree.ts';

// October 20 as an experiment: the world alone, without anybody who looks.

/** An order by its words and the second it is given in. */
export type Given = {readonly at: number; readonly words: string};

export type Night = {
	readonly seed: string;
	readonly sample: number;
	readonly orders: readonly Given[];
	readonly switches?: readonly Switch[];
	/** Numbers in place of the level's own, beyond those that a sample moves. */
	readonly numbers?: WorldSettings['parameters'];
	/** The night is left here, if it has not ended before. */
	readonly until?: string;
};

export type Outcome = {readonly won: boolean; readonly harm: number};

/** How far every assumed number is moved, either way. */
const SPREAD = 0.1;

export const LEVEL = levelNamed('october-20');

function textOf(file: string): string {
	return fs.readFileSync(join(ROOT, 'levels/october-20', file), 'utf8');
}

export function ordersOf(player: string): readonly Given[] {
	return ordersIn(textOf(`players/${player}.orders`));
}

/** Orders as a player's file has them: a time of day and words a line. */
export function ordersIn(text: string): readonly Given[] {
	const read = parseOrderFile(text, LEVEL, LEVEL.seed);
	assert(read.ok, 'the orders are valid');
	return read.orders.map(({at, words}) => ({at, words}));
}

/** Lives a night to its end; `watch` sees every second. */
export function live(night: Night, watch?: (world: World) => void): Outcome {
	const world = createWorld({
		...LEVEL,
		seed: night.seed,
		switches: [...LEVEL.switches, ...(night.switches ?? [])],
		parameters: withNumbers(
			night.sample === 0 ? LEVEL.parameters : moved(night.sample),
			night.numbers ?? {},
		),
	});
	const until = night.until === undefined ? Infinity : timeOf(night.until);
	const attempts = attemptsOf(night.orders);
	let next = 0;
	while (world.ending === null && world.now < until) {
		const now: Attempt[] = [];
		const second = world.now + 1;
		for (; (attempts[next]?.at ?? Infinity) <= second; next++) now.push(attempts[next]!.attempt);
		step(world, now);
		watch?.(world);
	}
	return {won: world.ending?.won === true, harm: harmOf(world).total};
}

/** The second of a time of day. */
export function timeOf(clock: string): number {
	return ordersIn(`${clock} show teams`)[0]!.at;
}

function withNumbers(
	declared: WorldSettings['parameters'],
	numbers: WorldSettings['parameters'],
): WorldSettings['parameters'] {
	const merged: Record<string, Readonly<Record<string, number>>> = {...declared};
	for (const [part, values] of Object.entries(numbers)) {
		merged[part] = {...merged[part], ...values};
	}
	return merged;
}

function attemptsOf(orders: readonly Given[]) {
	return [...orders]
		.sort((a, b) => a.at - b.at)
		.map(({at, words}, index) => {
			const parsed = parseOrder(words);
			assert(parsed.ok, `${words} is an order`);
			return {at: tick(at), attempt: {number: index + 1, by: 'operator', order: parsed.order}};
		});
}

/** Every assumed number moved at once. Those that make the race stay: the night is the story's, by its seed. */
function moved(sample: number) {
	return sampleParameters(sample, {
		name: 'verdicts',
		spread: SPREAD,
		declared: LEVEL.parameters,
		moves: (part: SubsystemName, name: string, {source}: Parameter) =>
			source === 'assumed' && (part !== 'dns' || AFTER_THE_RACE.test(name)),
	});
}

/** Numbers of the DNS automation that only matter once somebody acts on it. */
const AFTER_THE_RACE = /^(handEdit|nextZone|switch|elsewhere|freeze|zoneTool|retired|fullAnswers)/;
