import type {EndedRun, Entry, Profile, Review} from '../play/kept/index.ts';
import {copyWhole, diskTrouble, shownPath} from './disk/index.ts';
import {addToProfile, profileFile, readProfile} from './profile-log.ts';
import {asideOf} from './settings-file.ts';

const NOTHING: Profile = {
	achievements: {runsEnded: 0, runsWon: 0, leastHarm: {}},
	ends: new Set(),
	from: new Set(),
	commitment: '',
	reviews: [],
	damaged: 0,
	known: 0,
};

/** The profile, as far as it can be read: whatever is noted next says what is wrong with it. */
export function profileOf(state: string): Profile {
	try {
		return readProfile(state);
	} catch {
		return NOTHING;
	}
}

/**
 * Notes a run that ended. Says in a sentence what went wrong, if anything did: the journals are elsewhere, so
 * nothing here is worth stopping for. `onDisk` are the runs to count again where the profile is damaged or gone.
 */
export function noteEndedRun(
	state: string,
	run: EndedRun,
	onDisk: () => readonly EndedRun[],
	time: Date,
): string | undefined {
	return note(state, [{kind: 'run', ...run}], onDisk, time);
}

/** Keeps what the player means to do differently, until the next one. */
export function noteCommitment(state: string, text: string, time: Date): string | undefined {
	return note(state, [{kind: 'commitment', text}], () => [], time);
}

/** Keeps decisions to come back to; those that are known keep their tries. */
export function noteDrills(
	state: string,
	drills: readonly Review['drill'][],
	day: number,
	time: Date,
): string | undefined {
	if (drills.length === 0) return undefined;
	return note(state, [{kind: 'drills', drills, day}], () => [], time);
}

/** Keeps how a decision was taken this time. */
export function noteTry(
	state: string,
	tried: {readonly drill: string; readonly day: number; readonly success: boolean},
	time: Date,
): string | undefined {
	return note(state, [{kind: 'tried', ...tried}], () => [], time);
}

export function note(
	state: string,
	entries: readonly Entry[],
	onDisk: () => readonly EndedRun[],
	time: Date,
): string | undefined {
	try {
		const mended = mend(state, onDisk, time);
		addToProfile(state, entries);
		return mended;
	} catch (error) {
		return `The profile could not be written: ${diskTrouble(error)}.`;
	}
}

/**
 * Keeps a copy of a profile in which something cannot be read, and counts the runs on disk that it may have
 * forgotten. What can be read stays where it is.
 */
function mend(state: string, onDisk: () => readonly EndedRun[], time: Date): string | undefined {
	const {damaged, known} = readProfile(state);
	if (damaged === 0) return undefined;
	const aside = asideOf(state, 'profile.damaged', '.jsonl', time);
	copyWhole(profileFile(state), aside);
	const runs = onDisk().map((run): Entry => ({kind: 'run', ...run}));
	addToProfile(state, [...runs, {kind: 'damage', lines: known + damaged}]);
	const lines = damaged === 1 ? 'One line' : `${String(damaged)} lines`;
	return `${lines} of the profile cannot be read. A copy is kept as ${shownPath(aside)}; the rest holds, and the runs on disk are counted.`;
}
