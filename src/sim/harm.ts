import type {HarmMeter, World} from './world.types.ts';

export type HarmPart = {
	readonly id: string;
	readonly what: string;
	readonly weight: number;
	/** Share of total outage of this kind in this second. */
	readonly rate: (world: World) => number;
};

/**
 * What customers lose, by kind, in minutes of total outage (model 12). It counts those who wait and those
 * who gave up, so that recovering later can never look better.
 */
export const HARM_PARTS: readonly HarmPart[] = [
	{
		id: 'dynamodb',
		what: 'DynamoDB requests failing, in minutes of total outage',
		weight: 1,
		rate: world => world.dynamodb.output.customerErrors,
	},
	{
		id: 'launch-wait',
		what: 'instances wanted and not yet usable, in hours of demand, integrated over minutes',
		weight: 1,
		rate: world =>
			(world.launches.output.pentUp + world.network.output.unreachable) /
			(3_600 * world.launches.output.demandPerSecond),
	},
	{
		id: 'nlb',
		what: 'connections through load balancers failing, in minutes of total outage',
		weight: 1,
		rate: world => world.nlb.output.customerErrors,
	},
	{
		id: 'lambda',
		what: 'Lambda invocations failing, in minutes of total outage',
		weight: 0.5,
		rate: world => world.lambda.output.errors,
	},
];

export function createHarm(): HarmMeter {
	return {minutes: new Float64Array(HARM_PARTS.length)};
}

export function stepHarm(world: World): void {
	const {minutes} = world.harm;
	for (let index = 0; index < HARM_PARTS.length; index++) {
		minutes[index] = minutes[index]! + HARM_PARTS[index]!.rate(world) / 60;
	}
}

/** Minutes of each kind, and their weighted sum. */
export function harmOf(world: World): {
	readonly total: number;
	readonly parts: Readonly<Record<string, number>>;
} {
	let total = 0;
	const parts: Record<string, number> = {};
	HARM_PARTS.forEach((part, index) => {
		const minutes = world.harm.minutes[index]!;
		parts[part.id] = minutes;
		total += part.weight * minutes;
	});
	return {total, parts};
}
