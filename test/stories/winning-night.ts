import type {Observation} from '../../src/observe/index.ts';
import {advanceToNews, NEXT_SECONDS_MAX, type Suspect} from '../../src/session/index.ts';
import type {PanelId} from '../../src/observe/index.ts';
import {aSession} from './session.builder.ts';

/** One thing that a player does, whatever they do it with. */
export type Act =
	| {readonly order: string; readonly expects?: string}
	| {readonly suspect: Suspect; readonly confidence: number; readonly unless: string}
	| {readonly panel: PanelId}
	/** On to the next event. `clock` is what the console shows there. */
	| {readonly next: true; readonly clock: string};

/** What a player waits for, event by event: what they do next hangs on what they see. */
type Wait = {readonly until: (seen: Observation) => boolean};

const clock = (time: string): Wait => ({until: ({clock: {pdt, date}}) => `${date} ${pdt}` >= time});
const joined = (who: string): Wait => ({
	until: ({teams}) => teams.some(({team, state}) => team === who && state === 'present'),
});
const done = (order: string): Wait => ({
	until: ({orders}) => orders.some(({text, state}) => text === order && state === 'done'),
});

/** A night of October 20 that is won by eyes and events alone: nothing in it asks for a way to wait for a time. */
const PLAN: readonly (Wait | Exclude<Act, {next: true}>)[] = [
	clock('19 Oct 23:50'),
	{panel: 'alerts'},
	{order: 'declare sev-1'},
	{order: 'repoint all rollback'}, // Nobody is there yet to do it: a refusal belongs to the journal too.
	{order: 'break glass access'},
	{order: 'page dynamodb'},
	{order: 'page ec2'},
	{order: 'page nlb'},
	{order: 'page lambda'},
	{order: 'dig regional'},
	done('dig regional'),
	{suspect: 'dns-automation', confidence: 70, unless: 'the zone has addresses'},
	{order: 'page redshift'},
	{order: 'page support'},
	{order: 'show zone regional'},
	done('show zone regional'),
	{order: 'post DynamoDB in us-east-1 cannot be resolved. Everything that needs it is affected.'},
	{order: 'show enactors'},
	joined('dynamodb'),
	{order: 'gate dwfm 4', expects: 'dwfm.queued falls within 60 min'},
	{order: 'throttle launches 100 percent'},
	{order: 'throttle terminations 100 percent'},
	{order: 'pause dns-automation'},
	{order: 'pause dns-automation-elsewhere'},
	// The zone tool keeps its state in DynamoDB: it can be used once AWS's own network answers again.
	{order: 'override regional prod on'},
	{order: 'pause redshift-replacement'},
	{order: 'bypass support on'},
	done('override regional prod on'),
	{order: 'repoint all rollback', expects: 'the name answers again'},
	{order: 'override all prod on'},
	done('repoint all rollback'),
	{order: 'flush resolvers customers'},
	done('flush resolvers customers'),
	{order: 'restore pollers sqs'},
	{order: 'hold registration on'},
	{panel: 'dwfm'},
	clock('20 Oct 02:10'),
	{order: 'throttle launches 190 percent'},
	{order: 'throttle terminations 190 percent'},
	{order: 'override all prod off'},
	clock('20 Oct 03:15'),
	{order: 'throttle launches off'},
	{order: 'throttle terminations off'},
	{order: 'hold registration off'},
	{order: 'resume redshift-replacement'},
	clock('20 Oct 03:40'),
	{order: 'gate dwfm off'},
	{until: ({ended}) => ended !== null},
];

/**
 * What the player does in the end, with an act for each event on the way; played once below every way of
 * playing, so that each of them can be told beforehand what to do, and what its clock shows then.
 */
export function rehearsed(): readonly Act[] {
	const session = aSession();
	return PLAN.flatMap((step): readonly Act[] => {
		if (!('until' in step)) {
			if ('order' in step) session.attempt('you', step.order);
			return [step];
		}
		const acts: Act[] = [];
		while (!session.ended && !step.until(session.observation)) {
			advanceToNews(session, session.now + NEXT_SECONDS_MAX);
			acts.push({next: true, clock: session.observation.clock.pdt});
		}
		return acts;
	});
}
