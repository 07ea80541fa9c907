import type {Level} from '../../level/index.ts';
import {HARM_PARTS, harmOf, type World} from '../../sim/index.ts';
import type {Journal} from '../journal.types.ts';
import {notesIn, startReplay, type Refused} from '../relive/replay.ts';
import {resultOf} from '../result.ts';
import type {OpenOptions} from '../session.ts';
import type {Minute, ReplayedRun} from './replayed-run.types.ts';
import {sufferingOf} from './suffering.ts';

const MINUTE = 60;

/** Scores are never believed: the run is lived again, with somebody taking minutes. */
export function replayForScore(
	level: Level,
	journal: Journal,
	options: OpenOptions,
): {readonly ok: true; readonly replayed: ReplayedRun} | Refused {
	const started = startReplay(level, journal, {...options, observed: false});
	if (!started.ok) return started;
	const {run} = started;
	const {world} = run;
	const from = world.now as number;
	const minutes = [minuteOf(world)];
	const brokenPromises: number[] = [];
	let broken = world.incidentCall.output.promisesBroken;
	const strays = started.relive(Infinity, [
		() => {
			if (world.incidentCall.output.promisesBroken > broken) brokenPromises.push(world.now);
			broken = world.incidentCall.output.promisesBroken;
			if (world.now % MINUTE === 0) minutes.push(minuteOf(world));
		},
	]);
	if (strays !== null) return strays;
	minutes.push(minuteOf(world));
	const result = resultOf(run, options.game);
	const notes = notesIn(journal);
	return {ok: true, replayed: {level, run, result, from, minutes, brokenPromises, notes}};
}

function minuteOf(world: World): Minute {
	const {total, parts} = harmOf(world);
	return {
		at: world.now,
		harm: total,
		parts: HARM_PARTS.map(({id}) => parts[id] ?? 0),
		suffering: sufferingOf(world),
	};
}
