import {lastingFault} from '../kernel/index.ts';

export const PROPAGATION_STALL = 'stall-propagation';

export const NETWORK_FAULTS = lastingFault(PROPAGATION_STALL, {
	what: 'that share of Network Manager’s workers stands still',
	ends: 'all workers of Network Manager propagate changes',
	amount: ['share', {kind: 'decimal', min: 0, max: 0.99, unit: 'share'}],
});
