import type {SystemName, World} from '../sim/index.ts';
import type {Unit} from './observation.types.ts';

/** A system, and what is measured of it. */
export type MetricId = `${SystemName}.${string}`;

/** One thing that is measured. `read` is called at the sample, never when somebody looks. */
export type Metric = {
	readonly id: MetricId;
	readonly label: string;
	readonly unit: Unit;
	/** `internal` needs the operator to be signed in; `public` can be seen from any laptop. */
	readonly reach: 'internal' | 'public';
	readonly read: (world: World) => number;
};

type Row = readonly [id: MetricId, label: string, unit: Unit, read: (world: World) => number];

/** Rows of one reach. */
export function metrics(reach: Metric['reach'], rows: readonly Row[]): readonly Metric[] {
	return rows.map(([id, label, unit, read]) => ({id, label, unit, reach, read}));
}

/** A part of a whole that may be nothing: nothing of nothing is all of it. */
export function shareOf(part: number, all: number): number {
	return all > 0 ? part / all : 1;
}
