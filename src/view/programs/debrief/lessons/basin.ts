import type {Debrief, Stretch} from '../../../../session/index.ts';

/** Whether work of the droplet managers was dead before it was done, and for how long after what had begun it. */
export type Sustained = {
	readonly trigger: Stretch;
	/** From the first crossing to the last way back; null where it was never crossed for longer than a sample. */
	readonly beyond: Stretch | null;
	/** Seconds beyond the line after the trigger had gone. */
	readonly after: number;
	readonly oldestSeconds: number;
	readonly isOver: boolean;
	/** What was done for the managers before they came back. */
	readonly endedBy: readonly string[];
};

const HELPS = /^(?:gate dwfm \d|restart dwfm|drop dwfm|throttle launches \d)/u;
const ENDS_WITHIN_SECONDS = 3 * 3_600;
const TOLD = 4;

/** Null where the managers had nothing to lose. */
export function sustained(debrief: Debrief): Sustained | null {
	const cut = debrief.night.loops.find(({id}) => id === 'managers');
	const path = debrief.phase.path.filter(({at}) => at >= debrief.from);
	// By then it is dead before it is done, whatever is let in: the line of the picture is that of an open gate.
	const over = path.filter(({age}) => age >= debrief.phase.deadlineSeconds);
	const triggered = cut === undefined ? [] : cut.wrong;
	const [first] = triggered;
	if (first === undefined) return null;
	const trigger = {from: first.from, until: Math.max(...triggered.map(({until}) => until))};
	const [from, last] = [over[0]?.at, over.at(-1)?.at];
	const beyond =
		from === undefined || last === undefined || over.length < 2
			? null
			: {from, until: last + debrief.everySeconds};
	const end = path.at(-1)?.at ?? 0;
	return {
		...{trigger, beyond},
		after: over.filter(({at}) => at >= trigger.until).length * debrief.everySeconds,
		oldestSeconds: Math.max(0, ...over.map(({age}) => age)),
		isOver: last === undefined || last < end,
		endedBy: helped(debrief, beyond ?? trigger),
	};
}

function helped({orders}: Debrief, {until}: Stretch): readonly string[] {
	const words = orders
		.filter(({state, at}) => state === 'done' && at < until && at > until - ENDS_WITHIN_SECONDS)
		.map(each => each.words)
		.filter(each => HELPS.test(each));
	return [...new Set(words)].slice(0, TOLD);
}
