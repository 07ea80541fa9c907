import {done, refuse, rowsFor} from '../kernel/index.ts';
import {SUPPORT_PARAMETERS, type SupportParameters} from './support.parameters.ts';
import type {Support} from './support.types.ts';

const row = rowsFor<Support, SupportParameters>({kind: 'do', team: 'support', needs: 'tools'});

export const SUPPORT_ORDERS = {
	'bypass-support': row({
		forms: ['bypass support <state>'],
		blanks: {state: {kind: 'word', words: ['on', 'off']}},
		seconds: SUPPORT_PARAMETERS.bypassSeconds.value,
		what: 'lets everybody open support cases, whatever the account metadata answers',
		risk: 'Accounts without a support plan get in as well, for as long as it is on.',
		touches: 'who may open a case in Support Center',
		example: 'bypass support on',
		moves: ['support.lockedOut'],
		takes: (_support, _args, {parameters}) => parameters.bypassSeconds,
		refuse: (support, {state}) =>
			support.bypassed === (state === 'on')
				? refuse('no-change', `the bypass is ${state} already`)
				: null,
		apply: (support, {state}, by, _setup, ctx) => {
			support.bypassed = state === 'on';
			ctx.say({
				source: 'support',
				level: 'warn',
				kind: support.bypassed ? 'check-bypassed' : 'check-restored',
				text: `account check switched ${support.bypassed ? 'off' : 'on'} by ${by}`,
			});
			return done(
				support.bypassed
					? 'Cases can be created by everybody.'
					: 'Cases need a valid account again.',
			);
		},
	}),
};
