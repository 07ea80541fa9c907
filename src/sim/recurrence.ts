import {automationsIn} from './automations.ts';
import {applyOrder, assert, tick} from './kernel/index.ts';
import {worldFrom, type WorldCopy} from './snapshot.ts';
import {ORDERS, ownerOf} from './order.ts';
import {SUBSYSTEMS} from './subsystems.ts';
import {planFault} from './world.ts';
import type {ScheduledFault, World} from './world.types.ts';

/** Whoever switches everything on again when nobody is left to do it. */
const BY = 'afterwards';
const SECONDS_MAX = 86_400;

/**
 * The morning after: the Region as a run left it, everything that was switched off switched on again, and
 * trouble that comes once more. Times of the faults count from now. The copy stays as it is.
 */
export function recur(copy: WorldCopy, faults: readonly ScheduledFault[]): World {
	const {settings} = copy;
	const none = {orderDelay: 1, withheld: []};
	const world = worldFrom({
		...copy,
		settings: {
			...settings,
			limit: tick(settings.limit + SECONDS_MAX),
			rules: {...(settings.rules ?? none), judgedElsewhere: true},
		},
	});
	world.ending = null;
	const paused = automationsIn(world).filter(automation => automation.paused);
	for (const {id} of paused) resume(world, id);
	for (const {at, to, fault} of faults) {
		planFault(world.agenda, tick(world.now + 1 + at), to, fault);
	}
	return world;
}

function resume(world: World, automation: string): void {
	const id = Object.keys(ORDERS).find(row => {
		const {forms, blanks} = ORDERS[row]!;
		const blank = blanks['automation'];
		return (
			forms[0] === 'resume <automation>' &&
			blank?.kind === 'word' &&
			blank.words.includes(automation)
		);
	});
	assert(id !== undefined, `${automation} can be resumed`);
	const order = {id, args: {automation}};
	const owner = ownerOf(order);
	assert(owner !== null, `${id} is somebody's order`);
	const {setups: setup, ctx} = world.derived;
	// Neither tools nor people are asked for: it is no part of the run.
	applyOrder(SUBSYSTEMS[owner].orders, world[owner], order, BY, setup[owner], ctx);
}
