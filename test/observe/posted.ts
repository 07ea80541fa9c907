import type {World} from '../../src/sim/index.ts';

/** What each sentence of the status desk says, as the Region has it in the second in which it is posted. */
export const POSTED: readonly (readonly [words: RegExp, so: (world: World) => boolean])[] = [
	[/increased error rates/, world => world.dependents.output.errors.some(each => each > 0.05)],
	[/support cases may fail/, world => world.support.output.lockedOutShare > 0.02],
	[
		/Requests to the DynamoDB endpoint.* fail/,
		world => world.dynamodb.output.customerErrors > 0.05,
	],
	[/its name does not resolve/, world => world.dns.output.answers[0] === 0],
	[/endpoint resolves again/, world => world.dns.output.answers[0]! > 0],
	[/Most requests to it should succeed/, world => world.dynamodb.output.customerErrors < 0.5],
	[/Requests to DynamoDB succeed/, world => world.dynamodb.output.customerErrors < 0.05],
	[
		/Launches of new EC2 instances .*fail/,
		({launches, network}) =>
			launches.output.successShare < 0.9 || network.output.latencySeconds > 600,
	],
	[/requests are limited/, world => world.launches.output.throttled],
	[/connectivity problems|connections.* fail/, world => world.nlb.output.customerErrors > 0.002],
	[/watches the health|Health checks .* late/, world => world.nlb.output.checkDelaySeconds > 10],
	[
		/operate normally again/,
		({dependents, launches, nlb}) =>
			!launches.output.throttled &&
			nlb.output.failoverOn &&
			dependents.output.errors.every(each => each <= 0.05),
	],
];
