import {enter, runningAutomation, send, type Beat, type Conditions} from '../kernel/index.ts';
import {queriesMachine, replacementsMachine} from './warehouse.machine.ts';
import type {WarehouseParameters} from './warehouse.parameters.ts';
import type {Warehouse, WarehouseInputs, WarehouseOutputs} from './warehouse.types.ts';

/** Every cluster answers, and no node waits. */
export function createWarehouse(
	_conditions: Conditions<WarehouseParameters>,
	beat: Beat,
): Warehouse {
	return {
		queries: enter(queriesMachine, 'warehouse/queries', beat),
		replacements: enter(replacementsMachine, 'warehouse/replacements', beat),
		lapsedClusters: 0,
		stuckClusters: 0,
		faultyClusters: 0,
		automations: [runningAutomation('redshift-replacement', 'Redshift node replacement', beat)],
		output: {queryErrors: 0, iamQueryErrorsElsewhere: 0, clustersStuck: 0, replacementsQueued: 0},
	};
}

/** One second of Redshift. */
export function stepWarehouse(
	warehouse: Warehouse,
	inputs: WarehouseInputs,
	{parameters, switches}: Conditions<WarehouseParameters>,
	beat: Beat,
): WarehouseOutputs {
	const {output} = warehouse;
	const frozen =
		switches['redshift-freeze'] && inputs.launchSuccess < parameters.freezeLaunchSuccess;
	stepCredentials(warehouse, inputs.storeErrors, parameters);
	stepReplacements(warehouse, inputs.launchSuccess, frozen, parameters);
	const answering =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.iamUserShare * inputs.iamErrors) *
		(1 - warehouse.stuckClusters / parameters.clusters);
	output.queryErrors += (1 - answering - output.queryErrors) / parameters.followSeconds;
	// The defect: every Region resolves the groups of an IAM user by a call into this one.
	const elsewhere = switches['regional-iam'] ? 0 : inputs.iamErrors;
	output.iamQueryErrorsElsewhere +=
		(elsewhere - output.iamQueryErrorsElsewhere) / parameters.followSeconds;
	output.clustersStuck = Math.round(warehouse.stuckClusters);
	output.replacementsQueued = Math.round(warehouse.stuckClusters + warehouse.faultyClusters);
	noteCrossings(warehouse, inputs.storeErrors, parameters, beat);
	return output;
}

/** Nothing in Redshift waits on the agenda yet; a delay in a chart would arrive here. */
export function deliverWarehouse(
	warehouse: Warehouse,
	to: string,
	event: {readonly type: string},
	_conditions: Conditions<WarehouseParameters>,
	beat: Beat,
): void {
	if (to === warehouse.queries.name) send(queriesMachine, warehouse.queries, event, beat);
	if (to === warehouse.replacements.name) {
		send(replacementsMachine, warehouse.replacements, event, beat);
	}
}

/** Credentials lapse while the store is away, and would be refreshed by themselves when it is back. */
function stepCredentials(
	warehouse: Warehouse,
	storeErrors: number,
	{clusters, credentialSeconds, refreshSeconds}: WarehouseParameters,
): void {
	const untouched = clusters - warehouse.lapsedClusters - warehouse.stuckClusters;
	const lapsing = (Math.max(0, untouched) * storeErrors) / credentialSeconds;
	const refreshed = (warehouse.lapsedClusters * (1 - storeErrors)) / refreshSeconds;
	warehouse.lapsedClusters = Math.max(0, warehouse.lapsedClusters + lapsing - refreshed);
}

/**
 * The automation takes a lapsed node for a dead one and begins to replace it. From then on the cluster
 * is in `modifying` until an instance comes: worse than having done nothing.
 */
function stepReplacements(
	warehouse: Warehouse,
	launchSuccess: number,
	frozen: boolean,
	parameters: WarehouseParameters,
): void {
	warehouse.faultyClusters += parameters.faultsPerSecond;
	if (warehouse.automations[0]!.paused) return;
	if (!frozen) {
		const begun = warehouse.lapsedClusters / parameters.verdictSeconds;
		warehouse.lapsedClusters -= begun;
		warehouse.stuckClusters += begun;
	}
	// First in, first out, near enough: the doomed ones came in one flood, and the faulty ones wait behind.
	const instances = parameters.replacedPerSecond * launchSuccess;
	const unstuck = Math.min(warehouse.stuckClusters, instances);
	warehouse.stuckClusters -= unstuck;
	warehouse.faultyClusters = Math.max(0, warehouse.faultyClusters - (instances - unstuck));
}

function noteCrossings(
	warehouse: Warehouse,
	storeErrors: number,
	{cutOffErrors, blockedClusters}: WarehouseParameters,
	beat: Beat,
): void {
	const {queries, replacements, output} = warehouse;
	if (queries.value === 'answering' && storeErrors > cutOffErrors) {
		send(queriesMachine, queries, {type: 'STORE_LOST'}, beat);
		say(beat, 'error', 'queries-cut-off', 'cluster metadata unreadable: queries and changes fail');
	} else if (queries.value === 'cut-off' && storeErrors < cutOffErrors / 2) {
		send(queriesMachine, queries, {type: 'STORE_FOUND'}, beat);
		say(beat, 'info', 'queries-resumed', 'cluster metadata readable again');
	}
	if (replacements.value === 'flowing' && output.clustersStuck > blockedClusters) {
		send(replacementsMachine, replacements, {type: 'INSTANCES_MISSING'}, beat);
		say(
			beat,
			'error',
			'replacements-blocked',
			`node replacement: ${String(output.clustersStuck)} clusters in modifying, waiting for EC2`,
		);
	} else if (replacements.value === 'blocked' && output.clustersStuck < blockedClusters / 2) {
		send(replacementsMachine, replacements, {type: 'BACKLOG_CLEARED'}, beat);
		say(beat, 'info', 'replacements-cleared', 'node replacement: backlog worked off');
	}
}

function say(beat: Beat, level: 'info' | 'error', kind: string, text: string): void {
	beat.say({source: 'redshift', level, kind, text});
}
