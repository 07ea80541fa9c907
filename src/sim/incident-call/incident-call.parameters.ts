import type {ParameterTable, Values} from '../kernel/index.ts';

export const INCIDENT_CALL_PARAMETERS = {
	joinSecondsMin: {
		value: 480,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'shortest time from a page to a team on the call (00:27 to 00:35)',
	},
	joinSecondsMax: {
		value: 1380,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'longest time from a page to a team on the call (00:27 to 00:50)',
	},
	escalateSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.18',
		what: 'how long a page must stand unanswered before it goes on to a second person',
	},
	secondSecondsMin: {
		value: 240,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.18',
		what: 'shortest time from an escalation to the second person on the call',
	},
	secondSecondsMax: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.18',
		what: 'longest time from an escalation to the second person on the call',
	},
	errorsShareMin: {
		value: 0.05,
		unit: 'share',
		source: 'inferred',
		section: 'model 10',
		what: 'share of failing customer requests at which automatic detection counts',
	},
	errorsSeconds: {
		value: 120,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'how long those errors must last before detection pages (23:50 to 23:52)',
	},
	lossShareMin: {
		value: 0.02,
		unit: 'share',
		source: 'assumed',
		section: 'canon 1.1',
		what: 'packet loss at which automatic detection counts',
	},
	lossSeconds: {
		value: 240,
		unit: 's',
		source: 'inferred',
		section: 'canon 1.1',
		what: 'how long that loss must last before detection pages (23:48 to 23:52)',
	},
	quietSeconds: {
		value: 1800,
		unit: 's',
		source: 'assumed',
		section: 'canon 2.18',
		what: 'how long customers must be well before detection may page again',
	},
	shelfSeconds: {
		value: 3600,
		unit: 's',
		source: 'assumed',
		section: 'model 16',
		what: 'how long a shelved alert stays out of sight',
	},
	adviceSeconds: {
		value: 600,
		unit: 's',
		source: 'assumed',
		section: 'canon 5.2',
		what: 'time in which customers come to do what takes a change of their own, or undo it',
	},
	evacuationSeconds: {
		value: 2700,
		unit: 's',
		source: 'assumed',
		section: 'canon 5.2',
		what: 'time in which customers who can move to another Region, or come back',
	},
} satisfies ParameterTable;

export type IncidentCallParameters = Values<typeof INCIDENT_CALL_PARAMETERS>;
