import {
	done,
	refuse,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {SUPPORT_PARAMETERS, type SupportParameters} from './support.parameters.ts';
import type {Support} from './support.types.ts';

export const SUPPORT_ORDERS = {
	'bypass-support': {
		forms: ['bypass support <state>'],
		blanks: {state: {kind: 'word', words: ['on', 'off']}},
		kind: 'do',
		seconds: SUPPORT_PARAMETERS.bypassSeconds.value,
		team: 'support',
		needs: 'tools',
		what: 'lets everybody open support cases, whatever the account metadata answers',
		risk: 'Accounts without a support plan get in as well, for as long as it is on.',
		touches: 'who may open a case in Support Center',
		example: 'bypass support on',
	},
} as const satisfies OrderTable;

/** Judges an order to Support Center as it is given. */
export function validateSupport(
	support: Support,
	order: Order,
	{parameters}: Setup<SupportParameters>,
): Acceptance | Refusal {
	const state = String(order.args['state']);
	return support.bypassed === (state === 'on')
		? refuse('no-change', `the bypass is ${state} already`)
		: {ok: true, seconds: parameters.bypassSeconds};
}

/** Carries an order to Support Center out, at the end of its time. */
export function applySupport(
	support: Support,
	order: Order,
	by: string,
	_conditions: Setup<SupportParameters>,
	ctx: StepContext,
): Result {
	support.bypassed = order.args['state'] === 'on';
	ctx.say({
		source: 'support',
		level: 'warn',
		kind: support.bypassed ? 'check-bypassed' : 'check-restored',
		text: `account check switched ${support.bypassed ? 'off' : 'on'} by ${by}`,
	});
	return done(
		support.bypassed ? 'Cases can be created by everybody.' : 'Cases need a valid account again.',
	);
}
