import type {Level} from '../../level/index.ts';
import {HARM_PARTS, harmOf, type World} from '../../sim/index.ts';
import {follow, startCourse, type Divergence} from '../relive/replay-cursor.ts';
import type {Journal} from '../journal.types.ts';
import type {KeptNote} from '../notes.types.ts';
import {notesIn} from '../relive/replay.ts';
import {resultOf} from '../result.ts';
import type {Run} from '../run.ts';
import type {OpenOptions} from '../session.ts';
import type {Problem, RunResult} from '../session.types.ts';
import {sufferingOf, type Suffering} from './suffering.ts';

/** Harm so far, and who was suffering, at the end of a minute. */
export type Minute = {
	readonly at: number;
	readonly harm: number;
	/** Weighted harm so far by kind, in the order of HARM_PARTS. */
	readonly parts: readonly number[];
	readonly suffering: Suffering;
};

/** A run lived once more, with what a score asks about. */
export type Relived = {
	readonly level: Level;
	readonly run: Run;
	readonly result: RunResult;
	/** The second in which the player took over. */
	readonly from: number;
	readonly minutes: readonly Minute[];
	/** Seconds in which a promised update did not come. */
	readonly brokenPromises: readonly number[];
	readonly notes: readonly KeptNote[];
	readonly divergence: Divergence | null;
};

const MINUTE = 60;

/** Scores are never believed: the run is lived again, with somebody taking minutes. */
export function relive(
	level: Level,
	journal: Journal,
	options: OpenOptions,
):
	{readonly ok: true; readonly relived: Relived} | {readonly ok: false; readonly problem: Problem} {
	const started = startCourse(level, journal, {...options, observed: false});
	if (!started.ok) return started;
	const {course} = started;
	const {run} = course;
	const {world} = run;
	const from = world.now as number;
	const minutes = [minuteOf(world)];
	const brokenPromises: number[] = [];
	let divergence: Divergence | null = null;
	while (divergence === null && world.ending === null && world.now < journal.reached) {
		const broken = world.incidentCall.output.promisesBroken;
		divergence = follow(course, journal, world.now + 1);
		if (world.incidentCall.output.promisesBroken > broken) brokenPromises.push(world.now);
		if (world.now % MINUTE === 0) minutes.push(minuteOf(world));
	}
	// What the journal says of its last second is held to as well.
	divergence ??= follow(course, journal);
	minutes.push(minuteOf(world));
	const result = resultOf(run, options.game);
	const notes = notesIn(journal);
	return {
		ok: true,
		relived: {level, run, result, from, minutes, brokenPromises, notes, divergence},
	};
}

function minuteOf(world: World): Minute {
	const {total, parts} = harmOf(world);
	return {
		at: world.now,
		harm: total,
		parts: HARM_PARTS.map(({id, weight}) => weight * (parts[id] ?? 0)),
		suffering: sufferingOf(world),
	};
}
