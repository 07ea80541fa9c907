import {
	enter,
	move,
	percent,
	type Setup,
	staysHigh,
	type StepContext,
	troubleOf,
	withTrouble,
} from '../kernel/index.ts';
import {CONTACT_ERRORS} from './connect.faults.ts';
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
	followSignIn(connect, inputs, parameters, ctx);
	stepAgents(connect, inputs, parameters);
	const reaching =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.balancerWeight * inputs.balancerErrors) *
		(1 - parameters.agentWeight * connect.agentsOutShare);
	const beyondDefault = Math.max(0, inputs.functionErrors - parameters.functionErrorsInCalls);
	const calls = 1 - reaching * (1 - parameters.callFunctionWeight * beyondDefault);
	const chats = 1 - reaching * (1 - parameters.functionWeight * inputs.functionErrors);
	const trouble = troubleOf(ctx, CONTACT_ERRORS);
	const callErrors = withTrouble(calls, trouble);
	const chatErrors = withTrouble(chats, trouble);
	output.callErrors += (callErrors - output.callErrors) / parameters.followSeconds;
	output.chatErrors += (chatErrors - output.chatErrors) / parameters.chatFollowSeconds;
	noteCrossings(connect, parameters, ctx);
	return output;
}

/** Tells the chart when Lambda fails too much for an agent to sign in, and when it no longer does. */
function followSignIn(
	connect: Connect,
	{functionErrors}: ConnectInputs,
	{returnFunctionErrors}: ConnectParameters,
	ctx: StepContext,
): void {
	const fails = functionErrors >= returnFunctionErrors;
	if (fails === connect.signInFails) return;
	connect.signInFails = fails;
	move(agentsMachine, connect.agents, fails ? 'SIGN_IN_FAILED' : 'SIGN_IN_WORKED', ctx);
}

/** Balancers cut agents off; those come back the sooner the fewer of their sign-ins fail, or not at all. */
function stepAgents(connect: Connect, inputs: ConnectInputs, parameters: ConnectParameters): void {
	const out = connect.agentsOutShare;
	const pressure = Math.min(1, inputs.balancerErrors / parameters.fullErrors);
	const cut = parameters.cutPerSecond * pressure * (1 - out);
	const signingIn =
		connect.agents.value === 'locked-out'
			? 0
			: Math.max(0, 1 - inputs.functionErrors / parameters.returnFunctionErrors);
	const back = (out * signingIn) / parameters.agentReturnSeconds;
	connect.agentsOutShare = Math.min(1, Math.max(0, out + cut - back));
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
