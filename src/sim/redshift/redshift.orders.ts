import {
	done,
	pauseRow,
	resumeRow,
	setPaused,
	weighPause,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {REDSHIFT_PARAMETERS, type RedshiftParameters} from './redshift.parameters.ts';
import type {Redshift} from './redshift.types.ts';

export const REDSHIFT_ORDERS = {
	'pause-warehouse': pauseRow('redshift-replacement', {
		seconds: REDSHIFT_PARAMETERS.holdSeconds.value,
		team: 'redshift',
		what: 'holds the replacement of Redshift nodes: nothing begins, nothing queued goes on',
		risk: 'Nodes that really failed wait too; clusters stuck already stay stuck.',
		touches: 'the replacement of Redshift nodes',
	}),
	'resume-warehouse': resumeRow('redshift-replacement', {
		seconds: REDSHIFT_PARAMETERS.holdSeconds.value,
		team: 'redshift',
		what: 'lets the replacement of Redshift nodes go on',
		risk: 'While launches fail, each replacement that begins is a cluster lost.',
		touches: 'Redshift clusters of customers, whose nodes are replaced',
		danger: 'While launches fail, each cluster that it begins with is lost.',
	}),
} as const satisfies OrderTable;

/** Judges an order to Redshift as it is given. */
export function validateRedshift(
	redshift: Redshift,
	order: Order,
	{parameters}: Setup<RedshiftParameters>,
): Acceptance | Refusal {
	const pausing = order.id === 'pause-warehouse';
	return weighPause(redshift.automations[0]!, pausing, parameters.holdSeconds);
}

/** Carries an order to Redshift out, at the end of its time. */
export function applyRedshift(
	redshift: Redshift,
	order: Order,
	by: string,
	_conditions: Setup<RedshiftParameters>,
	ctx: StepContext,
): Result {
	const pausing = order.id === 'pause-warehouse';
	setPaused(redshift.automations[0]!, pausing, by, ctx);
	const stuck = String(redshift.output.clustersStuck);
	return done(
		pausing
			? `Node replacement is held with ${stuck} clusters stuck.`
			: 'Node replacement goes on.',
	);
}
