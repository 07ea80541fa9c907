import {assert, beginTrouble, NAME_ELSEWHERE_EMPTY, type StepContext} from '../kernel/index.ts';
import type {Dns} from './dns.types.ts';

/** Where the race of another Region is on the agenda. */
export const ELSEWHERE = 'dns/elsewhere';

/** The slow Enactor of another Region comes to its last step: whoever paused that automation in time has stopped it. */
export function raceElsewhere({automations}: Dns, ctx: StepContext): void {
	const automation = automations.find(({id}) => id === 'dns-automation-elsewhere');
	assert(automation !== undefined, 'the automation of other Regions is in the list');
	if (automation.paused) return;
	beginTrouble(ctx, NAME_ELSEWHERE_EMPTY, {amount: 1});
	const text =
		'us-east-2: the regional name of DynamoDB has no addresses; an older plan was deleted';
	ctx.say({source: 'planner', level: 'error', kind: 'name-elsewhere-empty', text});
}
