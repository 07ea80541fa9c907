import {enter, send, unreachable, type Beat, type Conditions} from '../kernel/index.ts';
import {accountsMachine} from './support.machine.ts';
import type {SupportParameters} from './support.parameters.ts';
import type {Support, SupportAnswer, SupportInputs, SupportOutputs} from './support.types.ts';

/** Every account is known, and the check is on. */
export function createSupport(_conditions: Conditions<SupportParameters>, beat: Beat): Support {
	return {
		accounts: enter(accountsMachine, 'support/accounts', beat),
		bypassed: false,
		output: {lockedOutShare: 0, answer: 'valid', bypassed: false},
	};
}

/** One second of Support Center. */
export function stepSupport(
	support: Support,
	{storeErrors}: SupportInputs,
	{parameters, switches}: Conditions<SupportParameters>,
	beat: Beat,
): SupportOutputs {
	const {output} = support;
	noteCrossings(support, storeErrors, parameters, beat);
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
	_conditions: Conditions<SupportParameters>,
	beat: Beat,
): void {
	send(accountsMachine, support.accounts, event, beat);
}

function answerOf(support: Support): SupportAnswer {
	switch (support.accounts.value) {
		case 'valid':
		case 'error':
		case 'invalid':
			return support.accounts.value;
		default:
			return unreachable(support.accounts.value as never);
	}
}

function noteCrossings(
	support: Support,
	storeErrors: number,
	{storeLostErrors, storeFoundErrors}: SupportParameters,
	beat: Beat,
): void {
	const {accounts} = support;
	if (accounts.value === 'valid' && storeErrors > storeLostErrors) {
		send(accountsMachine, accounts, {type: 'STORE_LOST'}, beat);
		beat.say({
			source: 'support',
			level: 'warn',
			kind: 'accounts-failing-over',
			text: 'account metadata: errors, failing over to another Region; check bypassed',
		});
	} else if (accounts.value !== 'valid' && storeErrors < storeFoundErrors) {
		send(accountsMachine, accounts, {type: 'STORE_FOUND'}, beat);
		beat.say({
			source: 'support',
			level: 'info',
			kind: 'accounts-valid',
			text: 'account metadata: answers valid, cases can be created again',
		});
	}
}
