import type {ParameterTable, Values} from '../kernel/index.ts';

export const DEPENDENTS_PARAMETERS = {
	balancersPassed: {
		value: 3,
		unit: 'count',
		source: 'assumed',
		section: 'canon 2.9',
		what: 'balancers that a request to a service passes, one after the other',
	},
	backlogErrors: {
		value: 0.06,
		unit: 'share',
		source: 'assumed',
		section: 'canon 3.3',
		what: 'requests a service still loses, or answers too late, while it works off its backlog',
	},
	wellErrors: {
		value: 0.02,
		unit: 'share',
		source: 'assumed',
		section: 'canon 3.3',
		what: 'errors of what it needs below which a service is well enough to work off its backlog',
	},
	backlogSecondsMax: {
		value: 7200,
		unit: 's',
		source: 'assumed',
		section: 'canon 3.3',
		what: 'longest backlog a service keeps; older work is dropped',
	},
} as const satisfies ParameterTable;

export type DependentsParameters = Values<typeof DEPENDENTS_PARAMETERS>;
