import type {World} from '../../src/sim/index.ts';

/** What each sentence of the status desk says, as the Region has it in the second in which it is posted. */
export const POSTED: readonly (readonly [words: RegExp, so: (world: World) => boolean])[] = [
	[
		/increased error rates(?! and delays)/,
		world => world.dependents.output.errors.some(each => each > 0.05),
	],
	[/unable to create support cases/, world => world.support.output.lockedOutShare > 0.02],
	[
		/significant error rates for requests to|DynamoDB endpoint continue to experience errors/,
		world => world.dynamodb.output.customerErrors > 0.05,
	],
	[/related to DNS resolution/, world => world.dns.output.answers[0] === 0],
	[/endpoint is resolving again/, world => world.dns.output.answers[0]! > 0],
	[/Most requests should now be succeeding/, world => world.dynamodb.output.customerErrors < 0.5],
	[/Requests to DynamoDB are succeeding/, world => world.dynamodb.output.customerErrors < 0.05],
	[
		/new EC2 instance launches|EC2 instance launches continue/i,
		({launches, network}) =>
			launches.output.successShare < 0.9 || network.output.latencySeconds > 600,
	],
	[/throttling (?:launch|some) requests/, world => world.launches.output.throttled],
	[/connectivity issues|connections.* fail/, world => world.nlb.output.customerErrors > 0.002],
	[
		/monitors the health|health checks .* delayed/,
		world => world.nlb.output.checkDelaySeconds > 10,
	],
	[
		/returned to normal operations/,
		({dependents, launches, nlb}) =>
			!launches.output.throttled &&
			nlb.output.failoverOn &&
			dependents.output.errors.every(each => each <= 0.05),
	],
];
