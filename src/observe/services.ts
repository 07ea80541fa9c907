import {DEPENDENT_TABLE} from './doors.ts';

/** Names of the services on the Health Dashboard, in the order of the dependents' errors. */
export const SERVICE_NAMES: readonly string[] = DEPENDENT_TABLE.map(([name]) => name);
export const SERVICE_COUNT = SERVICE_NAMES.length;
