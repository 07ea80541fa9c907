import {
	done,
	refuseAsSet,
	type Result,
	rowsFor,
	setLever,
	type StepContext,
} from '../kernel/index.ts';
import {CALLBACKS, FLOWS_STATIC, QUEUE_MESSAGE} from './connect.levers.ts';
import {CONNECT_PARAMETERS, type ConnectParameters} from './connect.parameters.ts';
import type {Connect} from './connect.types.ts';

const row = rowsFor<Connect, ConnectParameters>({kind: 'do', team: 'connect', needs: 'tools'});
const STATE = {kind: 'word', words: ['on', 'off']} as const;
const MOVES = ['connect.callErrors', 'connect.chatErrors'];

export const CONNECT_ORDERS = {
	'switch-flows': row({
		forms: ['switch flows <branch>'],
		blanks: {branch: {kind: 'word', words: ['static', 'lambda']}},
		seconds: CONNECT_PARAMETERS.leverSeconds.value,
		what: 'sends contacts and agents’ sign-ins down the branch that calls no Lambda function, or back',
		risk: 'Whoever needs a look-up is not helped for as long as it is static.',
		touches: 'contact flows of every customer that has such a branch',
		example: 'switch flows static',
		moves: MOVES,
		takes: (_connect, _args, {parameters}) => parameters.leverSeconds,
		refuse: (_connect, {branch}, _setup, ctx) =>
			refuseAsSet(ctx, FLOWS_STATIC, branch === 'static'),
		askedAgain: true,
		apply: (_connect, {branch}, by, _setup, ctx) =>
			set(ctx, FLOWS_STATIC, branch === 'static', by, {
				on: 'Flows call no Lambda function.',
				off: 'Flows call their Lambda functions again.',
			}),
	}),
	'offer-callbacks': row({
		forms: ['offer callbacks <state>'],
		blanks: {state: STATE},
		seconds: CONNECT_PARAMETERS.leverSeconds.value,
		what: 'lets callers who find no agent leave a number, to be called back',
		risk: 'Each one is a promise: agents who are back keep them, and cannot take calls meanwhile.',
		touches: 'callers who wait, and what agents have to do afterwards',
		example: 'offer callbacks on',
		moves: ['connect.callErrors'],
		takes: (_connect, _args, {parameters}) => parameters.leverSeconds,
		refuse: (_connect, {state}, _setup, ctx) => refuseAsSet(ctx, CALLBACKS, state === 'on'),
		askedAgain: true,
		apply: (connect, {state}, by, _setup, ctx) => {
			connect.callbacksOwedSeconds ??= 0;
			return set(ctx, CALLBACKS, state === 'on', by, {
				on: 'Callers may leave a number.',
				off: 'No more callbacks are offered; those that are owed are made.',
			});
		},
	}),
	'play-message': row({
		forms: ['play message <state>'],
		blanks: {state: STATE},
		seconds: CONNECT_PARAMETERS.leverSeconds.value,
		what: 'plays a message in front of the queue that says what is wrong',
		risk: 'Left on, it sends callers away who would have been served.',
		touches: 'what every caller hears first',
		example: 'play message on',
		moves: ['connect.callErrors'],
		takes: (_connect, _args, {parameters}) => parameters.leverSeconds,
		refuse: (_connect, {state}, _setup, ctx) => refuseAsSet(ctx, QUEUE_MESSAGE, state === 'on'),
		askedAgain: true,
		apply: (_connect, {state}, by, _setup, ctx) =>
			set(ctx, QUEUE_MESSAGE, state === 'on', by, {
				on: 'Callers hear what is wrong.',
				off: 'The message is off.',
			}),
	}),
};

function set(
	ctx: StepContext,
	type: string,
	on: boolean,
	by: string,
	words: {readonly on: string; readonly off: string},
): Result {
	setLever(ctx, type, on ? 1 : 0);
	const said = on ? words.on : words.off;
	ctx.say({
		source: 'connect',
		level: 'warn',
		kind: `${type}-${on ? 'on' : 'off'}`,
		text: `${said.slice(0, -1)} (set by ${by})`,
	});
	return done(said);
}
