import * as z from 'zod/mini';
import {withFormerMetrics, type Level} from '../../level/index.ts';
import {hash, WORLD} from '../../sim/index.ts';
import {AXES, type AxisId, type Score} from './score.types.ts';

const points = z.nullable(z.int().check(z.minimum(0), z.maximum(100)));
const schema = z.strictObject({
	levelHash: z.string(),
	/** Of what the level asks for, which moves no world and is not in the level's hash. */
	questions: z.string(),
	/** Of the scripts that were played. */
	players: z.string(),
	world: z.int(),
	runs: z.array(
		z.strictObject({
			player: z.string(),
			seed: z.string(),
			won: z.boolean(),
			points: z.strictObject({
				harm: points,
				tasks: points,
				safety: points,
				durability: points,
				diagnosis: points,
				communication: points,
				time: points,
			}),
		}),
	),
});

/** How scripted players fare on a level, over seeds: something to stand beside, offline and from day one. */
export type Distribution = z.infer<typeof schema>;

/** Reads a `reference.json`; undefined where it is damaged, or of another level or world than this. */
export function readDistribution(value: unknown, level: Level): Distribution | undefined {
	const parsed = schema.safeParse(value);
	if (!parsed.success) return undefined;
	const {levelHash, questions, world} = parsed.data;
	const same = levelHash === level.hash && questions === questionsOf(level);
	return same && world === WORLD ? parsed.data : undefined;
}

/**
 * Names what a level asks of its players, so that points for other questions are not laid beside these. The words in which
 * it asks are left out: saying it better asks for nothing else.
 */
export function questionsOf({tasks, unsafe, diagnosis, recurrence}: Level): string {
	const asked = {tasks: tasks.map(unworded), unsafe: unsafe.map(unworded), diagnosis, recurrence};
	return hash(withFormerMetrics(asked));
}

function unworded(asked: object): object {
	return Object.fromEntries(Object.entries(asked).filter(([key]) => key !== 'what'));
}

/** A scripted player's run as a row of the distribution. */
export function distributionRow(player: string, score: Score): Distribution['runs'][number] {
	const pointsOf = (wanted: AxisId) => score.axes.find(({id}) => id === wanted)?.points ?? null;
	return {
		player,
		seed: score.seed,
		won: score.won === true,
		points: {
			harm: pointsOf('harm'),
			tasks: pointsOf('tasks'),
			safety: pointsOf('safety'),
			durability: pointsOf('durability'),
			diagnosis: pointsOf('diagnosis'),
			communication: pointsOf('communication'),
			time: pointsOf('time'),
		},
	};
}

export type Standing = {
	/** How many reference runs have points on the axis, and how many of them fewer or as many. */
	readonly among: number;
	readonly reached: number;
	/** Reference runs by tenth of the points, 0 to 9; full marks are in the last. */
	readonly histogram: readonly number[];
};

export type Standings = Readonly<Record<AxisId, Standing>>;

/** Where a run stands on each axis among the reference runs. */
export function standingOf({runs}: Distribution, score: Score): Standings {
	const standing = (id: AxisId): Standing => {
		const mine = score.axes.find(axis => axis.id === id)?.points ?? null;
		const others = runs.flatMap(({points}) => points[id] ?? []);
		const histogram = Array.from(
			{length: 10},
			(_, tenth) => others.filter(value => Math.min(9, Math.floor(value / 10)) === tenth).length,
		);
		const reached = mine === null ? 0 : others.filter(value => value <= mine).length;
		return {among: others.length, reached, histogram};
	};
	return Object.fromEntries(AXES.map(id => [id, standing(id)])) as Standings;
}
