import {
	done,
	pauseRow,
	resumeRow,
	setPaused,
	weighPause,
	refuse,
	send,
	unreachable,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {kinesisPollersMachine, sqsPollersMachine} from './lambda.machine.ts';
import {LAMBDA_PARAMETERS, type LambdaParameters} from './lambda.parameters.ts';
import type {Lambda} from './lambda.types.ts';

const PERCENT = {kind: 'whole', min: 0, max: 100, unit: '%'} as const;
export const LAMBDA_ORDERS = {
	'throttle-async': {
		forms: ['throttle async <percent>'],
		blanks: {percent: PERCENT},
		kind: 'do',
		seconds: LAMBDA_PARAMETERS.throttleSeconds.value,
		team: 'lambda',
		needs: 'tools',
		what: 'limits asynchronous calls to a part of their usual rate, to keep the fleet for synchronous ones',
		risk: 'What is held back waits in a queue and must be worked off later; 100 lifts the limit.',
		touches: 'asynchronous calls of Lambda, and what waits in their queue',
		example: 'throttle async 30',
	},
	'throttle-pollers': {
		forms: ['throttle pollers <percent>'],
		blanks: {percent: PERCENT},
		kind: 'do',
		seconds: LAMBDA_PARAMETERS.throttleSeconds.value,
		team: 'lambda',
		needs: 'tools',
		what: 'limits SQS and Kinesis polling to a part of its usual rate',
		risk: 'What is held back waits; opened (100) at once on a small fleet, pollers crowd out synchronous calls.',
		touches: 'SQS and Kinesis pollers of Lambda',
		example: 'throttle pollers 20',
	},
	'restore-pollers': {
		forms: ['restore pollers <source>'],
		blanks: {source: {kind: 'word', words: ['sqs', 'kinesis']}},
		kind: 'do',
		seconds: LAMBDA_PARAMETERS.restoreSeconds.value,
		team: 'lambda',
		needs: 'tools',
		what: 'starts a poller fleet by hand',
		risk: 'Fails while DynamoDB cannot be read; the backlog arrives as soon as it works.',
		touches: 'one fleet of pollers, and the backlog behind it',
		example: 'restore pollers sqs',
	},
	'pause-functions': pauseRow('lambda-scale-in', {
		seconds: LAMBDA_PARAMETERS.holdSeconds.value,
		team: 'lambda',
		what: 'keeps the Lambda fleet from shrinking while it looks idle',
		risk: 'Idle hosts cost money; nothing else.',
		touches: 'the size of the Lambda fleet',
	}),
	'resume-functions': resumeRow('lambda-scale-in', {
		seconds: LAMBDA_PARAMETERS.holdSeconds.value,
		team: 'lambda',
		what: 'lets the Lambda fleet shrink again',
		risk: 'Hosts released while launches fail do not come back.',
		touches: 'the size of the Lambda fleet',
		danger: 'Hosts that it releases do not come back while launches fail.',
	}),
} as const satisfies OrderTable;

type LambdaOrderId = keyof typeof LAMBDA_ORDERS;

/** Judges an order to Lambda as it is given. */
export function validateLambda(
	lambda: Lambda,
	order: Order,
	{parameters}: Setup<LambdaParameters>,
): Acceptance | Refusal {
	const id = order.id as LambdaOrderId;
	switch (id) {
		case 'throttle-async':
		case 'throttle-pollers':
			return {ok: true, seconds: parameters.throttleSeconds};
		case 'restore-pollers':
			return pollersOf(lambda, order).value === 'polling'
				? refuse(
						'pollers-running',
						'these pollers are running; see `throttle pollers` for their rate',
					)
				: {ok: true, seconds: parameters.restoreSeconds};
		case 'pause-functions':
		case 'resume-functions':
			return weighPause(lambda.automations[0]!, id === 'pause-functions', parameters.holdSeconds);
		default:
			return unreachable(id);
	}
}

/** Carries an order to Lambda out, at the end of its time. */
export function applyLambda(
	lambda: Lambda,
	order: Order,
	by: string,
	setup: Setup<LambdaParameters>,
	ctx: StepContext,
): Result {
	const id = order.id as LambdaOrderId;
	switch (id) {
		case 'throttle-async':
			lambda.asyncLimit = shareOf(order);
			return done(rateOf('Asynchronous calls', lambda.asyncLimit));
		case 'throttle-pollers':
			lambda.pollerLimit = shareOf(order);
			return done(rateOf('Pollers', lambda.pollerLimit));
		case 'restore-pollers':
			return restorePollers(lambda, order, by, setup.parameters, ctx);
		case 'pause-functions':
			return holdScaleIn(lambda, true, by, ctx);
		case 'resume-functions':
			return holdScaleIn(lambda, false, by, ctx);
		default:
			return unreachable(id);
	}
}

function restorePollers(
	lambda: Lambda,
	order: Order,
	by: string,
	parameters: LambdaParameters,
	ctx: StepContext,
): Result {
	const pollers = pollersOf(lambda, order);
	const source = String(order.args['source']);
	if (pollers.value === 'polling') return done(`${source} pollers were running again already.`);
	if (lambda.storeFelt > parameters.pollersResumeErrors) {
		return refuse(
			'store-unreachable',
			`${source} pollers came up, could not read their mappings from DynamoDB, and stopped again`,
		);
	}
	const machine = pollers === lambda.sqsPollers ? sqsPollersMachine : kinesisPollersMachine;
	send(machine, pollers, {type: 'RESTORED_BY_HAND'}, ctx);
	ctx.say({
		source: 'lambda-pollers',
		level: 'info',
		kind: `${source}-pollers-restored`,
		text: `${source} poller fleet: started by ${by}, working off its backlog`,
	});
	return done(`${source} pollers are running and work off their backlog.`);
}

function holdScaleIn(lambda: Lambda, paused: boolean, by: string, ctx: StepContext): Result {
	setPaused(lambda.automations[0]!, paused, by, ctx);
	return done(
		paused ? 'The Lambda fleet no longer shrinks.' : 'The Lambda fleet may shrink again.',
	);
}

function pollersOf(lambda: Lambda, order: Order): Lambda['sqsPollers'] {
	return order.args['source'] === 'sqs' ? lambda.sqsPollers : lambda.kinesisPollers;
}

function rateOf(who: string, limit: number): string {
	return limit < 1
		? `${who} run at ${(limit * 100).toFixed(0)} % of their usual rate.`
		: `${who} run unlimited and work off what waits.`;
}

function shareOf(order: Order): number {
	return Number(order.args['percent']) / 100;
}
