import {clockAt} from '../measure.ts';
import {momentMeant, withMoment} from '../moments.ts';
import {clean} from '../text.ts';
import type {Answer} from './plain.types.ts';
import {say, type PlainState} from './state.ts';

/** `snapshot`: names this second, to come back to. */
export function keepMoment(state: PlainState, named: string | undefined): Answer {
	const at = state.session.now;
	state.moments = withMoment(state.moments, at, named);
	const name = state.moments.at(-1)?.name ?? '';
	return say(`KEPT: ${name}, ${clockAt(state.observation, at)}. back ${name} comes back to it.`);
}

/** `back`: to the last moment kept, to one by its name, or to a time of day. */
export function goBack(state: PlainState, wanted: string | undefined): Answer {
	const {moments, observation, session} = state;
	const at = momentMeant(moments, observation, wanted);
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
