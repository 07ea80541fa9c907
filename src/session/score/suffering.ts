import type {World} from '../../sim/index.ts';

/** What a status update can be about that the Region can tell the truth of. */
export type Scope =
	'dynamodb' | 'ec2-launches' | 'network' | 'load-balancing' | 'lambda' | 'sign-in' | 'support';

/** Where customers suffer now, whoever may see it. */
export type Suffering = readonly Scope[];

/** One request in fifty that fails is what customers call an outage; so is a launch in ten, or ten minutes' wait. */
const FAILING = 0.02;
const LAUNCHES_FAILING = 0.1;
const WAITING_SECONDS = 600;

const SIGNS: Readonly<Record<Scope, (world: World) => boolean>> = {
	dynamodb: world => world.dynamodb.output.customerErrors > FAILING,
	'ec2-launches': world => 1 - world.launches.output.successShare > LAUNCHES_FAILING,
	network: world =>
		world.network.output.latencySeconds > WAITING_SECONDS ||
		world.border.output.packetLossShare > FAILING,
	'load-balancing': world => world.nlb.output.customerErrors > FAILING,
	lambda: world => world.lambda.output.errors > FAILING,
	'sign-in': world =>
		Math.max(world.identity.output.iamErrors, world.identity.output.stsErrors) > FAILING,
	support: world => world.support.output.lockedOutShare > FAILING,
};

const SCOPES = Object.keys(SIGNS) as readonly Scope[];

export function sufferingOf(world: World): Suffering {
	return SCOPES.filter(scope => SIGNS[scope](world));
}
