import {ALARMED, isBad} from '../relive/calm.ts';
import type {Recorder} from '../relive/relive.ts';
import {trueInspection} from '../goals/index.ts';

/** A stretch of a run: its first second, and the first after it. */
export type Span = {readonly from: number; until: number};
export type Spans = Readonly<Record<string, readonly Span[]>>;

/** When something was so, a minute at a time, since the player took over. */
export type Course = {
	/** Metrics that an alarm would have stood on. */
	readonly bad: Spans;
	/** Parts of what wins the level, while they were open. */
	readonly open: Spans;
	/** Teams that were on the call. */
	readonly present: Spans;
	/** Whether the operator was shut out of the tools. */
	readonly shutOut: Spans;
};

const MINUTE = 60;

/** Notes the course of a run, or of one that goes on from another at a second. */
export function courseOf(
	before?: Course,
	from = 0,
): {readonly course: Course; readonly record: Recorder} {
	const [bad, open, present, shutOut] = (['bad', 'open', 'present', 'shutOut'] as const).map(key =>
		notes(before?.[key] ?? {}, from),
	) as [Notes, Notes, Notes, Notes];
	return {
		course: {bad: bad.spans, open: open.spans, present: present.spans, shutOut: shutOut.spans},
		record: ({world, evaluator, evaluation}) => {
			if (world.now % MINUTE !== 0) return;
			const sight = trueInspection(world, evaluation.since, evaluation.memory);
			for (const metric of ALARMED) if (isBad(metric, world)) bad.note(metric, world.now);
			for (const part of evaluator.winParts) if (part.isOpen(sight)) open.note(part.id, world.now);
			for (const {team, state} of world.incidentCall.output.teams)
				if (state === 'present') present.note(team, world.now);
			if (world.identity.output.operator === 'failing') shutOut.note('tools', world.now);
		},
	};
}

type Notes = ReturnType<typeof notes>;

function notes(before: Spans, end: number) {
	const spans: Record<string, Span[]> = Object.fromEntries(
		Object.entries(before).map(([id, all]) => [
			id,
			all
				.filter(({from}) => from <= end)
				.map(({from, until}) => ({from, until: Math.min(until, end + MINUTE)})),
		]),
	);
	return {
		spans,
		note(id: string, now: number) {
			const last = spans[id]?.at(-1);
			if (last?.until === now) last.until = now + MINUTE;
			else (spans[id] ??= []).push({from: now, until: now + MINUTE});
		},
	};
}

/** Whether it was so in the last full minute by then. */
export function wasSo(spans: Spans, id: string, at: number): boolean {
	return (spans[id] ?? []).some(({from, until}) => from <= at && at < until);
}
