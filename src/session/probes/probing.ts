import type {Level} from '../../level/index.ts';
import {withNothing, type Observation} from '../../observe/index.ts';
import {randomStreams} from '../../sim/index.ts';
import type {KeptNote, Note} from '../notes.types.ts';
import {relive, type Recorder} from '../relive/relive.ts';
import {NOBODY} from '../relive/source.ts';
import type {Run} from '../run.ts';
import type {Problem} from '../session.types.ts';
import {NOT_PROBED, probedBy} from './probing-state.ts';
import {questionsAt} from './questions.ts';

/** A night has so many at most, spread over its time. */
const PROBES_MAX = 4;

/** The second of the next probe after this one; Infinity where there is none. The player does not know it. */
export function nextProbeAfter({takeover, limit}: Level, seed: string, now: number): number {
	const stretch = (limit - takeover) / (PROBES_MAX + 1);
	const luck = randomStreams(seed);
	for (let n = 1; n <= PROBES_MAX; n++) {
		const at = takeover + Math.floor(stretch * (n + luck('probes', n).unit()));
		if (at > now && at < limit) return at;
	}
	return Infinity;
}

/** Whose name a probe carries in the journal, and what stands there. */
export const ASKS = 'probe';
export const ASKED: Note = {about: 'probe', answers: null};

export const ANSWER_FIRST =
	'Three questions are waiting in panel t. Answer them in order, as in probes a c -, with - for what you do not know.';

/** The probes of a run that is played. */
export function createProbing(level: Level, seed: string, before: readonly KeptNote[]) {
	let probing = before.reduce(probedBy, NOT_PROBED);
	return {
		get asked() {
			return probing.asked;
		},
		hear(kept: KeptNote): void {
			probing = probedBy(probing, kept);
		},
		/** Why no order can be given now, if none can. */
		unanswered(): Problem | undefined {
			return probing.waits ? {message: ANSWER_FIRST, suggestions: []} : undefined;
		},
		/** Lets seconds pass, as far as probes let them; true where one asks now. */
		pass(run: Run, seconds: number, recorders: readonly Recorder[]): boolean {
			const {world} = run;
			const due = probing.on ? nextProbeAfter(level, seed, world.now) : Infinity;
			const until = probing.waits ? world.now : Math.min(world.now + seconds, due);
			relive(run, NOBODY, {until, recorders});
			return !probing.waits && world.now === due && world.ending === null;
		},
		/** What can be seen: while questions wait, nothing else. */
		seen(observation: Observation, run: Run): Observation {
			if (probing.asked === 0) return observation;
			const news = observation.news + probing.asked;
			const blank = probing.waits && observation.ended === null;
			return {...(blank ? withProbe(observation, run) : observation), news};
		},
	};
}

function withProbe(seen: Observation, run: Run): Observation {
	const questions = questionsAt(run).map(({ask, options}) => ({ask, options}));
	return {...withNothing(seen), probe: {at: run.world.now, questions}};
}
