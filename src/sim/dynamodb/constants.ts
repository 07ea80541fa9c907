import {exp, onceFor} from '../kernel/index.ts';
import type {DynamoDbParameters} from './dynamodb.parameters.ts';

/** How clients of one kind come and go: shares of those concerned, in a second. */
export type Pace = {
	/** Of those that hold connections to nowhere: how many lose them. */
	readonly fading: number;
	/** Of those that are cut: how many are back. */
	readonly returning: number;
};

export type DynamoDbConstants = {
	readonly customers: Pace;
	/** The same while the front end closes nothing by itself. */
	readonly unrecycled: Pace;
	readonly prod: Pace;
	readonly replicas: Pace;
};

/** What a second takes from the parameters, worked out once a run: exponentials are dear. */
export const constantsOf = onceFor((parameters: DynamoDbParameters): DynamoDbConstants => ({
	customers: paceOf(parameters.customerPoolSeconds, parameters.customerReconnectSeconds),
	unrecycled: paceOf(
		parameters.customerPoolSeconds / Math.max(0.01, 1 - parameters.recycledShare),
		parameters.customerReconnectSeconds,
	),
	prod: paceOf(parameters.prodPoolSeconds, parameters.prodReconnectSeconds),
	replicas: paceOf(parameters.replicaPoolSeconds, parameters.replicaReconnectSeconds),
}));

function paceOf(poolSeconds: number, reconnectSeconds: number): Pace {
	return {fading: 1 - exp(-1 / poolSeconds), returning: 1 - exp(-1 / reconnectSeconds)};
}
