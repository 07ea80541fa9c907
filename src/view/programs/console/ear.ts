import type {Observation} from '../../../observe/index.ts';
import {happened} from '../../say/happenings.ts';
import {tell} from '../../plain/tell.ts';
import type {Ui} from '../../input/ui.types.ts';

/** Tells what came about, as plain mode does, to somebody who does not see the screen. */
export function createEar(
	first: Observation,
): (observation: Observation, ui: Ui) => readonly string[] {
	let before = first;
	let flashed = '';
	return (observation, {flash}) => {
		const news =
			observation === before ? [] : tell(happened(before, observation), observation).toReversed();
		before = observation;
		const said = flash === null || flash.text === flashed ? [] : [flash.text];
		flashed = flash?.text ?? '';
		return [...said, ...news];
	};
}
