import {enter, runningAutomation, send, type StepContext, type Setup} from '../kernel/index.ts';
import {queriesMachine, replacementsMachine} from './redshift.machine.ts';
import type {RedshiftParameters} from './redshift.parameters.ts';
import type {Redshift, RedshiftInputs, RedshiftOutputs} from './redshift.types.ts';

/** Every cluster answers, and no node waits. */
export function createRedshift(_conditions: Setup<RedshiftParameters>, ctx: StepContext): Redshift {
	return {
		queries: enter(queriesMachine, 'warehouse/queries', ctx),
		replacements: enter(replacementsMachine, 'warehouse/replacements', ctx),
		lapsedClusters: 0,
		stuckClusters: 0,
		faultyClusters: 0,
		automations: [runningAutomation('redshift-replacement', 'Redshift node replacement', ctx)],
		output: {queryErrors: 0, iamQueryErrorsElsewhere: 0, clustersStuck: 0, replacementsQueued: 0},
	};
}

/** One second of Redshift. */
export function stepRedshift(
	redshift: Redshift,
	inputs: RedshiftInputs,
	{parameters, switches}: Setup<RedshiftParameters>,
	ctx: StepContext,
): RedshiftOutputs {
	const {output} = redshift;
	const frozen =
		switches['redshift-freeze'] && inputs.launchSuccess < parameters.freezeLaunchSuccess;
	stepCredentials(redshift, inputs.storeErrors, parameters);
	stepReplacements(redshift, inputs.launchSuccess, frozen, parameters);
	const answering =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.iamUserShare * inputs.iamErrors) *
		(1 - redshift.stuckClusters / parameters.clusters);
	output.queryErrors += (1 - answering - output.queryErrors) / parameters.followSeconds;
	// The defect: every Region resolves the groups of an IAM user by a call into this one.
	const elsewhere = switches['regional-iam'] ? 0 : inputs.iamErrors;
	output.iamQueryErrorsElsewhere +=
		(elsewhere - output.iamQueryErrorsElsewhere) / parameters.followSeconds;
	output.clustersStuck = Math.round(redshift.stuckClusters);
	output.replacementsQueued = Math.round(redshift.stuckClusters + redshift.faultyClusters);
	noteCrossings(redshift, inputs.storeErrors, parameters, ctx);
	return output;
}

/** Nothing in Redshift waits on the agenda yet; a delay in a chart would arrive here. */
export function deliverRedshift(
	redshift: Redshift,
	to: string,
	event: {readonly type: string},
	_conditions: Setup<RedshiftParameters>,
	ctx: StepContext,
): void {
	if (to === redshift.queries.name) send(queriesMachine, redshift.queries, event, ctx);
	if (to === redshift.replacements.name) {
		send(replacementsMachine, redshift.replacements, event, ctx);
	}
}

/** Credentials lapse while the store is away, and would be refreshed by themselves when it is back. */
function stepCredentials(
	redshift: Redshift,
	storeErrors: number,
	{clusters, credentialSeconds, refreshSeconds}: RedshiftParameters,
): void {
	const untouched = clusters - redshift.lapsedClusters - redshift.stuckClusters;
	const lapsing = (Math.max(0, untouched) * storeErrors) / credentialSeconds;
	const refreshed = (redshift.lapsedClusters * (1 - storeErrors)) / refreshSeconds;
	redshift.lapsedClusters = Math.max(0, redshift.lapsedClusters + lapsing - refreshed);
}

/**
 * The automation takes a lapsed node for a dead one and begins to replace it. From then on the cluster
 * is in `modifying` until an instance comes: worse than having done nothing.
 */
function stepReplacements(
	redshift: Redshift,
	launchSuccess: number,
	frozen: boolean,
	parameters: RedshiftParameters,
): void {
	redshift.faultyClusters += parameters.faultsPerSecond;
	if (redshift.automations[0]!.paused) return;
	if (!frozen) {
		const begun = redshift.lapsedClusters / parameters.verdictSeconds;
		redshift.lapsedClusters -= begun;
		redshift.stuckClusters += begun;
	}
	// First in, first out, near enough: the doomed ones came in one flood, and the faulty ones wait behind.
	const instances = parameters.replacedPerSecond * launchSuccess;
	const unstuck = Math.min(redshift.stuckClusters, instances);
	redshift.stuckClusters -= unstuck;
	redshift.faultyClusters = Math.max(0, redshift.faultyClusters - (instances - unstuck));
}

function noteCrossings(
	redshift: Redshift,
	storeErrors: number,
	{cutOffErrors, blockedClusters}: RedshiftParameters,
	ctx: StepContext,
): void {
	const {queries, replacements, output} = redshift;
	if (queries.value === 'answering' && storeErrors > cutOffErrors) {
		send(queriesMachine, queries, {type: 'STORE_LOST'}, ctx);
		say(ctx, 'error', 'queries-cut-off', 'cluster metadata unreadable: queries and changes fail');
	} else if (queries.value === 'cut-off' && storeErrors < cutOffErrors / 2) {
		send(queriesMachine, queries, {type: 'STORE_FOUND'}, ctx);
		say(ctx, 'info', 'queries-resumed', 'cluster metadata readable again');
	}
	if (replacements.value === 'flowing' && output.clustersStuck > blockedClusters) {
		send(replacementsMachine, replacements, {type: 'INSTANCES_MISSING'}, ctx);
		say(
			ctx,
			'error',
			'replacements-blocked',
			`node replacement: ${String(output.clustersStuck)} clusters in modifying, waiting for EC2`,
		);
	} else if (replacements.value === 'blocked' && output.clustersStuck < blockedClusters / 2) {
		send(replacementsMachine, replacements, {type: 'BACKLOG_CLEARED'}, ctx);
		say(ctx, 'info', 'replacements-cleared', 'node replacement: backlog worked off');
	}
}

function say(ctx: StepContext, level: 'info' | 'error', kind: string, text: string): void {
	ctx.say({source: 'redshift', level, kind, text});
}
