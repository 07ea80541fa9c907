import {faultsFor, lastingFault, SHARE} from '../kernel/index.ts';
import type {NlbParameters} from './nlb.parameters.ts';
import type {Nlb} from './nlb.types.ts';

const fault = faultsFor<Nlb, NlbParameters>();

export const CHECKER_SLOW = 'slow-checker';

export const NLB_FAULTS = {
	...lastingFault(CHECKER_SLOW, {
		what: 'every health check costs the checker so many times as much more',
		ends: 'health checks cost what they usually do',
		amount: ['factor', {kind: 'decimal', min: 0.01, max: 100, unit: 'times'}],
	}),
	'kill-targets': fault({
		kind: 'fault',
		what: 'that share of the capacity behind load balancers is dead and still in DNS; failover removes it',
		blanks: {share: SHARE},
		apply: (nlb, {share}) => {
			nlb.deadShare = Math.max(nlb.deadShare, share);
		},
	}),
	'revive-targets': fault({
		kind: 'recovery',
		what: 'dead capacity behind load balancers serves again',
		blanks: {},
		apply: nlb => {
			nlb.deadShare = 0;
		},
	}),
};
