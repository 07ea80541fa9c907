import {
	ADVISED,
	enter,
	fell,
	leverOf,
	move,
	percent,
	plan,
	rose,
	send,
	type Setup,
	type StepContext,
	tick,
	troubleOf,
	notAMode,
	withTrouble,
} from '../kernel/index.ts';
import {iamStoreErrorsOf, signInErrorsOf} from './callers.ts';
import {IAM_FROM_COPY, SESSIONS_EXTENDED} from './identity.levers.ts';
import {SIGN_IN_ERRORS, STS_ERRORS} from './identity.faults.ts';
import {consoleMachine, operatorMachine, tokensMachine} from './identity.machine.ts';
import type {IdentityParameters} from './identity.parameters.ts';
import type {Identity, IdentityInputs, IdentityOutputs, OperatorAccess} from './identity.types.ts';

/** Everything signs in; the operator's session has some minutes left. */
export function createIdentity(
	{parameters}: Setup<IdentityParameters>,
	ctx: StepContext,
): Identity {
	planRefresh(ctx, parameters.firstRefreshSeconds);
	return {
		operator: enter(operatorMachine, 'access/operator', ctx),
		tokens: enter(tokensMachine, 'access/tokens', ctx),
		console: enter(consoleMachine, 'access/console', ctx),
		storeFelt: 0,
		deregisteredShare: 0,
		output: {
			stsErrors: 0,
			iamErrors: 0,
			signInErrors: 0,
			operator: 'signed-in',
		},
	};
}

/** One second of STS, IAM and sign-in. */
export function stepIdentity(
	identity: Identity,
	inputs: IdentityInputs,
	setup: Setup<IdentityParameters>,
	ctx: StepContext,
): IdentityOutputs {
	const {parameters, switches} = setup;
	const {output} = identity;
	const {stsErrors: stsBefore, signInErrors: signInBefore} = output;
	identity.storeFelt += (inputs.storeErrors - identity.storeFelt) / parameters.stsFollowSeconds;
	stepHosts(identity, inputs.balancerErrors, parameters);
	const failing = 1 - (1 - identity.storeFelt) * (1 - shortage(identity, parameters));
	const stsErrors = switches['regional-sts'] ? 0 : failing;
	const tokenErrors = withTrouble(stsErrors, troubleOf(ctx, STS_ERRORS));
	output.stsErrors = tokenErrorsLeft(tokenErrors, parameters, ctx);
	const storeFails = iamStoreErrorsOf(inputs.storeErrors, ctx);
	const iamErrors = callErrorsLeft(storeFails, parameters, ctx);
	output.iamErrors += (iamErrors - output.iamErrors) / parameters.iamFollowSeconds;
	const refused =
		1 - (1 - output.iamErrors) * (1 - parameters.tokenWeightInSignIn * output.stsErrors);
	const failingOnes = withTrouble(refused, troubleOf(ctx, SIGN_IN_ERRORS));
	const signInErrors = signInErrorsOf(failingOnes, output.signInErrors, parameters, ctx);
	output.signInErrors += (signInErrors - output.signInErrors) / parameters.signInFollowSeconds;
	followTokens(identity, stsBefore, parameters, ctx);
	followConsole(identity, signInBefore, parameters, ctx);
	return output;
}

/** Token errors that are left where sessions live on, or callers have gone to STS in another Region. */
function tokenErrorsLeft(
	errors: number,
	{heldSessionShare, regionalShare, regionalErrors}: IdentityParameters,
	ctx: StepContext,
): number {
	const here = errors * (1 - heldSessionShare * leverOf(ctx, SESSIONS_EXTENDED));
	const moved = regionalShare * leverOf(ctx, ADVISED.regionalSts);
	return moved === 0 ? here : (1 - moved) * here + moved * regionalErrors;
}

/** IAM errors that are left where a copy serves what is read. */
function callErrorsLeft(
	errors: number,
	{iamWriteShare, staleErrors}: IdentityParameters,
	ctx: StepContext,
): number {
	const served = leverOf(ctx, IAM_FROM_COPY);
	if (served === 0) return errors;
	const copied = withTrouble(iamWriteShare * errors, staleErrors);
	return (1 - served) * errors + served * copied;
}

