import {cancel, done, refuse, rowsFor, type StepContext} from '../kernel/index.ts';
import {IDENTITY_PARAMETERS, type IdentityParameters} from './identity.parameters.ts';
import {changeOperator, planRefresh} from './identity.step.ts';
import type {Identity} from './identity.types.ts';

const row = rowsFor<Identity, IdentityParameters>({kind: 'do', team: null, needs: 'nothing'});

export const IDENTITY_ORDERS = {
	'sign-in-console': row({
		forms: ['sign in console'],
		blanks: {},
		seconds: IDENTITY_PARAMETERS.signInSeconds.value,
		what: 'signs you in to the console and the operator tools',
		risk: 'Fails while IAM and STS fail; each try costs its time.',
		touches: 'your own session',
		example: 'sign in console',
		takes: (_identity, _args, {parameters}) => parameters.signInSeconds,
		refuse: ({output}) =>
			output.operator === 'signed-in' ? refuse('signed-in', 'you are signed in') : null,
		apply: (identity, _args, _by, {parameters, switches}, ctx) => {
			if (!switches['regional-sts'] && isRefused(identity, ctx)) {
				return refuse('sign-in-failed', 'signin.aws.amazon.com: an unexpected error has occurred');
			}
			changeOperator(identity, 'SIGNED_IN', ctx);
			cancel(ctx.agenda, 'access/session');
			planRefresh(ctx, parameters.sessionSeconds);
			return done('Signed in.');
		},
	}),
	'break-glass-access': row({
		forms: ['break glass access'],
		blanks: {},
		seconds: IDENTITY_PARAMETERS.breakGlassSeconds.value,
		what: 'opens the emergency credentials, which need no service of this Region',
		risk: 'Every use is audited, and somebody will ask why.',
		touches: 'your own access, by credentials that are kept for the worst day',
		example: 'break glass access',
		takes: (_identity, _args, {parameters}) => parameters.breakGlassSeconds,
		refuse: ({output}) =>
			output.operator === 'break-glass'
				? refuse('glass-broken', 'the emergency credentials are open already')
				: null,
		apply: (identity, _args, by, _setup, ctx) => {
			changeOperator(identity, 'GLASS_BROKEN', ctx);
			cancel(ctx.agenda, 'access/session');
			ctx.say({
				source: 'audit',
				level: 'warn',
				kind: 'glass-broken',
				text: `emergency credentials opened by ${by}`,
			});
			return done('Emergency credentials are open; the tools work whatever IAM does.');
		},
	}),
};

/** An open console lets everybody in; one that refuses lets in whoever is lucky. */
function isRefused({console, output}: Identity, ctx: StepContext): boolean {
	if (console.value === 'open') return false;
	return ctx.streams('access/sign-in', ctx.now).unit() < output.signInErrors;
}
