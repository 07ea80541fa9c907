import {
	done,
	pauseRow,
	refusePause,
	resumeRow,
	rowsFor,
	send,
	setPaused,
	type Result,
	type StepContext,
} from '../kernel/index.ts';
import {replacementsMachine, type ReplacementsEvent} from './redshift.machine.ts';
import {REDSHIFT_PARAMETERS, type RedshiftParameters} from './redshift.parameters.ts';
import type {Redshift} from './redshift.types.ts';

const row = rowsFor<Redshift, RedshiftParameters>({kind: 'do', team: 'redshift', needs: 'tools'});

export const REDSHIFT_ORDERS = {
	'pause-warehouse': row({
		...pauseRow('redshift-replacement', {
			seconds: REDSHIFT_PARAMETERS.holdSeconds.value,
			team: 'redshift',
			what: 'holds Redshift node replacement: nothing starts, nothing queued proceeds',
			risk: 'Nodes that really failed wait too; clusters stuck already stay stuck.',
			touches: 'the replacement of Redshift nodes',
		}),
		moves: ['redshift.stuck', 'redshift.queryErrors', 'redshift.queued'],
		takes: (_redshift, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, true),
		apply: (redshift, _args, by, _setup, ctx) => hold(redshift, true, by, ctx),
	}),
	'resume-warehouse': row({
		...resumeRow('redshift-replacement', {
			seconds: REDSHIFT_PARAMETERS.holdSeconds.value,
			team: 'redshift',
			what: 'resumes Redshift node replacement',
			risk: 'While launches fail, each replacement that starts is a cluster lost.',
			touches: 'Redshift clusters of customers, whose nodes are replaced',
			danger: 'While launches fail, each cluster that it starts on is lost.',
		}),
		moves: ['redshift.stuck', 'redshift.queryErrors', 'redshift.queued'],
		takes: (_redshift, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, false),
		apply: (redshift, _args, by, _setup, ctx) => hold(redshift, false, by, ctx),
	}),
};

function hold(redshift: Redshift, pausing: boolean, by: string, ctx: StepContext): Result {
	const {replacements, launchesFail} = redshift;
	setPaused(redshift.automations[0]!, pausing, by, ctx);
	const event: ReplacementsEvent = pausing ? {type: 'PAUSED'} : {type: 'RESUMED', launchesFail};
	send(replacementsMachine, replacements, event, ctx);
	const stuck = String(redshift.output.clustersStuck);
	return done(
		pausing
			? `Node replacement is held with ${stuck} clusters stuck.`
			: 'Node replacement goes on.',
	);
}
