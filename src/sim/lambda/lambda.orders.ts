import {
	done,
	type Mode,
	pauseRow,
	percent,
	refuse,
	refusePause,
	type Result,
	resumeRow,
	rowsFor,
	send,
	setPaused,
	type StepContext,
} from '../kernel/index.ts';
import {kinesisPollersMachine, sqsPollersMachine} from './lambda.machine.ts';
import {LAMBDA_PARAMETERS, type LambdaParameters} from './lambda.parameters.ts';
import type {Lambda} from './lambda.types.ts';

const PERCENT = {kind: 'whole', min: 0, max: 100, unit: '%', usual: [50, 20]} as const;
const SOURCES = ['sqs', 'kinesis'] as const;
type Source = (typeof SOURCES)[number];

const MOVES = [
	'lambda.errors',
	'lambda.syncErrors',
	'lambda.asyncBacklog',
	'lambda.kinesisAge',
	'lambda.sqsBacklog',
];

const row = rowsFor<Lambda, LambdaParameters>({kind: 'do', team: 'lambda', needs: 'tools'});

export const LAMBDA_ORDERS = {
	'throttle-async': row({
		forms: ['throttle async <percent>'],
		blanks: {percent: PERCENT},
		seconds: LAMBDA_PARAMETERS.throttleSeconds.value,
		what: 'limits asynchronous calls to a part of their usual rate, to keep the fleet for synchronous ones',
		risk: 'What is held back queues up and must be drained later; 100 lifts the limit.',
		touches: 'asynchronous calls of Lambda, and what waits in their queue',
		example: 'throttle async 30',
		moves: MOVES,
		liftedBy: 'throttle async 100',
		takes: (_lambda, _args, {parameters}) => parameters.throttleSeconds,
		apply: (lambda, {percent}) => {
			lambda.asyncLimit = percent / 100;
			return done(rateOf('Asynchronous calls', lambda.asyncLimit));
		},
	}),
	'throttle-pollers': row({
		forms: ['throttle pollers <percent>'],
		blanks: {percent: PERCENT},
		seconds: LAMBDA_PARAMETERS.throttleSeconds.value,
		what: 'limits SQS and Kinesis polling to a part of its usual rate',
		risk: 'What is held back waits; opened (100) at once on a small fleet, pollers crowd out synchronous calls.',
		touches: 'SQS and Kinesis pollers of Lambda',
		example: 'throttle pollers 20',
		moves: MOVES,
		liftedBy: 'throttle pollers 100',
		takes: (_lambda, _args, {parameters}) => parameters.throttleSeconds,
		apply: (lambda, {percent}) => {
			lambda.pollerLimit = percent / 100;
			return done(rateOf('Pollers', lambda.pollerLimit));
		},
	}),
	'restore-pollers': row({
		forms: ['restore pollers <source>'],
		blanks: {source: {kind: 'word', words: SOURCES}},
		seconds: LAMBDA_PARAMETERS.restoreSeconds.value,
		what: 'starts a poller fleet by hand',
		risk: 'Fails while DynamoDB cannot be read; the backlog arrives as soon as it works.',
		touches: 'one fleet of pollers, and the backlog behind it',
		example: 'restore pollers sqs',
		moves: ['lambda.sqsPollersDown', ...MOVES],
		takes: (_lambda, _args, {parameters}) => parameters.restoreSeconds,
		refuse: (lambda, {source}) =>
			pollersOf(lambda, source).value === 'polling'
				? refuse(
						'pollers-running',
						'these pollers are running; see `throttle pollers` for their rate',
					)
				: null,
		apply: (lambda, {source}, by, {parameters}, ctx) =>
			restorePollers(lambda, source, by, parameters, ctx),
	}),
	'pause-functions': row({
		...pauseRow('lambda-scale-in', {
			seconds: LAMBDA_PARAMETERS.holdSeconds.value,
			team: 'lambda',
			what: 'keeps the Lambda fleet from shrinking while it looks idle',
			risk: 'Idle hosts cost money; nothing else.',
			touches: 'the size of the Lambda fleet',
		}),
		moves: MOVES,
		takes: (_lambda, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, true),
		apply: (lambda, _args, by, _setup, ctx) => holdScaleIn(lambda, true, by, ctx),
	}),
	'resume-functions': row({
		...resumeRow('lambda-scale-in', {
			seconds: LAMBDA_PARAMETERS.holdSeconds.value,
			team: 'lambda',
			what: 'lets the Lambda fleet shrink again',
			risk: 'Hosts released while launches fail do not come back.',
			touches: 'the size of the Lambda fleet',
			danger: 'Hosts that it releases do not come back while launches fail.',
		}),
		moves: MOVES,
		takes: (_lambda, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, false),
		apply: (lambda, _args, by, _setup, ctx) => holdScaleIn(lambda, false, by, ctx),
	}),
};

function restorePollers(
	lambda: Lambda,
	source: Source,
	by: string,
	parameters: LambdaParameters,
	ctx: StepContext,
): Result {
	const pollers = pollersOf(lambda, source);
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

function pollersOf(lambda: Lambda, source: Source): Mode {
	return source === 'sqs' ? lambda.sqsPollers : lambda.kinesisPollers;
}

function rateOf(who: string, limit: number): string {
	return limit < 1
		? `${who} run at ${percent(limit)} of their usual rate.`
		: `${who} run unlimited and work off what waits.`;
}
