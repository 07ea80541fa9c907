import {lastingFault} from '../kernel/index.ts';

export const PLACEMENT_ERRORS = 'task-placement-errors';

export const CLUSTER_CAPACITY_LOST = 'cluster-capacity-lost';

export const CONTAINERS_FAULTS = {
	...lastingFault(PLACEMENT_ERRORS, {
		what: 'that share of task and pod launches fails, beside those that fail anyway',
		ends: 'tasks and pods are placed as usual',
	}),
	...lastingFault(CLUSTER_CAPACITY_LOST, {
		what: 'that share of the instances that clusters and Fargate ask EC2 for does not come',
		ends: 'clusters and Fargate get the instances they ask for',
	}),
};
