import {ADVISED, isMoving, leverOf, leverSetTo, type StepContext} from '../kernel/index.ts';
import type {LaunchesParameters} from './launches.parameters.ts';

type Place = Pick<StepContext, 'now' | 'levers'>;

/** Launches that customers want in another Region instead, and the share of those that they do not get there. */
export type Elsewhere = {readonly goneShare: number; readonly errors: number};

export function elsewhereOf(
	place: Place,
	{movableShare, surgeErrors, elsewhereErrors}: LaunchesParameters,
): Elsewhere {
	const gone = leverOf(place, ADVISED.otherRegion);
	if (gone === 0) return {goneShare: 0, errors: 0};
	const arriving =
		isMoving(place, ADVISED.otherRegion) && leverSetTo(place, ADVISED.otherRegion) > 0;
	return {goneShare: movableShare * gone, errors: arriving ? surgeErrors : elsewhereErrors};
}

/** What is left to launch here, over what usually is: less while customers are gone, more while they come back. */
export function leftHere(place: Place, parameters: LaunchesParameters): number {
	const {goneShare} = elsewhereOf(place, parameters);
	if (goneShare === 0) return 1;
	const returning = leverSetTo(place, ADVISED.otherRegion) === 0 ? parameters.returnSurge : 0;
	return 1 - goneShare + returning;
}
