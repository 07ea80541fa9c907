import {
	cancel,
	done,
	refuse,
	unreachable,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {IDENTITY_PARAMETERS, type IdentityParameters} from './identity.parameters.ts';
import {changeOperator, planRefresh} from './identity.step.ts';
import type {Identity} from './identity.types.ts';

export const IDENTITY_ORDERS = {
	'sign-in-console': {
		forms: ['sign in console'],
		blanks: {},
		kind: 'do',
		seconds: IDENTITY_PARAMETERS.signInSeconds.value,
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
		seconds: IDENTITY_PARAMETERS.breakGlassSeconds.value,
		team: null,
		needs: 'nothing',
		what: 'opens the emergency credentials, which need no service of this Region',
		risk: 'Every use is audited, and somebody will ask why.',
		touches: 'your own access, by credentials that are kept for the worst day',
		example: 'break glass access',
	},
} as const satisfies OrderTable;

type IdentityOrderId = keyof typeof IDENTITY_ORDERS;

/** Judges an order about access as it is given. */
export function validateIdentity(
	identity: Identity,
	order: Order,
	{parameters}: Setup<IdentityParameters>,
): Acceptance | Refusal {
	const id = order.id as IdentityOrderId;
	switch (id) {
		case 'sign-in-console':
			return identity.output.operator === 'signed-in'
				? refuse('signed-in', 'you are signed in')
				: {ok: true, seconds: parameters.signInSeconds};
		case 'break-glass-access':
			return identity.output.operator === 'break-glass'
				? refuse('glass-broken', 'the emergency credentials are open already')
				: {ok: true, seconds: parameters.breakGlassSeconds};
		default:
			return unreachable(id);
	}
}

/** Carries an order about access out, at the end of its time. */
export function applyIdentity(
	identity: Identity,
	order: Order,
	by: string,
	{parameters, switches}: Setup<IdentityParameters>,
	ctx: StepContext,
): Result {
	const id = order.id as IdentityOrderId;
	switch (id) {
		case 'sign-in-console': {
			const errors = switches['regional-sts'] ? 0 : identity.output.signInErrors;
			const tries = ctx.streams('access/sign-in', ctx.now);
			if (tries.unit() < errors) {
				return refuse('sign-in-failed', 'signin.aws.amazon.com: an unexpected error has occurred');
			}
			changeOperator(identity, 'SIGNED_IN', ctx);
			cancel(ctx.agenda, 'access/session');
			planRefresh(ctx, parameters.sessionSeconds);
			return done('Signed in.');
		}
		case 'break-glass-access':
			changeOperator(identity, 'GLASS_BROKEN', ctx);
			cancel(ctx.agenda, 'access/session');
			ctx.say({
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
