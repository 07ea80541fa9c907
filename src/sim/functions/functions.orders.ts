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
	type Beat,
	type Conditions,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {kinesisPollersMachine, sqsPollersMachine} from './functions.machine.ts';
import {FUNCTIONS_PARAMETERS, type FunctionsParameters} from './functions.parameters.ts';
import type {Functions} from './functions.types.ts';

const PERCENT = {kind: 'whole', min: 0, max: 100, unit: '%'} as const;
export const FUNCTIONS_ORDERS = {
	'throttle-async': {
		forms: ['throttle async <percent>'],
		blanks: {percent: PERCENT},
		kind: 'do',
		seconds: FUNCTIONS_PARAMETERS.throttleSeconds.value,
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
		seconds: FUNCTIONS_PARAMETERS.throttleSeconds.value,
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
		seconds: FUNCTIONS_PARAMETERS.restoreSeconds.value,
		team: 'lambda',
		needs: 'tools',
		what: 'starts a poller fleet by hand',
		risk: 'Fails while DynamoDB cannot be read; the backlog arrives as soon as it works.',
		touches: 'one fleet of pollers, and the backlog behind it',
		example: 'restore pollers sqs',
	},
	'pause-functions': pauseRow('lambda-scale-in', {
		seconds: FUNCTIONS_PARAMETERS.holdSeconds.value,
		team: 'lambda',
		what: 'keeps the Lambda fleet from shrinking while it looks idle',
		risk: 'Idle hosts cost money; nothing else.',
		touches: 'the size of the Lambda fleet',
	}),
	'resume-functions': resumeRow('lambda-scale-in', {
		seconds: FUNCTIONS_PARAMETERS.holdSeconds.value,
		team: 'lambda',
		what: 'lets the Lambda fleet shrink again',
		risk: 'Hosts released while launches fail do not come back.',
		touches: 'the size of the Lambda fleet',
		danger: 'Hosts that it releases do not come back while launches fail.',
	}),
} as const satisfies OrderTable;

type FunctionsOrderId = keyof typeof FUNCTIONS_ORDERS;

/** Judges an order to Lambda as it is given. */
export function weighFunctions(
	functions: Functions,
	order: Order,
	{parameters}: Conditions<FunctionsParameters>,
): Acceptance | Refusal {
	const id = order.id as FunctionsOrderId;
	switch (id) {
		case 'throttle-async':
		case 'throttle-pollers':
			return {ok: true, seconds: parameters.throttleSeconds};
		case 'restore-pollers':
			return pollersOf(functions, order).value === 'polling'
				? refuse(
						'pollers-running',
						'these pollers are running; see `throttle pollers` for their rate',
					)
				: {ok: true, seconds: parameters.restoreSeconds};
		case 'pause-functions':
		case 'resume-functions':
			return weighPause(
				functions.automations[0]!,
				id === 'pause-functions',
				parameters.holdSeconds,
			);
		default:
			return unreachable(id);
	}
}

/** Carries an order to Lambda out, at the end of its time. */
export function carryOutFunctions(
	functions: Functions,
	order: Order,
	by: string,
	conditions: Conditions<FunctionsParameters>,
	beat: Beat,
): Result {
	const id = order.id as FunctionsOrderId;
	switch (id) {
		case 'throttle-async':
			functions.asyncLimit = shareOf(order);
			return done(rateOf('Asynchronous calls', functions.asyncLimit));
		case 'throttle-pollers':
			functions.pollerLimit = shareOf(order);
			return done(rateOf('Pollers', functions.pollerLimit));
		case 'restore-pollers':
			return restorePollers(functions, order, by, conditions.parameters, beat);
		case 'pause-functions':
			return holdScaleIn(functions, true, by, beat);
		case 'resume-functions':
			return holdScaleIn(functions, false, by, beat);
		default:
			return unreachable(id);
	}
}

function restorePollers(
	functions: Functions,
	order: Order,
	by: string,
	parameters: FunctionsParameters,
	beat: Beat,
): Result {
	const pollers = pollersOf(functions, order);
	const source = String(order.args['source']);
	if (pollers.value === 'polling') return done(`${source} pollers were running again already.`);
	if (functions.storeFelt > parameters.pollersResumeErrors) {
		return refuse(
			'store-unreachable',
			`${source} pollers came up, could not read their mappings from DynamoDB, and stopped again`,
		);
	}
	const machine = pollers === functions.sqsPollers ? sqsPollersMachine : kinesisPollersMachine;
	send(machine, pollers, {type: 'RESTORED_BY_HAND'}, beat);
	beat.say({
		source: 'lambda-pollers',
		level: 'info',
		kind: `${source}-pollers-restored`,
		text: `${source} poller fleet: started by ${by}, working off its backlog`,
	});
	return done(`${source} pollers are running and work off their backlog.`);
}

function holdScaleIn(functions: Functions, paused: boolean, by: string, beat: Beat): Result {
	setPaused(functions.automations[0]!, paused, by, beat);
	return done(
		paused ? 'The Lambda fleet no longer shrinks.' : 'The Lambda fleet may shrink again.',
	);
}

function pollersOf(functions: Functions, order: Order): Functions['sqsPollers'] {
	return order.args['source'] === 'sqs' ? functions.sqsPollers : functions.kinesisPollers;
}

function rateOf(who: string, limit: number): string {
	return limit < 1
		? `${who} run at ${(limit * 100).toFixed(0)} % of their usual rate.`
		: `${who} run unlimited and work off what waits.`;
}

function shareOf(order: Order): number {
	return Number(order.args['percent']) / 100;
}
