import {lastingFault} from '../kernel/index.ts';

export const PLACEMENT_ERRORS = 'task-placement-errors';

export const CONTAINERS_FAULTS = lastingFault(PLACEMENT_ERRORS, {
	what: 'that share of task and pod launches fails, beside those that fail anyway',
	ends: 'tasks and pods are placed as usual',
});
