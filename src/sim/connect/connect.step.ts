import {
	enter,
	leverOf,
	move,
	percent,
	type Setup,
	staysHigh,
	type StepContext,
	troubleOf,
	withTrouble,
} from '../kernel/index.ts';
import {CONTACT_ERRORS, FLOW_ERRORS} from './connect.faults.ts';
import {CALLBACKS, FLOWS_STATIC, QUEUE_MESSAGE} from './connect.levers.ts';
import {agentsMachine} from './connect.machine.ts';
import type {ConnectParameters} from './connect.parameters.ts';
import type {Connect, ConnectInputs, ConnectOutputs} from './connect.types.ts';

/** Every agent is signed in. */
export function createConnect(_conditions: Setup<ConnectParameters>, ctx: StepContext): Connect {
	return {
		agents: enter(agentsMachine, 'contact/agents', ctx),
		signInFails: false,
		failing: false,
		agentsOutShare: 0,
		output: {callErrors: 0, chatErrors: 0},
	};
}

/** One second of Connect. The store takes calls with it; balancers also cut agents off. */
export function stepConnect(
	connect: Connect,
	inputs: ConnectInputs,
	{parameters}: Setup<ConnectParameters>,
	ctx: StepContext,
): ConnectOutputs {
	const {output} = connect;
	const functionErrors = functionErrorsIn(inputs, ctx);
	followSignIn(connect, functionErrors, parameters, ctx);
	stepAgents(connect, inputs.balancerErrors, functionErrors, parameters);
	const arriving =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.balancerWeight * inputs.balancerErrors);
	const reaching = arriving * (1 - parameters.agentWeight * connect.agentsOutShare);
	const called = stepCallbacks(connect, arriving - reaching, parameters, ctx);
	const answered = Math.max(0, reaching + called);
	const beyondDefault = Math.max(0, functionErrors - parameters.functionErrorsInCalls);
	const calls = 1 - answered * (1 - parameters.callFunctionWeight * beyondDefault);
	const chats = 1 - reaching * (1 - parameters.functionWeight * functionErrors);
	const trouble = withTrouble(
		troubleOf(ctx, CONTACT_ERRORS),
		parameters.staticLoss * leverOf(ctx, FLOWS_STATIC),
	);
	const callErrors = heard(withTrouble(calls, trouble), parameters, ctx);
	const chatErrors = withTrouble(chats, trouble);
	output.callErrors += (callErrors - output.callErrors) / parameters.followSeconds;
	output.chatErrors += (chatErrors - output.chatErrors) / parameters.chatFollowSeconds;
	noteCrossings(connect, parameters, ctx);
	return output;
}

/** Tells the chart when Lambda fails too much for an agent to sign in, and when it no longer does. */
function followSignIn(
	connect: Connect,
	functionErrors: number,
	{returnFunctionErrors}: ConnectParameters,
	ctx: StepContext,
): void {
	const fails = functionErrors >= returnFunctionErrors;
	if (fails === connect.signInFails) return;
	connect.signInFails = fails;
	move(agentsMachine, connect.agents, fails ? 'SIGN_IN_FAILED' : 'SIGN_IN_WORKED', ctx);
}

/** Balancers cut agents off; those come back the sooner the fewer of their sign-ins fail, or not at all. */
function stepAgents(
	connect: Connect,
	balancerErrors: number,
	functionErrors: number,
	parameters: ConnectParameters,
): void {
	const out = connect.agentsOutShare;
	const pressure = Math.min(1, balancerErrors / parameters.fullErrors);
	const cut = parameters.cutPerSecond * pressure * (1 - out);
	const signingIn =
		connect.agents.value === 'locked-out'
			? 0
			: Math.max(0, 1 - functionErrors / parameters.returnFunctionErrors);
	const back = (out * signingIn) / parameters.agentReturnSeconds;
	connect.agentsOutShare = Math.min(1, Math.max(0, out + cut - back));
}

/** Lambda as flows meet it: not at all, on the branch that calls none. */
function functionErrorsIn({functionErrors}: ConnectInputs, ctx: StepContext): number {
	const failing = withTrouble(functionErrors, troubleOf(ctx, FLOW_ERRORS));
	return failing * (1 - leverOf(ctx, FLOWS_STATIC));
}

/**
 * Callers without an agent who leave a number are helped, later: agents who are signed in call them back, and are
 * busy meanwhile. Returns the share of calls that this saves now; less than none where it costs more.
 */
function stepCallbacks(
	connect: Connect,
	unanswered: number,
	parameters: ConnectParameters,
	ctx: StepContext,
): number {
	const owed = connect.callbacksOwedSeconds;
	if (owed === undefined) return 0;
	const offered = owed < parameters.callbackPatienceSeconds ? leverOf(ctx, CALLBACKS) : 0;
	const promised = parameters.callbackShare * offered * unanswered;
	const signedIn = 1 - connect.agentsOutShare;
	const made = Math.min(owed + promised, parameters.callbackPace * signedIn);
	connect.callbacksOwedSeconds = owed + promised - made;
	return promised - (parameters.callbackLoad * made) / parameters.callbackPace;
}

/** What a message in front of the queue makes of calls that would have failed, and of those that would not. */
function heard(
	errors: number,
	{messageRelief, messageLoss}: ConnectParameters,
	ctx: StepContext,
): number {
	const played = leverOf(ctx, QUEUE_MESSAGE);
	if (played === 0) return errors;
	return errors * (1 - messageRelief * played) + messageLoss * played * (1 - errors);
}

function noteCrossings(
	connect: Connect,
	{impairedErrors}: ConnectParameters,
	ctx: StepContext,
): void {
	const {callErrors, chatErrors} = connect.output;
	const worst = Math.max(callErrors, chatErrors);
	const failing = staysHigh(connect.failing, worst, impairedErrors, impairedErrors / 2);
	if (failing === connect.failing) return;
	connect.failing = failing;
	if (failing) {
		ctx.say({
			source: 'connect',
			level: 'error',
			kind: 'contacts-failing',
			text: `contacts failing: calls ${percent(callErrors)}, chats ${percent(chatErrors)}`,
		});
	} else {
		ctx.say({
			source: 'connect',
			level: 'info',
			kind: 'contacts-recovered',
			text: 'contacts: calls and chats back to normal',
		});
	}
}
