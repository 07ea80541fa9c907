import type {KeptNote} from '../notes.types.ts';

/** Whether a note turns probes on or off, asks, or answers: what of it holds after those so far. */
export type Probing = {
	readonly on: boolean;
	/** Whether one waits for its answers. */
	readonly waits: boolean;
	/** How many there were. */
	readonly asked: number;
};

export const NOT_PROBED: Probing = {on: false, waits: false, asked: 0};

export function probedBy(probing: Probing, {note}: Pick<KeptNote, 'note'>): Probing {
	if (note.about === 'probes') return {...probing, on: note.text === 'on'};
	if (note.about !== 'probe') return probing;
	if (note.answers !== null) return {...probing, waits: false};
	return {...probing, waits: true, asked: probing.asked + 1};
}
