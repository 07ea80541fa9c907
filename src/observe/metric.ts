import type {World} from '../sim/index.ts';
import type {Unit} from './observation.types.ts';

/** The panel of the screen a metric belongs on. */
export type Panel =
	| 'dns'
	| 'dynamodb'
	| 'droplets'
	| 'launches'
	| 'network'
	| 'balancers'
	| 'lambda'
	| 'identity'
	| 'services'
	| 'monitoring';

/** One thing that is measured. `read` is called at the sample, never when somebody looks. */
export type Metric = {
	readonly id: string;
	readonly label: string;
	readonly unit: Unit;
	readonly panel: Panel;
	/** `internal` needs the operator to be signed in; `public` can be seen from any laptop. */
	readonly reach: 'internal' | 'public';
	readonly read: (world: World) => number;
};

type Row = readonly [id: string, label: string, unit: Unit, read: (world: World) => number];

/** Rows of one panel. */
export function metrics(
	panel: Panel,
	reach: Metric['reach'],
	rows: readonly Row[],
): readonly Metric[] {
	return rows.map(([id, label, unit, read]) => ({id, label, unit, panel, reach, read}));
}

/** A part of a whole that may be nothing: nothing of nothing is all of it. */
export function shareOf(part: number, all: number): number {
	return all > 0 ? part / all : 1;
}
