import type {Observation} from '../../observe/index.ts';
import {isOld} from './fact.ts';
import {age, clockAt} from './measure.ts';

/** Of when something is that is so many seconds old: `as of 23:51, 13m old`. */
export function whenOf(observation: Observation, seconds: number): string {
	const at = `as of ${clockAt(observation, observation.now - seconds).slice(0, 5)}`;
	return isOld({age: seconds}) ? `${at}, ${age(seconds)} old` : at;
}
