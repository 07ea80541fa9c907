import {
	ADVISED,
	enter,
	leverOf,
	move,
	runningAutomation,
	NAME_ELSEWHERE_EMPTY,
	troubleOf,
	withTrouble,
	ZONES,
	type Setup,
	type StepContext,
} from '../kernel/index.ts';
import {FRONT_ENDS_LOST, REPLICATORS_CUT} from './dynamodb.faults.ts';
import {frontEndMachine} from './dynamodb.machine.ts';
import type {DynamoDbParameters} from './dynamodb.parameters.ts';
import type {DynamoDb, DynamoDbInputs, DynamoDbOutput} from './dynamodb.types.ts';
import {zonesLeft} from './dynamodb.orders.ts';
import {constantsOf, type Pace} from './constants.ts';
import {loadOf, refusedShare} from './retries.ts';

export type DynamoDbSetup = Setup<DynamoDbParameters>;

/** A front end that leads nowhere: what little is left of one. */
const NO_CAPACITY = 1e-6;

export function createDynamoDb({parameters}: DynamoDbSetup, ctx: StepContext): DynamoDb {
	return {
		frontEnd: enter(frontEndMachine, 'store/front-end', ctx),
		customersCut: 0,
		prodCut: 0,
		ec2Cut: 0,
		replicasCut: 0,
		replicasCutMost: 0,
		replicationLagSeconds: 0,
		evacuated: ZONES.map(() => false),
		drainingUntil: 0,
		automations: [runningAutomation('connection-recycling', 'DynamoDB connection recycling', ctx)],
		retries: {failingShare: 0, keptSeconds: 0, owedSeconds: 0, heededShare: 0},
		output: {
			customerErrors: 0,
			prodErrors: 0,
			ec2Errors: 0,
			connectedShare: 1,
			loadShare: parameters.utilisation,
			requestsShare: 1,
			reconnectsPerSecond: parameters.connections / parameters.customerPoolSeconds,
			replicationLagSeconds: 0,
			replicasLateShare: 0,
		},
	};
}

/** One second of connections that end and are made again, and of what that does to requests. */
export function stepDynamoDb(
	dynamodb: DynamoDb,
	inputs: DynamoDbInputs,
	{parameters}: DynamoDbSetup,
	ctx: StepContext,
): DynamoDbOutput {
	const {output} = dynamodb;
	const {customers, unrecycled, prod, replicas} = constantsOf(parameters);
	const closed =
		ctx.now <= dynamodb.drainingUntil ? 1 / (ZONES.length * parameters.drainSeconds) : 0;
	const pace = dynamodb.automations[0]!.paused ? unrecycled : customers;
	const cutBefore = dynamodb.customersCut;
	const inService = 1 - troubleOf(ctx, FRONT_ENDS_LOST);
	const served = (inputs.capacityShare * inService * zonesLeft(dynamodb)) / ZONES.length;
	const capacity = Math.max(NO_CAPACITY, served);
	const returnMax = parameters.surgeShare * capacity;
	dynamodb.customersCut = connect(cutBefore, inputs.customersEmpty, pace, closed, returnMax);
	dynamodb.prodCut = connect(dynamodb.prodCut, inputs.prodEmpty, prod, closed, 1);
	dynamodb.ec2Cut = connect(dynamodb.ec2Cut, inputs.dwfmEmpty, prod, closed, 1);
	const moved = leverOf(ctx, ADVISED.writeElsewhere);
	const cutOff = Math.max(inputs.customersEmpty, troubleOf(ctx, REPLICATORS_CUT));
	replicate(dynamodb, cutOff, replicas, moved, parameters);

	const connected = 1 - dynamodb.customersCut;
	const returned = Math.max(0, cutBefore - dynamodb.customersCut);
	const load = loadOf(dynamodb.retries, {returned, connected, capacity}, inputs, parameters);
	followLoad(dynamodb, load, ctx);
	const refused = refusedShare(dynamodb, load, parameters);
	const passed = (1 - refused) * (1 - parameters.balancerWeight * inputs.balancerErrors);
	output.loadShare = load;
	output.connectedShare = connected;
	output.customerErrors = 1 - connected * passed;
	output.prodErrors = 1 - (1 - dynamodb.prodCut) * passed;
	output.ec2Errors = 1 - (1 - dynamodb.ec2Cut) * passed;
	output.requestsShare = connected * (1 - refused);
	output.reconnectsPerSecond = reconnects(dynamodb, cutBefore, inputs, parameters);
	output.replicationLagSeconds = dynamodb.replicationLagSeconds;
	const late = dynamodb.replicationLagSeconds / parameters.replicaUselessSeconds;
	const behind = Math.min(1, late) * (1 - parameters.writersMovedShare * moved);
	output.replicasLateShare = withTrouble(behind, troubleOf(ctx, NAME_ELSEWHERE_EMPTY));
	return output;
}

/** Tells the chart when more is asked than the front end can serve, and when it carries the load again. */
function followLoad({frontEnd, output}: DynamoDb, load: number, ctx: StepContext): void {
	const exceeded = load > 1;
	if (exceeded === output.loadShare > 1) return;
	move(frontEndMachine, frontEnd, exceeded ? 'LOAD_EXCEEDED' : 'LOAD_CARRIED', ctx);
}

/**
 * Share of clients cut off after one more second. A client whose resolver holds the empty answer loses
 * its pooled connections as they end; one whose resolver does not reconnects. Clients keep their
 * resolver, so the cut share moves towards the empty share and not past it: for all clients or none this
 * is model 4.2, dc/dt = -neg c / tau + (1 - neg)(1 - c) / 20.
 */
function connect(
	cut: number,
	empty: number,
	pace: Pace,
	closed: number,
	returnMax: number,
): number {
	const gap = empty - cut;
	if (gap >= 0) return cut + gap * Math.min(1, pace.fading + closed);
	return Math.max(0, cut - Math.min(returnMax, -gap * pace.returning));
}

/** Changes wait for the replicators that are cut; those that come back share out what has piled up. */
function replicate(
	dynamodb: DynamoDb,
	empty: number,
	pace: Pace,
	moved: number,
	parameters: DynamoDbParameters,
): void {
	dynamodb.replicasCut = connect(dynamodb.replicasCut, empty, pace, 0, 1);
	dynamodb.replicasCutMost = Math.max(dynamodb.replicasCutMost, dynamodb.replicasCut);
	const back = dynamodb.replicasCutMost - dynamodb.replicasCut;
	const settling = 1 - parameters.conflictShare * moved;
	const gained = dynamodb.replicasCut - settling * parameters.replicaCatchUpFactor * back;
	dynamodb.replicationLagSeconds = Math.max(0, dynamodb.replicationLagSeconds + gained);
	if (dynamodb.replicationLagSeconds === 0) dynamodb.replicasCutMost = dynamodb.replicasCut;
}

function reconnects(
	dynamodb: DynamoDb,
	cutBefore: number,
	inputs: DynamoDbInputs,
	parameters: DynamoDbParameters,
): number {
	const usual =
		((1 - dynamodb.customersCut) * (1 - inputs.customersEmpty)) / parameters.customerPoolSeconds;
	return parameters.connections * (usual + Math.max(0, cutBefore - dynamodb.customersCut));
}
