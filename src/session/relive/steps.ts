import {assert} from '../../sim/index.ts';
import {BY, type Step} from './change.ts';
import {giveWords, type Source} from './source.ts';
import {TRACES, type Trace} from './traces.ts';

/** How often somebody who follows steps looks. */
const GLANCE_SECONDS = 60;

/** Takes steps one after the other, each once it has held for its minutes; nobody looks before `from`. */
export function stepSource(steps: readonly Step[], from: number): Source {
	const watched = steps.map(step => ({...step, read: readerOf(step)}));
	let next = 0;
	let heldFor = 0;
	return {
		end: Infinity,
		meet({world}, give) {
			const step = watched[next];
			if (step === undefined || world.now < from || world.now % GLANCE_SECONDS !== 0) return null;
			heldFor = step.read(world) < step.below ? heldFor + 1 : 0;
			if (heldFor <= step.minutes) return null;
			heldFor = 0;
			next++;
			for (const words of step.words) giveWords(give, {by: BY, words});
			return null;
		},
	};
}

function readerOf({trace}: Step): Trace['read'] {
	const found = TRACES.find(({id}) => id === trace);
	assert(found !== undefined, `${trace} is traced`);
	return found.read;
}
