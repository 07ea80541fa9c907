import {REDSHIFT_CHARTS} from './redshift.machine.ts';
import {subsystem} from '../kernel/index.ts';
import {REDSHIFT_FAULTS} from './redshift.faults.ts';
import {REDSHIFT_PARAMETERS} from './redshift.parameters.ts';
import {REDSHIFT_ORDERS} from './redshift.orders.ts';
import {createRedshift, stepRedshift} from './redshift.step.ts';

export type {RedshiftParameters} from './redshift.parameters.ts';
export type {Redshift, RedshiftInputs, RedshiftOutputs} from './redshift.types.ts';

/** Redshift. */
export const redshift = subsystem({
	parameters: REDSHIFT_PARAMETERS,
	charts: REDSHIFT_CHARTS,
	orders: REDSHIFT_ORDERS,
	faults: REDSHIFT_FAULTS,
	inputs: () => ({storeErrors: 0, iamErrors: 0, launchSuccess: 0}),
	create: createRedshift,
	step: stepRedshift,
});
