import {faultsFor, lastingFault} from '../kernel/index.ts';
import type {RedshiftParameters} from './redshift.parameters.ts';
import type {Redshift} from './redshift.types.ts';

const fault = faultsFor<Redshift, RedshiftParameters>();

const CLUSTERS = {kind: 'whole', min: 1, max: 1_000_000, unit: 'clusters'} as const;

export const IAM_GROUP_ERRORS = 'iam-group-errors';

export const REDSHIFT_FAULTS = {
	...lastingFault(IAM_GROUP_ERRORS, {
		what: 'that share of the look-ups of IAM users’ groups fails, for Redshift alone and in every Region',
		ends: 'Redshift can look up the groups of IAM users in every Region',
	}),
	'lapse-credentials': fault({
		kind: 'fault',
		what: 'the node credentials of so many clusters lapse: the automation takes their nodes for dead ones',
		blanks: {clusters: CLUSTERS},
		apply: (redshift, {clusters}, {parameters}) => {
			const touched = redshift.lapsedClusters + redshift.stuckClusters;
			const most = Math.max(0, parameters.clusters - touched);
			redshift.lapsedClusters += Math.min(clusters, most);
		},
	}),
	'free-clusters': fault({
		kind: 'recovery',
		what: 'so many clusters come out of `modifying`, or get credentials before they are in it',
		blanks: {clusters: CLUSTERS},
		apply: (redshift, {clusters}) => {
			const freed = Math.min(clusters, redshift.stuckClusters);
			redshift.stuckClusters -= freed;
			redshift.lapsedClusters = Math.max(0, redshift.lapsedClusters - (clusters - freed));
		},
	}),
};
