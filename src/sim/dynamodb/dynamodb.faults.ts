import {lastingFault} from '../kernel/index.ts';

export const FRONT_ENDS_LOST = 'lose-front-ends';

export const REPLICATORS_CUT = 'cut-replicators';

export const DYNAMODB_FAULTS = {
	...lastingFault(FRONT_ENDS_LOST, {
		what: 'that share of DynamoDB’s front end is out of service: the rest has to carry what comes',
		ends: 'the whole front end of DynamoDB is in service',
	}),
	...lastingFault(REPLICATORS_CUT, {
		what: 'that share of the replicators of global tables cannot reach this Region',
		ends: 'every replicator of global tables reaches this Region',
	}),
};
