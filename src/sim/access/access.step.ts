import {enter, plan, send, tick, unreachable, type Beat, type Conditions} from '../kernel/index.ts';
import {consoleMachine, operatorMachine, tokensMachine} from './access.machine.ts';
import type {AccessParameters} from './access.parameters.ts';
import type {Access, AccessInputs, AccessOutputs, OperatorAccess} from './access.types.ts';

/** Everything signs in; the operator's session has some minutes left. */
export function createAccess({parameters}: Conditions<AccessParameters>, beat: Beat): Access {
	planRefresh(beat, parameters.firstRefreshSeconds);
	return {
		operator: enter(operatorMachine, 'access/operator', beat),
		tokens: enter(tokensMachine, 'access/tokens', beat),
		console: enter(consoleMachine, 'access/console', beat),
		storeFelt: 0,
		deregisteredShare: 0,
		output: {
			stsErrors: 0,
			iamErrors: 0,
			iamErrorsElsewhere: 0,
			signInErrors: 0,
			signInErrorsElsewhere: 0,
			operator: 'signed-in',
		},
	};
}

/** One second of STS, IAM and sign-in. */
export function stepAccess(
	access: Access,
	inputs: AccessInputs,
	conditions: Conditions<AccessParameters>,
	beat: Beat,
): AccessOutputs {
	const {parameters, switches} = conditions;
	const {output} = access;
	access.storeFelt += (inputs.storeErrors - access.storeFelt) / parameters.stsFollowSeconds;
	stepHosts(access, inputs.balancerErrors, parameters);
	const failing = 1 - (1 - access.storeFelt) * (1 - shortage(access, parameters));
	output.stsErrors = switches['regional-sts'] ? 0 : failing;
	output.iamErrors += (inputs.storeErrors - output.iamErrors) / parameters.iamFollowSeconds;
	output.iamErrorsElsewhere = switches['regional-iam'] ? 0 : output.iamErrors;
	const refused =
		1 - (1 - output.iamErrors) * (1 - parameters.tokenWeightInSignIn * output.stsErrors);
	output.signInErrors += (refused - output.signInErrors) / parameters.signInFollowSeconds;
	output.signInErrorsElsewhere = switches['regional-iam'] ? 0 : output.signInErrors;
	noteCrossings(access, parameters, beat);
	return output;
}

/** Brings the operator's session the refresh it planned. */
export function deliverAccess(
	access: Access,
	_to: string,
	event: {readonly type: string},
	{parameters}: Conditions<AccessParameters>,
	beat: Beat,
): void {
	if (event.type !== 'REFRESH_DUE' || access.operator.value !== 'signed-in') return;
	if (access.output.stsErrors <= parameters.refreshErrorsMax) {
		planRefresh(beat, parameters.sessionSeconds);
		return;
	}
	changeOperator(access, 'SESSION_LAPSED', beat);
	beat.say({
		source: 'sts',
		level: 'error',
		kind: 'operator-session-lapsed',
		text: 'AssumeRole for operator session: retries exhausted, session lapsed',
	});
}

/** Moves the operator's chart and the output that mirrors it. */
export function changeOperator(
	access: Access,
	type: 'SESSION_LAPSED' | 'SIGNED_IN' | 'GLASS_BROKEN',
	beat: Beat,
): void {
	send(operatorMachine, access.operator, {type}, beat);
	access.output.operator = operatorOf(access);
}

/** Plans the next refresh of a session that begins now. */
export function planRefresh(beat: Beat, seconds: number): void {
	plan(beat.agenda, tick(beat.now + Math.ceil(seconds)), 'access/session', 'access/session', {
		type: 'REFRESH_DUE',
	});
}

/** Failed checks take hosts out one by one; they come back only when checks pass, and slowly. */
function stepHosts(access: Access, balancerErrors: number, parameters: AccessParameters): void {
	const {checksPassErrors, deregisterPerSecond, fullErrors, registerSeconds} = parameters;
	const out = access.deregisteredShare;
	access.deregisteredShare +=
		balancerErrors > checksPassErrors
			? deregisterPerSecond * Math.min(1, balancerErrors / fullErrors) * (1 - out)
			: -out / registerSeconds;
}

function shortage(access: Access, {spareShare, shortageErrors}: AccessParameters): number {
	const missing = Math.max(0, access.deregisteredShare - spareShare) / (1 - spareShare);
	return Math.min(1, missing * shortageErrors);
}

function operatorOf(access: Access): OperatorAccess {
	switch (access.operator.value) {
		case 'signed-in':
		case 'failing':
		case 'break-glass':
			return access.operator.value;
		default:
			return unreachable(access.operator.value as never);
	}
}

function noteCrossings(access: Access, {impairedErrors}: AccessParameters, beat: Beat): void {
	const {stsErrors, signInErrors} = access.output;
	if (access.tokens.value === 'serving' && stsErrors > impairedErrors) {
		send(tokensMachine, access.tokens, {type: 'ERRORS_ROSE'}, beat);
		beat.say({
			source: 'sts',
			level: 'error',
			kind: 'sts-impaired',
			text: `AssumeRole errors and latency above limit: ${percent(stsErrors)} failing`,
		});
	} else if (access.tokens.value === 'impaired' && stsErrors < impairedErrors / 2) {
		send(tokensMachine, access.tokens, {type: 'ERRORS_FELL'}, beat);
		beat.say({source: 'sts', level: 'info', kind: 'sts-recovered', text: 'AssumeRole recovered'});
	}
	if (access.console.value === 'open' && signInErrors > impairedErrors) {
		send(consoleMachine, access.console, {type: 'ERRORS_ROSE'}, beat);
		beat.say({
			source: 'signin',
			level: 'error',
			kind: 'sign-in-refused',
			text: `ConsoleLogin failing: ${percent(signInErrors)} of IAM and Identity Center users`,
		});
	} else if (access.console.value === 'refused' && signInErrors < impairedErrors / 2) {
		send(consoleMachine, access.console, {type: 'ERRORS_FELL'}, beat);
		beat.say({
			source: 'signin',
			level: 'info',
			kind: 'sign-in-recovered',
			text: 'ConsoleLogin recovered',
		});
	}
}

function percent(share: number): string {
	return `${(share * 100).toFixed(0)} %`;
}
