import {faultsFor, lastingFault, send, SHARE} from '../kernel/index.ts';
import {sqsPollersMachine} from './lambda.machine.ts';
import type {LambdaParameters} from './lambda.parameters.ts';
import type {Lambda} from './lambda.types.ts';

const fault = faultsFor<Lambda, LambdaParameters>();

export const CACHE_LOSS = 'lose-lambda-cache';

export const LAMBDA_FAULTS = {
	...lastingFault(CACHE_LOSS, {
		what: 'that share of Lambda’s cached metadata is gone, and cannot be read: as if DynamoDB failed for it alone',
		ends: 'Lambda’s caches are warm',
	}),
	'lose-lambda-hosts': fault({
		kind: 'fault',
		what: 'that share of the hosts of Lambda that are in service is lost',
		blanks: {share: SHARE},
		apply: (lambda, {share}) => {
			lambda.fleetShare *= 1 - share;
		},
	}),
	'return-lambda-hosts': fault({
		kind: 'recovery',
		what: 'that share of Lambda’s full fleet comes into service',
		blanks: {share: SHARE},
		apply: (lambda, {share}) => {
			lambda.fleetShare = Math.min(1, lambda.fleetShare + share);
		},
	}),
	'stop-sqs-pollers': fault({
		kind: 'fault',
		what: 'the SQS pollers of Lambda exit, and do not come back by themselves',
		blanks: {},
		apply: ({sqsPollers}, _args, _setup, ctx) => {
			if (sqsPollers.value !== 'polling') return;
			send(sqsPollersMachine, sqsPollers, {type: 'STORE_LOST'}, ctx);
			ctx.say({
				source: 'lambda-pollers',
				level: 'error',
				kind: 'sqs-pollers-stopped',
				text: 'SQS poller fleet: workers exited',
			});
		},
	}),
	'start-sqs-pollers': fault({
		kind: 'recovery',
		what: 'the SQS pollers of Lambda are started by their own team',
		blanks: {},
		apply: ({sqsPollers}, _args, _setup, ctx) => {
			if (sqsPollers.value === 'polling') return;
			send(sqsPollersMachine, sqsPollers, {type: 'RESTORED_BY_HAND'}, ctx);
			ctx.say({
				source: 'lambda-pollers',
				level: 'info',
				kind: 'sqs-pollers-restored',
				text: 'SQS poller fleet: started by its team, working off its backlog',
			});
		},
	}),
};
