import type {PlanRow} from '../observe/index.ts';
import type {PlannedInject, Room, RoomEvent} from '../session/index.ts';

/** A plan of a session while it is served: its injects, and which of their conditions are so now. */
export type PlanServed = {
	readonly injects: readonly PlannedInject[];
	readonly holds: () => readonly boolean[];
};

export const NO_PLAN: PlanServed = {injects: [], holds: () => []};

type Moment = {readonly now: number; readonly ended: boolean};

/** What of the plan comes about in this second. Each inject comes once, whatever is so later. */
export function planDue(
	{injects, holds}: PlanServed,
	room: Room,
	now: number,
): readonly RoomEvent[] {
	if (injects.length === 0) return [];
	const isSo = holds();
	return injects.flatMap(({inject, deed, notAfter}, index): readonly RoomEvent[] => {
		const planned = index + 1;
		const isOver = isGiven(room, planned) || (notAfter !== null && now > notAfter);
		if (isOver || isSo[index] !== true) return [];
		return [{kind: 'injected', name: inject, deed, planned}];
	});
}

/** The place in the plan that an inject takes which is given by hand, before its time: it does not come again. */
export function nextPlanned(
	{injects}: PlanServed,
	room: Room,
	name: string,
	now: number,
): {readonly planned?: number} {
	const at = injects.findIndex(
		({inject, notAfter}, index) =>
			inject === name &&
			stateOf(isGiven(room, index + 1), notAfter, {now, ended: false}) === 'waits',
	);
	return at < 0 ? {} : {planned: at + 1};
}

/** The plan as whoever serves the drill sees it. */
export function planSeen({injects}: PlanServed, room: Room, moment: Moment): readonly PlanRow[] {
	return injects.map(({inject, whenSaid, notAfter, expects}, index) => ({
		...{inject, when: whenSaid, expects},
		state: stateOf(isGiven(room, index + 1), notAfter, moment),
	}));
}

function stateOf(given: boolean, notAfter: number | null, {now, ended}: Moment): PlanRow['state'] {
	if (given) return 'given';
	if (notAfter !== null && now > notAfter) return 'dropped';
	return ended ? 'never' : 'waits';
}

function isGiven({injected}: Room, planned: number): boolean {
	return injected.some(each => each.planned === planned);
}
