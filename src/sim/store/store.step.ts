import {assert, enter, send, type Beat, type Conditions} from '../kernel/index.ts';
import {storeMachine, type StoreEvent} from './store.machine.ts';
import type {StoreParameters} from './store.parameters.ts';
import type {Store, StoreInputs, StoreOutput} from './store.types.ts';
import {termsOf, type Pace} from './terms.ts';

export type StoreConditions = Conditions<StoreParameters>;

const FADED = 0.05;
const GONE = 0.8;
const BACK = 0.002;

export function createStore({parameters}: StoreConditions, beat: Beat): Store {
	return {
		mode: enter(storeMachine, 'store/front-end', beat),
		customersCut: 0,
		prodCut: 0,
		ec2Cut: 0,
		replicasCut: 0,
		replicasCutMost: 0,
		replicationLagSeconds: 0,
		output: {
			customerErrors: 0,
			prodErrors: 0,
			ec2Errors: 0,
			connectedShare: 1,
			requestsShare: 1,
			reconnectsPerSecond: parameters.connections / parameters.customerPoolSeconds,
			replicationLagSeconds: 0,
		},
	};
}

/** One second of connections that end and are made again, and of what that does to requests. */
export function stepStore(
	store: Store,
	inputs: StoreInputs,
	{parameters}: StoreConditions,
	beat: Beat,
): StoreOutput {
	const {output} = store;
	const {customers, prod, replicas} = termsOf(parameters);
	const cutBefore = store.customersCut;
	const returnMax = parameters.surgeShare * inputs.capacityShare;
	store.customersCut = connect(cutBefore, inputs.customersEmpty, customers, returnMax);
	store.prodCut = connect(store.prodCut, inputs.prodEmpty, prod, 1);
	store.ec2Cut = connect(store.ec2Cut, inputs.dwfmEmpty, prod, 1);
	replicate(store, inputs.customersEmpty, replicas, parameters);

	const connected = 1 - store.customersCut;
	const load =
		connected * (inputs.retryAdvised ? parameters.hardRetryRatio : 1) * parameters.utilisation;
	const refused = load > inputs.capacityShare ? 1 - inputs.capacityShare / load : 0;
	const passed = (1 - refused) * (1 - parameters.balancerWeight * inputs.balancerErrors);
	output.connectedShare = connected;
	output.customerErrors = 1 - connected * passed;
	output.prodErrors = 1 - (1 - store.prodCut) * passed;
	output.ec2Errors = 1 - (1 - store.ec2Cut) * passed;
	output.requestsShare = connected * (1 - refused);
	output.reconnectsPerSecond = reconnects(store, cutBefore, inputs, parameters);
	output.replicationLagSeconds = store.replicationLagSeconds;
	follow(store, cutBefore, refused, beat);
	return output;
}

/** Nothing of this folder waits on the agenda: its chart has no delays. */
export function deliverStore(_store: Store, to: string): void {
	assert(to === '', 'nothing on the agenda is addressed to the store');
}

/**
 * Share of clients cut off after one more second. A client whose resolver holds the empty answer loses
 * its pooled connections as they end; one whose resolver does not reconnects. Clients keep their
 * resolver, so the cut share moves towards the empty share and not past it: for all clients or none this
 * is model 4.2, dc/dt = -neg c / tau + (1 - neg)(1 - c) / 20.
 */
function connect(cut: number, empty: number, pace: Pace, returnMax: number): number {
	const gap = empty - cut;
	if (gap >= 0) return cut + gap * pace.fading;
	return Math.max(0, cut - Math.min(returnMax, -gap * pace.returning));
}

/** Changes wait for the replicators that are cut; those that come back share out what has piled up. */
function replicate(store: Store, empty: number, pace: Pace, parameters: StoreParameters): void {
	store.replicasCut = connect(store.replicasCut, empty, pace, 1);
	store.replicasCutMost = Math.max(store.replicasCutMost, store.replicasCut);
	const back = store.replicasCutMost - store.replicasCut;
	const gained = store.replicasCut - parameters.replicaCatchUpFactor * back;
	store.replicationLagSeconds = Math.max(0, store.replicationLagSeconds + gained);
	if (store.replicationLagSeconds === 0) store.replicasCutMost = store.replicasCut;
}

function reconnects(
	store: Store,
	cutBefore: number,
	inputs: StoreInputs,
	parameters: StoreParameters,
): number {
	const usual =
		((1 - store.customersCut) * (1 - inputs.customersEmpty)) / parameters.customerPoolSeconds;
	return parameters.connections * (usual + Math.max(0, cutBefore - store.customersCut));
}

function follow(store: Store, cutBefore: number, refused: number, beat: Beat): void {
	const event = crossingOf(store, cutBefore, refused);
	if (event !== null) send(storeMachine, store.mode, {type: event}, beat);
}

function crossingOf(store: Store, cutBefore: number, refused: number): StoreEvent['type'] | null {
	const cut = store.customersCut;
	switch (store.mode.value) {
		case 'overloaded':
			return refused === 0 ? 'LOAD_CARRIED' : null;
		case 'serving':
			if (refused > 0) return 'LOAD_EXCEEDED';
			return cut > FADED ? 'CONNECTIONS_FADED' : null;
		case 'fading':
			if (refused > 0) return 'LOAD_EXCEEDED';
			if (cut < BACK) return 'CLIENTS_BACK';
			if (cut < cutBefore) return 'CLIENTS_RETURNED';
			return cut > GONE ? 'CONNECTIONS_GONE' : null;
		case 'cutOff':
			if (refused > 0) return 'LOAD_EXCEEDED';
			return cut < cutBefore ? 'CLIENTS_RETURNED' : null;
		default:
			if (refused > 0) return 'LOAD_EXCEEDED';
			if (cut < BACK) return 'CLIENTS_BACK';
			return cut > cutBefore && cut > FADED ? 'CONNECTIONS_FADED' : null;
	}
}
