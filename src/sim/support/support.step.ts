import {
	enter,
	send,
	troubleOf,
	notAMode,
	withTrouble,
	type StepContext,
	type Setup,
} from '../kernel/index.ts';
import {METADATA_ERRORS} from './support.faults.ts';
import {accountsMachine} from './support.machine.ts';
import type {SupportParameters} from './support.parameters.ts';
import type {Support, SupportAnswer, SupportInputs, SupportOutputs} from './support.types.ts';

/** Every account is known, and the check is on. */
export function createSupport(_conditions: Setup<SupportParameters>, ctx: StepContext): Support {
	return {
		accounts: enter(accountsMachine, 'support/accounts', ctx),
		bypassed: false,
		output: {lockedOutShare: 0, answer: 'valid', bypassed: false},
	};
}

/** One second of Support Center. */
export function stepSupport(
	support: Support,
	inputs: SupportInputs,
	{parameters, switches}: Setup<SupportParameters>,
	ctx: StepContext,
): SupportOutputs {
	const storeErrors = withTrouble(inputs.storeErrors, troubleOf(ctx, METADATA_ERRORS));
	const {output} = support;
	noteCrossings(support, storeErrors, parameters, ctx);
	output.answer = answerOf(support);
	output.bypassed = support.bypassed;
	const believed = !support.bypassed && !switches['support-third-state'];
	output.lockedOutShare =
		output.answer === 'invalid' && believed ? parameters.invalidShare * storeErrors : 0;
	return output;
}

/** Brings the metadata the end of its failover. */
export function deliverSupport(
	support: Support,
	_to: string,
	event: {readonly type: string},
	_conditions: Setup<SupportParameters>,
	ctx: StepContext,
): void {
	send(accountsMachine, support.accounts, event, ctx);
}

function answerOf(support: Support): SupportAnswer {
	switch (support.accounts.value) {
		case 'valid':
		case 'error':
		case 'invalid':
			return support.accounts.value;
		default:
			return notAMode(support.accounts);
	}
}

function noteCrossings(
	support: Support,
	storeErrors: number,
	{storeLostErrors, storeFoundErrors, failoverSeconds}: SupportParameters,
	ctx: StepContext,
): void {
	const {accounts} = support;
	if (accounts.value === 'valid' && storeErrors > storeLostErrors) {
		send(accountsMachine, accounts, {type: 'STORE_LOST'}, ctx, {failoverEnds: failoverSeconds});
		ctx.say({
			source: 'support',
			level: 'warn',
			kind: 'accounts-failing-over',
			text: 'account metadata: errors, failing over to another Region; check bypassed',
		});
	} else if (accounts.value !== 'valid' && storeErrors < storeFoundErrors) {
		send(accountsMachine, accounts, {type: 'STORE_FOUND'}, ctx);
		ctx.say({
			source: 'support',
			level: 'info',
			kind: 'accounts-valid',
			text: 'account metadata: answers valid, cases can be created again',
		});
	}
}
