import type {Clock, Level} from '../../level/index.ts';
import {currentName, hashes, WORLD, type World} from '../../sim/index.ts';
import type {EndLine, Journal, MarkLine} from '../journal.types.ts';
import {otherLevel, otherWorld} from './other-versions.ts';
import type {Problem} from '../session.types.ts';
import {falseClaim} from '../verify.ts';

/** Where a replay first left its journal. */
export type Divergence = {
	readonly at: number;
	/** The first subsystem, in causal order, that is not what the journal says. */
	readonly subsystem: string;
	readonly recorded: string;
	readonly replayed: string;
};

/** A run that is not what its journal says: nobody shows, scores or tells any of it. */
export function strayed({at, subsystem, recorded, replayed}: Divergence, clock: Clock): Problem {
	return problem(
		`It does not replay as recorded, from tick ${String(at)} (${clock.at(at)} PDT) in ${subsystem}: recorded ${recorded}, replayed ${replayed}.`,
	);
}

/** What a run that ends before its journal does is told by. */
export function endedEarly({now}: World): Divergence {
	return {at: now, subsystem: 'end', recorded: 'goes on', replayed: 'ended'};
}

/** How a world differs from what a journal noted of that second; null where it does not. */
export function differenceAt(
	line: MarkLine | EndLine,
	journal: Journal,
	world: World,
): Divergence | null {
	return line.kind === 'mark' ? compareMark(line, world) : compareEnd(line, journal, world);
}

/** Why a journal cannot be lived again in this world and under this level, if it cannot. */
export function refusalOf(
	level: Level,
	journal: Journal,
	options: {readonly game: string},
): Problem | undefined {
	const {begin} = journal;
	if (begin.world !== WORLD) return problem(otherWorld(begin));
	if (begin.level !== level.id) {
		return problem(`The journal is of level ${begin.level}, not of ${level.id}.`);
	}
	if (begin.levelHash !== level.hash) {
		return problem(otherLevel(level, begin, options.game));
	}
	return undefined;
}

function compareMark({at, hashes: recorded}: MarkLine, world: World): Divergence | null {
	const replayed = hashes(world);
	const names = [...new Set([...Object.keys(replayed), ...Object.keys(recorded)])];
	for (const subsystem of names) {
		const [was, is] = [recorded[subsystem] ?? 'absent', replayed[subsystem] ?? 'absent'];
		if (was !== is) return {at, subsystem: currentName(subsystem), recorded: was, replayed: is};
	}
	return null;
}

function compareEnd(end: EndLine, journal: Journal, world: World): Divergence | null {
	const found = falseClaim(end, journal, world);
	if (found === null) return null;
	const {claim, recorded, replayed} = found;
	return {at: end.at, subsystem: claim, recorded, replayed};
}

function problem(message: string): Problem {
	return {message, suggestions: []};
}
