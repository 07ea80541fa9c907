import {lastingFault} from '../kernel/index.ts';
import {DEPENDENT_TABLE} from './dependents.table.ts';

export const SERVICE_FAILS = 'fail-service';

export const DEPENDENTS_FAULTS = lastingFault(SERVICE_FAILS, {
	what: 'that share of one service’s requests fails, whatever it depends on',
	ends: 'a service fails no more than what it depends on makes it',
	on: ['service', DEPENDENT_TABLE.map(([name]) => name)],
});
