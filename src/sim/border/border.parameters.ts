import type {ParameterTable, Values} from '../kernel/index.ts';

export const BORDER_PARAMETERS = {
	lossLeftShare: {
		value: 0.1,
		unit: 'share',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'part of the loss that remains once traffic is steered around the damaged paths',
	},
	rerouteSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'canon 5.1',
		what: 'time to move the traffic of one zone to other border paths',
	},
} as const satisfies ParameterTable;

export type BorderParameters = Values<typeof BORDER_PARAMETERS>;
