import type {World} from '../../sim/index.ts';
import {areCalm, isBad} from './calm.ts';
import type {PlannedOrder} from '../order-file.ts';
import {BY, type Step} from './change.ts';
import {giveWords, type Source} from './source.ts';

/** Somebody who follows steps looks once a minute, and orders on the full one. */
const GLANCE_SECONDS = 60;

/** Steps as they were taken: orders with their times, which say all of it. */
export type Steps = Source & {readonly given: readonly PlannedOrder[]};

/** Follows several lines of steps at once, each step once what it waits for has held; nobody looks before `from`. */
export function stepSource(plans: readonly (readonly Step[])[], from: number): Steps {
	const lines = plans.map(steps => ({steps, next: 0, heldFor: 0}));
	const given: PlannedOrder[] = [];
	return {
		end: Infinity,
		given,
		meet({world}, give, until) {
			const at = world.now + 1;
			if (world.now >= until || at < from || at % GLANCE_SECONDS !== 0) return null;
			for (const line of lines) {
				const step = line.steps[line.next];
				if (step === undefined) continue;
				line.heldFor = isReady(step, world) ? line.heldFor + 1 : 0;
				if (line.heldFor <= step.minutes) continue;
				line.heldFor = 0;
				line.next++;
				for (const words of step.words) {
					given.push({at, words});
					giveWords(give, {by: BY, words});
				}
			}
			return null;
		},
	};
}

function isReady({team, bad, calm}: Step, world: World): boolean {
	const {teams} = world.incidentCall.output;
	const isThere =
		team === null || teams.some(each => each.team === team && each.state === 'present');
	if (!isThere || world.identity.output.operator === 'failing') return false;
	return (bad.length === 0 || bad.some(metric => isBad(metric, world))) && areCalm(calm, world);
}
