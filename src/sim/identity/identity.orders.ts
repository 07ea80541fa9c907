import {
	cancel,
	done,
	percent,
	refuse,
	refuseAsSet,
	type Result,
	rowsFor,
	setLever,
	type StepContext,
} from '../kernel/index.ts';
import {CALLER_NAMES, SHED, type Caller} from './callers.ts';
import {IAM_FROM_COPY, SESSIONS_EXTENDED} from './identity.levers.ts';
import {IDENTITY_PARAMETERS, type IdentityParameters} from './identity.parameters.ts';
import {changeOperator, planRefresh} from './identity.step.ts';
import type {Identity} from './identity.types.ts';

const row = rowsFor<Identity, IdentityParameters>({kind: 'do', team: null, needs: 'nothing'});
/** Levers of those whose systems they are. */
const lever = rowsFor<Identity, IdentityParameters>({
	kind: 'do',
	team: 'identity',
	needs: 'tools',
});
const CALLER = {kind: 'word', words: CALLER_NAMES} as const;
const ON_OFF = {kind: 'word', words: ['on', 'off']} as const;

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
	'shed-sign-in': lever({
		forms: ['shed sign-in <caller>'],
		blanks: {caller: CALLER},
		seconds: IDENTITY_PARAMETERS.shedSeconds.value,
		what: 'turns a class of callers away at the edge of sign-in, so that its retries reach no host',
		risk: 'Everybody of that class fails for as long as it stands; the wrong class frees little room.',
		touches: 'console sign-ins of one class of callers, all of them',
		example: 'shed sign-in scripts',
		moves: ['signIn.errors'],
		liftedBy: 'admit sign-in <caller>',
		takes: (_identity, _args, {parameters}) => parameters.shedSeconds,
		refuse: (_identity, {caller}, _setup, ctx) => refuseAsSet(ctx, SHED, true, caller),
		askedAgain: true,
		apply: (_identity, {caller}, by, _setup, ctx) => shed(caller, true, by, ctx),
	}),
	'admit-sign-in': lever({
		forms: ['admit sign-in <caller>'],
		blanks: {caller: CALLER},
		seconds: IDENTITY_PARAMETERS.shedSeconds.value,
		what: 'lets a class of callers reach sign-in again',
		risk: 'All of them come at once: while the others still fail, the hosts fill up again.',
		touches: 'console sign-ins of one class of callers, and the hosts they share with the others',
		example: 'admit sign-in scripts',
		moves: ['signIn.errors'],
		takes: (_identity, _args, {parameters}) => parameters.shedSeconds,
		refuse: (_identity, {caller}, _setup, ctx) => refuseAsSet(ctx, SHED, false, caller),
		askedAgain: true,
		apply: (_identity, {caller}, by, _setup, ctx) => shed(caller, false, by, ctx),
	}),
	'extend-sessions': lever({
		forms: ['extend sessions <state>'],
		blanks: {state: ON_OFF},
		seconds: IDENTITY_PARAMETERS.extendSeconds.value,
		what: 'lets sessions live on past their end, so that whoever holds one need not ask STS',
		risk: 'Sessions that have ended cannot be brought back; one that was stolen lives on too.',
		touches: 'every session that STS has issued in this Region',
		danger: 'A session that should have ended stays valid, whoever holds it.',
		example: 'extend sessions on',
		moves: ['sts.errors'],
		takes: (_identity, _args, {parameters}) => parameters.extendSeconds,
		refuse: (_identity, {state}, _setup, ctx) =>
			refuseAsSet(ctx, SESSIONS_EXTENDED, state === 'on'),
		askedAgain: true,
		apply: (identity, {state}, by, _setup, ctx) => extend(identity, state === 'on', by, ctx),
	}),
	'serve-iam': lever({
		forms: ['serve iam <source>'],
		blanks: {source: {kind: 'word', words: ['copy', 'store']}},
		seconds: IDENTITY_PARAMETERS.replicaSeconds.value,
		what: 'has IAM answer from its replicated copy, or from its own store again',
		risk: 'The copy does not know what was made or taken away since: access that was revoked is granted.',
		touches: 'whom IAM lets in, in this Region',
		danger: 'Access that is revoked from now on is still granted.',
		example: 'serve iam copy',
		moves: ['iam.errors', 'signIn.errors'],
		takes: (_identity, _args, {parameters}) => parameters.replicaSeconds,
		refuse: (_identity, {source}, _setup, ctx) =>
			refuseAsSet(ctx, IAM_FROM_COPY, source === 'copy'),
		askedAgain: true,
		apply: (_identity, {source}, by, _setup, ctx) => serveCopy(source === 'copy', by, ctx),
	}),
};

function shed(caller: Caller, on: boolean, by: string, ctx: StepContext): Result {
	setLever(ctx, SHED, on ? 1 : 0, {on: caller});
	const text = `sign-ins of ${caller} ${on ? 'turned away' : 'admitted again'} by ${by}`;
	ctx.say({source: 'signin', level: 'warn', kind: on ? 'callers-shed' : 'callers-admitted', text});
	return done(on ? `${caller} are turned away at the edge.` : `${caller} reach sign-in again.`);
}

/** Only those who still hold a session can keep it: whoever lost it has to ask STS. */
function extend({output}: Identity, on: boolean, by: string, ctx: StepContext): Result {
	const held = on ? 1 - output.stsErrors : 0;
	setLever(ctx, SESSIONS_EXTENDED, held);
	const text = `sessions ${on ? 'live on past their end' : 'end on time again'}, set by ${by}`;
	ctx.say({source: 'sts', level: 'warn', kind: on ? 'sessions-extended' : 'sessions-ended', text});
	return done(
		on
			? `Sessions live on; ${percent(held)} of them had not ended yet.`
			: 'Sessions end on time again.',
	);
}

function serveCopy(on: boolean, by: string, ctx: StepContext): Result {
	setLever(ctx, IAM_FROM_COPY, on ? 1 : 0);
	const text = `reads served from ${on ? 'the replicated copy' : 'the store'}, set by ${by}`;
	ctx.say({source: 'iam', level: 'warn', kind: on ? 'copy-served' : 'store-served', text});
	return done(on ? 'IAM answers from its copy.' : 'IAM answers from its own store again.');
}

/** An open console lets everybody in; one that refuses lets in whoever is lucky. */
function isRefused({console, output}: Identity, ctx: StepContext): boolean {
	if (console.value === 'open') return false;
	return ctx.streams('access/sign-in', ctx.now).unit() < output.signInErrors;
}
