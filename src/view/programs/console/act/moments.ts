import type {Observation} from '../../../../observe/index.ts';
import {flash} from '../flash.ts';
import {lastTickAt, nextTickAt} from '../../../do/clock-time.ts';
import {clockAt} from '../../../say/measure.ts';
import type {Ui, Update} from '../../../input/ui.types.ts';

const SNAPSHOTS_MAX = 100;

/** Keeps this second under a name; without one, under its time. */
export function keepSnapshot(ui: Ui, name: string, observation: Observation): Update {
	if (ui.stops !== null) return [noWayBack(ui), []];
	const at = observation.now;
	const called = name === '' ? clockAt(observation, at).slice(0, 5) : name;
	const others = ui.snapshots.filter(snapshot => snapshot.name !== called);
	const snapshots = [...others, {at, name: called}].slice(-SNAPSHOTS_MAX);
	const said = `Kept as “${called}”; :back ${called} returns here.`;
	const note = {about: 'snapshot', text: called} as const;
	return [flash({...ui, snapshots}, 'good', said), [{type: 'note', note}]];
}

/** Back to a snapshot by its name, to a time of day, or to the last snapshot. */
export function goBack(ui: Ui, moment: string, observation: Observation): Update {
	if (ui.stops !== null) return [noWayBack(ui), []];
	const at = momentOf(ui, moment, observation);
	if (typeof at === 'string') return [flash(ui, 'bad', at), []];
	return [ui, [{type: 'fork', at}]];
}

function momentOf(ui: Ui, moment: string, observation: Observation): number | string {
	const kept = moment === '' ? ui.snapshots.at(-1) : ui.snapshots.find(({name}) => name === moment);
	if (kept !== undefined) return kept.at;
	if (moment === '') return 'There is no snapshot yet. :back 02:30 goes back to a time.';
	const names = ui.snapshots.map(({name}) => name).join(', ');
	if (nextTickAt(observation, moment) === null) {
		const known = names === '' ? '' : `: ${names}`;
		return `“${moment}” is neither a time nor a snapshot${known}.`;
	}
	return lastTickAt(observation, moment) ?? `This run began after ${moment}.`;
}

function noWayBack(ui: Ui): Ui {
	return flash(ui, 'warn', 'This one counts: there is no way back in an exam.');
}
