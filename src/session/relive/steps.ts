import {assert, type World} from '../../sim/index.ts';
import type {Step} from '../debrief/debrief.types.ts';
import {TRACES, type Trace} from './traces.ts';

/** How often somebody who follows steps looks. */
const GLANCE_SECONDS = 60;

/** Takes steps one after the other; asked each second, answers with the orders to give now. */
export function stepper(steps: readonly Step[], from: number): (world: World) => readonly string[] {
	const watched = steps.map(step => ({...step, read: readerOf(step)}));
	let next = 0;
	let heldFor = 0;
	return world => {
		const step = watched[next];
		if (step === undefined || world.now < from || world.now % GLANCE_SECONDS !== 0) return [];
		heldFor = step.read(world) < step.below ? heldFor + 1 : 0;
		if (heldFor <= step.minutes) return [];
		heldFor = 0;
		next++;
		return step.words;
	};
}

function readerOf({trace}: Step): Trace['read'] {
	const found = TRACES.find(({id}) => id === trace);
	assert(found !== undefined, `${trace} is traced`);
	return found.read;
}
