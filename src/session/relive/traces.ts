import {harmOf, type World} from '../../sim/index.ts';

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
	{id: 'harm', label: 'harm so far', unit: 'minutes', read: world => harmOf(world).total},
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
		id: 'launches',
		label: 'launches failing',
		unit: 'share',
		read: world => 1 - world.launches.output.successShare,
	},
	{
		id: 'held',
		label: 'launches and terminations held back, in hours of demand',
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
