import {
	cancel,
	done,
	refuse,
	unreachable,
	type Acceptance,
	type Beat,
	type Conditions,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {ACCESS_PARAMETERS, type AccessParameters} from './access.parameters.ts';
import {changeOperator, planRefresh} from './access.step.ts';
import type {Access} from './access.types.ts';

export const ACCESS_ORDERS = {
	'sign-in-console': {
		forms: ['sign in console'],
		blanks: {},
		kind: 'do',
		seconds: ACCESS_PARAMETERS.signInSeconds.value,
		team: null,
		needs: 'nothing',
		what: 'signs you in to the console and the operator tools',
		risk: 'Fails while IAM and STS fail; each try costs its time.',
		touches: 'your own session',
		example: 'sign in console',
	},
	'break-glass-access': {
		forms: ['break glass access'],
		blanks: {},
		kind: 'do',
		seconds: ACCESS_PARAMETERS.breakGlassSeconds.value,
		team: null,
		needs: 'nothing',
		what: 'opens the emergency credentials, which need no service of this Region',
		risk: 'Every use is audited, and somebody will ask why.',
		touches: 'your own access, by credentials that are kept for the worst day',
		example: 'break glass access',
	},
} as const satisfies OrderTable;

type AccessOrderId = keyof typeof ACCESS_ORDERS;

/** Judges an order about access as it is given. */
export function weighAccess(
	access: Access,
	order: Order,
	{parameters}: Conditions<AccessParameters>,
): Acceptance | Refusal {
	const id = order.id as AccessOrderId;
	switch (id) {
		case 'sign-in-console':
			return access.output.operator === 'signed-in'
				? refuse('signed-in', 'you are signed in')
				: {ok: true, seconds: parameters.signInSeconds};
		case 'break-glass-access':
			return access.output.operator === 'break-glass'
				? refuse('glass-broken', 'the emergency credentials are open already')
				: {ok: true, seconds: parameters.breakGlassSeconds};
		default:
			return unreachable(id);
	}
}

/** Carries an order about access out, at the end of its time. */
export function carryOutAccess(
	access: Access,
	order: Order,
	by: string,
	{parameters, switches}: Conditions<AccessParameters>,
	beat: Beat,
): Result {
	const id = order.id as AccessOrderId;
	switch (id) {
		case 'sign-in-console': {
			const errors = switches['regional-sts'] ? 0 : access.output.signInErrors;
			const tries = beat.luck('access/sign-in', beat.now);
			if (tries.unit() < errors) {
				return refuse('sign-in-failed', 'signin.aws.amazon.com: an unexpected error has occurred');
			}
			changeOperator(access, 'SIGNED_IN', beat);
			cancel(beat.agenda, 'access/session');
			planRefresh(beat, parameters.sessionSeconds);
			return done('Signed in.');
		}
		case 'break-glass-access':
			changeOperator(access, 'GLASS_BROKEN', beat);
			cancel(beat.agenda, 'access/session');
			beat.say({
				source: 'audit',
				level: 'warn',
				kind: 'glass-broken',
				text: `emergency credentials opened by ${by}`,
			});
			return done('Emergency credentials are open; the tools work whatever IAM does.');
		default:
			return unreachable(id);
	}
}
