import {
	QUERIES_EVENTS,
	queriesMachine,
	REPLACEMENTS_EVENTS,
	replacementsMachine,
} from './redshift.machine.ts';

export {applyRedshift, REDSHIFT_ORDERS, validateRedshift} from './redshift.orders.ts';
export {REDSHIFT_PARAMETERS, type RedshiftParameters} from './redshift.parameters.ts';
export {createRedshift, deliverRedshift, stepRedshift} from './redshift.step.ts';
export type {Redshift, RedshiftInputs, RedshiftOutputs} from './redshift.types.ts';

export const REDSHIFT_CHARTS = {
	queries: {machine: queriesMachine, events: QUERIES_EVENTS},
	replacements: {machine: replacementsMachine, events: REPLACEMENTS_EVENTS},
};
