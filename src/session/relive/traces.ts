import {harmOf, type World, valueAt} from '../../sim/index.ts';
import type {Run} from '../run.ts';
import type {Recorder} from './relive.ts';

/** What is written down of every run, so that two can be laid beside each other. */
export type Trace = {
	readonly id: string;
	readonly label: string;
	readonly unit: 'minutes' | 'share' | 'seconds' | 'per-second';
	readonly read: (world: World) => number;
};

/** How often: a night of fourteen hours is some two hundred points. */
export const TRACE_SECONDS = 300;

export const TRACES: readonly Trace[] = [
	{id: 'harm', label: 'impact so far', unit: 'minutes', read: world => harmOf(world).total},
	{
		id: 'dynamodb',
		label: 'DynamoDB requests failing',
		unit: 'share',
		read: world => world.dynamodb.output.customerErrors,
	},
	{
		id: 'broken',
		label: 'droplet leases broken',
		unit: 'share',
		read: world => 1 - world.dwfm.output.leasedShare,
	},
	{
		id: 'oldest',
		label: 'oldest work of the droplet managers',
		unit: 'seconds',
		read: world => world.dwfm.output.oldestSeconds,
	},
	{
		id: 'goodput',
		label: 'useful work of the droplet managers',
		unit: 'share',
		read: shareOfUse,
	},
	{
		id: 'launches',
		label: 'launches failing',
		unit: 'share',
		read: world => 1 - world.launches.output.successShare,
	},
	{
		id: 'held',
		label: 'launches and terminations held back, of an hour’s demand',
		unit: 'share',
		read: world => {
			const {pentUp, terminationsHeld, demandPerSecond} = world.launches.output;
			return (pentUp + terminationsHeld) / (3_600 * demandPerSecond);
		},
	},
	{
		id: 'network',
		label: 'network state takes',
		unit: 'seconds',
		read: world => world.network.output.latencySeconds,
	},
	{
		id: 'balancers',
		label: 'load balancer connections failing',
		unit: 'share',
		read: world => world.nlb.output.customerErrors,
	},
	{
		id: 'lambda',
		label: 'Lambda invocations failing',
		unit: 'share',
		read: world => world.lambda.output.errors,
	},
];

function shareOfUse({dwfm: {output}}: World): number {
	const {goodputPerSecond, throughputPerSecond} = output;
	return throughputPerSecond > 0 ? Math.min(1, goodputPerSecond / throughputPerSecond) : 1;
}

/** Every row of TRACES at each TRACE_SECONDS, from second 0. */
export type Traced = {readonly rows: number[][]; readonly record: Recorder};

/** Writes traces down from where a run stands, after what was written of the same run before. */
export function traceRun(run: Run, before?: Traced['rows']): Traced {
	const {world} = run;
	const write = (rows: number[][]) => {
		TRACES.forEach(({read}, index) => valueAt(rows, index).push(read(world)));
	};
	const until = Math.floor(world.now / TRACE_SECONDS);
	const rows = TRACES.map((_, index) => before?.[index]?.slice(0, until + 1) ?? []);
	// What was before the takeover is the same in every run, and shown in none.
	if (before === undefined) for (let at = 0; at <= until; at++) write(rows);
	return {
		rows,
		record: () => {
			if (world.now % TRACE_SECONDS === 0) write(rows);
		},
	};
}
