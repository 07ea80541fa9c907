import type {KeptNote} from '../../../session/index.ts';
import type {Hypothesis, Stops, Ui} from '../../input/ui.types.ts';

/** The screen of a run that is gone on with: what its player said before still stands. */
export function recalled(ui: Ui, notes: readonly KeptNote[]): Ui {
	return {
		...ui,
		hypothesis: hypothesisIn(notes),
		stops: ui.stops === null ? null : stopsIn(notes),
	};
}

function hypothesisIn(notes: readonly KeptNote[]): Hypothesis | null {
	const last = notes.findLast(({note}) => note.about === 'hypothesis')?.note;
	if (last?.about !== 'hypothesis') return null;
	const {suspect, confidence, unless} = last;
	return {suspect, confidence, unless};
}

function stopsIn(notes: readonly KeptNote[]): Stops {
	const stops = notes.flatMap(({note}) => (note.about === 'paused' ? [note.seconds] : []));
	return {count: stops.length, seconds: stops.reduce((sum, each) => sum + each, 0)};
}
