import {valueAt} from '../../sim/index.ts';
import type {RoomNote} from '../talk/index.ts';

/** A stretch for which somebody called, in real milliseconds of the room. */
export type Hold = {
	readonly at: number;
	readonly by: string;
	readonly from: number;
	/** Where its journal ends, if nobody let it go. */
	readonly until: number;
};

/** Real time of a room. What passes while somebody holds is nobody's delay. */
export type RoomTime = {
	readonly holds: readonly Hold[];
	readonly lastMs: number;
	/** Real milliseconds without holds, of a moment in real milliseconds. */
	active(ms: number): number;
	/** The same of a second of the night: what happened beside it in the journal tells. */
	activeAt(second: number): number;
};

export function roomTimeOf(notes: readonly RoomNote[]): RoomTime {
	const lastMs = notes.reduce((most, {ms}) => Math.max(most, ms), 0);
	const holds = holdsIn(notes, lastMs);
	const stood = merged(holds);
	const active = (ms: number) =>
		stood.reduce((left, {from, until}) => left - Math.max(0, Math.min(ms, until) - from), ms);
	const points = notes.map(({at, ms}) => ({at, ms: active(ms)}));
	return {holds, lastMs, active, activeAt: second => between(points, second)};
}

function holdsIn(notes: readonly RoomNote[], lastMs: number): readonly Hold[] {
	return notes.flatMap(({at, by, ms, event}, index) => {
		if (event.kind !== 'held') return [];
		const released = notes
			.slice(index)
			.find(note => note.by === by && note.event.kind === 'released');
		return [{at, by, from: ms, until: released?.ms ?? lastMs}];
	});
}

function merged(
	holds: readonly Hold[],
): readonly {readonly from: number; readonly until: number}[] {
	const spans: {from: number; until: number}[] = [];
	for (const {from, until} of holds.toSorted((a, b) => a.from - b.from)) {
		const last = spans.at(-1);
		if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
		else spans.push({from, until});
	}
	return spans;
}

type Point = {readonly at: number; readonly ms: number};

/** Between two things that happened time passes evenly, and after the last as before it. */
function between(points: readonly Point[], second: number): number {
	const after = points.findIndex(({at}) => at >= second);
	if (after === 0) return valueAt(points, 0).ms;
	const last = after === -1 ? points.length - 1 : after;
	const other = points[last];
	const one = points.slice(0, last).findLast(({at}) => at < (other?.at ?? 0));
	if (other === undefined || one === undefined) return other?.ms ?? 0;
	return one.ms + ((other.ms - one.ms) * (second - one.at)) / (other.at - one.at);
}
