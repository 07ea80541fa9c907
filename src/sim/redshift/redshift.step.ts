import {
	ADVISED,
	enter,
	leverOf,
	move,
	runningAutomation,
	staysHigh,
	type StepContext,
	troubleOf,
	withTrouble,
	type Setup,
} from '../kernel/index.ts';
import {IAM_GROUP_ERRORS} from './redshift.faults.ts';
import {replacementsMachine} from './redshift.machine.ts';
import type {RedshiftParameters} from './redshift.parameters.ts';
import type {Redshift, RedshiftInputs, RedshiftOutputs} from './redshift.types.ts';

/** Every cluster answers, and no node waits. */
export function createRedshift(_conditions: Setup<RedshiftParameters>, ctx: StepContext): Redshift {
	return {
		replacements: enter(replacementsMachine, 'warehouse/replacements', ctx),
		launchesFail: false,
		told: {cutOff: false, blocked: false},
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
	setup: Setup<RedshiftParameters>,
	ctx: StepContext,
): RedshiftOutputs {
	const {output} = redshift;
	const {parameters, switches} = setup;
	const iamErrors = withTrouble(inputs.iamErrors, troubleOf(ctx, IAM_GROUP_ERRORS));
	if (switches['redshift-freeze']) followLaunches(redshift, inputs, parameters, ctx);
	stepCredentials(redshift, inputs.storeErrors, parameters);
	stepReplacements(redshift, inputs.launchSuccess, parameters);
	const answering =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.iamUserShare * asLocalUsers(iamErrors, parameters, ctx)) *
		(1 - redshift.stuckClusters / parameters.clusters);
	output.queryErrors += (1 - answering - output.queryErrors) / parameters.followSeconds;
	// The defect: every Region resolves the groups of an IAM user by a call into this one.
	const resolving = switches['regional-iam'] ? 0 : iamErrors;
	const elsewhere = asLocalUsers(resolving, parameters, ctx);
	output.iamQueryErrorsElsewhere +=
		(elsewhere - output.iamQueryErrorsElsewhere) / parameters.followSeconds;
	output.clustersStuck = Math.round(redshift.stuckClusters);
	output.replacementsQueued = Math.round(redshift.stuckClusters + redshift.faultyClusters);
	noteCrossings(redshift, inputs.storeErrors, parameters, ctx);
	return output;
}

/** What is left of IAM's errors where customers connect as local database users instead. */
function asLocalUsers(
	iamErrors: number,
	{localShare, localErrors}: RedshiftParameters,
	ctx: StepContext,
): number {
	const local = localShare * leverOf(ctx, ADVISED.localUsers);
	return local === 0 ? iamErrors : (1 - local) * iamErrors + local * localErrors;
}

/** Tells the chart when launches begin to fail, and when they work again. */
function followLaunches(
	redshift: Redshift,
	{launchSuccess}: RedshiftInputs,
	{freezeLaunchSuccess}: RedshiftParameters,
	ctx: StepContext,
): void {
	const fail = launchSuccess < freezeLaunchSuccess;
	if (fail === redshift.launchesFail) return;
	redshift.launchesFail = fail;
	const type = fail ? 'LAUNCHES_FAILED' : 'LAUNCHES_WORKED';
	move(replacementsMachine, redshift.replacements, type, ctx);
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
	parameters: RedshiftParameters,
): void {
	redshift.faultyClusters += parameters.faultsPerSecond;
	if (redshift.replacements.value === 'paused') return;
	if (redshift.replacements.value === 'replacing') {
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
	const {told, output} = redshift;
	const cutOff = staysHigh(told.cutOff, storeErrors, cutOffErrors, cutOffErrors / 2);
	const blocked = staysHigh(
		told.blocked,
		output.clustersStuck,
		blockedClusters,
		blockedClusters / 2,
	);
	if (cutOff && !told.cutOff) {
		say(ctx, 'error', 'queries-cut-off', 'cluster metadata unreadable: queries and changes fail');
	} else if (!cutOff && told.cutOff) {
		say(ctx, 'info', 'queries-resumed', 'cluster metadata readable again');
	}
	if (blocked && !told.blocked) {
		const stuck = `${String(output.clustersStuck)} clusters in modifying, waiting for EC2`;
		say(ctx, 'error', 'replacements-blocked', `node replacement: ${stuck}`);
	} else if (!blocked && told.blocked) {
		say(ctx, 'info', 'replacements-cleared', 'node replacement: backlog worked off');
	}
	told.cutOff = cutOff;
	told.blocked = blocked;
}

function say(ctx: StepContext, level: 'info' | 'error', kind: string, text: string): void {
	ctx.say({source: 'redshift', level, kind, text});
}