/** Brings the operator's session the refresh it planned. */
export function deliverIdentity(
	identity: Identity,
	_to: string,
	event: {readonly type: string},
	{parameters}: Setup<IdentityParameters>,
	ctx: StepContext,
): void {
	if (event.type !== 'REFRESH_DUE' || identity.operator.value !== 'signed-in') return;
	if (canRefresh(identity, parameters)) {
		planRefresh(ctx, parameters.sessionSeconds);
		return;
	}
	changeOperator(identity, 'SESSION_LAPSED', ctx);
	ctx.say({
		source: 'sts',
		level: 'error',
		kind: 'operator-session-lapsed',
		text: 'AssumeRole for operator session: retries exhausted, session lapsed',
	});
}

/** STS that serves refreshes a session; impaired, it does while retries get through. */
function canRefresh({tokens, output}: Identity, {refreshErrorsMax}: IdentityParameters): boolean {
	return tokens.value === 'serving' || output.stsErrors <= refreshErrorsMax;
}

/** Moves the operator's chart and the output that mirrors it. */
export function changeOperator(
	identity: Identity,
	type: 'SESSION_LAPSED' | 'SIGNED_IN' | 'GLASS_BROKEN',
	ctx: StepContext,
): void {
	send(operatorMachine, identity.operator, {type}, ctx);
	identity.output.operator = operatorOf(identity);
}

/** Plans the next refresh of a session that begins now. */
export function planRefresh(ctx: StepContext, seconds: number): void {
	plan(ctx.agenda, tick(ctx.now + Math.ceil(seconds)), 'access/session', 'access/session', {
		type: 'REFRESH_DUE',
	});
}

/** Failed checks take hosts out one by one; they come back only when checks pass, and slowly. */
function stepHosts(
	identity: Identity,
	balancerErrors: number,
	parameters: IdentityParameters,
): void {
	const {checksPassErrors, deregisterPerSecond, fullErrors, registerSeconds} = parameters;
	const out = identity.deregisteredShare;
	identity.deregisteredShare +=
		balancerErrors > checksPassErrors
			? deregisterPerSecond * Math.min(1, balancerErrors / fullErrors) * (1 - out)
			: -out / registerSeconds;
}

function shortage(identity: Identity, {spareShare, shortageErrors}: IdentityParameters): number {
	const missing = Math.max(0, identity.deregisteredShare - spareShare) / (1 - spareShare);
	return Math.min(1, missing * shortageErrors);
}

function operatorOf(identity: Identity): OperatorAccess {
	switch (identity.operator.value) {
		case 'signed-in':
		case 'failing':
		case 'break-glass':
			return identity.operator.value;
		default:
			return notAMode(identity.operator);
	}
}

function followTokens(
	{tokens, output: {stsErrors}}: Identity,
	before: number,
	{impairedErrors}: IdentityParameters,
	ctx: StepContext,
): void {
	if (rose(before, stsErrors, impairedErrors)) {
		if (!move(tokensMachine, tokens, 'ERRORS_ROSE', ctx)) return;
		const text = `AssumeRole errors and latency above limit: ${percent(stsErrors)} failing`;
		ctx.say({source: 'sts', level: 'error', kind: 'sts-impaired', text});
	} else if (fell(before, stsErrors, impairedErrors / 2)) {
		if (!move(tokensMachine, tokens, 'ERRORS_FELL', ctx)) return;
		ctx.say({source: 'sts', level: 'info', kind: 'sts-recovered', text: 'AssumeRole recovered'});
	}
}

function followConsole(
	{console, output: {signInErrors}}: Identity,
	before: number,
	{impairedErrors}: IdentityParameters,
	ctx: StepContext,
): void {
	if (rose(before, signInErrors, impairedErrors)) {
		if (!move(consoleMachine, console, 'ERRORS_ROSE', ctx)) return;
		const text = `ConsoleLogin failing: ${percent(signInErrors)} of IAM and Identity Center users`;
		ctx.say({source: 'signin', level: 'error', kind: 'sign-in-refused', text});
	} else if (fell(before, signInErrors, impairedErrors / 2)) {
		if (!move(consoleMachine, console, 'ERRORS_FELL', ctx)) return;
		const text = 'ConsoleLogin recovered';
		ctx.say({source: 'signin', level: 'info', kind: 'sign-in-recovered', text});
	}
}
