import type {Observation} from '../../observe/index.ts';
import type {KeptNote} from '../../session/index.ts';
import {lastTickAt} from './clock-time.ts';
import {clockAt} from '../say/measure.ts';
import {clean} from '../screen/text.ts';
import type {Snapshot} from '../input/ui.types.ts';

/** The seconds that were kept under a name, oldest first. A name that was given twice means the later second. */
export function snapshotsIn(notes: readonly KeptNote[]): readonly Snapshot[] {
	const byName = new Map<string, number>();
	for (const {at, note} of notes) {
		if (note.about !== 'snapshot') continue;
		byName.delete(note.text);
		byName.set(note.text, at);
	}
	return [...byName].map(([name, at]) => ({name, at}));
}

/** What this second is kept under: the name that was given, or its time. */
export function snapshotName(observation: Observation, named: string | undefined): string {
	const name = clean(named ?? '').trim();
	return name === '' ? clockAt(observation, observation.now).slice(0, 5) : name;
}

/** The second that is meant: the last that was kept, one by its name, or a time of day; null where none is. */
export function momentMeant(
	snapshots: readonly Snapshot[],
	observation: Observation,
	wanted?: string,
): number | null {
	if (wanted === undefined) return snapshots.at(-1)?.at ?? null;
	const named = snapshots.find(({name}) => name === clean(wanted).trim());
	return named?.at ?? lastTickAt(observation, wanted);
}
