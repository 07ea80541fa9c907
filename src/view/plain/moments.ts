import {lastTickAt} from '../clock-time.ts';
import {clockAt} from '../measure.ts';
import {clean} from '../text.ts';
import type {Answer} from './plain.types.ts';
import {say, type PlainState} from './state.ts';

const MOMENTS_MAX = 100;

/** `snapshot`: names this second, to come back to. */
export function keepMoment(state: PlainState, named: string | undefined): Answer {
	const at = state.session.now;
	const name = named === undefined ? `moment-${String(state.moments.length + 1)}` : clean(named);
	const others = state.moments.filter(moment => moment.name !== name);
	state.moments = [...others, {name, at}].slice(-MOMENTS_MAX);
	return say(`KEPT: ${name}, ${clockAt(state.observation, at)}. back ${name} comes back to it.`);
}

/** `back`: to the last moment kept, to one by its name, or to a time of day. */
export function goBack(state: PlainState, wanted: string | undefined): Answer {
	const {moments, observation, session} = state;
	const named =
		wanted === undefined ? moments.at(-1) : moments.find(({name}) => name === clean(wanted));
	const at = named?.at ?? (wanted === undefined ? null : lastTickAt(observation, wanted));
	if (at === null) {
		const known = moments.map(({name}) => name).join(', ');
		return say(
			wanted === undefined
				? 'No moment has been kept: snapshot keeps one, back 23:50 goes to a time.'
				: `“${clean(wanted)}” is neither a moment that was kept nor a time since the run began.${known === '' ? '' : ` Kept: ${known}.`}`,
		);
	}
	if (at >= session.now) return say('That moment is now.');
	return {
		lines: [`Back to ${clockAt(observation, at)} PDT, in a run of its own.`],
		ask: {type: 'fork', at, moments: moments.filter(moment => moment.at <= at)},
	};
}
