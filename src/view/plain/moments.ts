import {clockAt} from '../say/measure.ts';
import {momentMeant, snapshotName, snapshotsIn} from '../do/moments.ts';
import {clean} from '../screen/text.ts';
import type {Answer} from './plain.types.ts';
import {say, type PlainState} from './state.ts';

const NO_WAY_BACK = 'This one counts: there is no way back in an exam.';

/** `snapshot`: names this second, to come back to. */
export function keepMoment(state: PlainState, named: string | undefined): Answer {
	if (state.exam) return say(NO_WAY_BACK);
	const {session, observation} = state;
	const name = snapshotName(observation, named);
	const problem = session.note(state.by, {about: 'snapshot', text: name});
	if (problem !== undefined) return say(`NOT KEPT: ${problem.message}`);
	return say(`KEPT: ${name}, ${clockAt(observation, session.now)}. back ${name} comes back to it.`);
}

/** `back`: to the last moment kept, to one by its name, or to a time of day. */
export function goBack(state: PlainState, wanted: string | undefined): Answer {
	if (state.exam) return say(NO_WAY_BACK);
	const {observation, session} = state;
	const kept = snapshotsIn(session.notes);
	const at = momentMeant(kept, observation, wanted);
	if (at === null) {
		const known = kept.map(({name}) => name).join(', ');
		return say(
			wanted === undefined
				? 'No moment has been kept: snapshot keeps one, back 23:50 goes to a time.'
				: `“${clean(wanted)}” is neither a moment that was kept nor a time since the run began.${known === '' ? '' : ` Kept: ${known}.`}`,
		);
	}
	if (at >= session.now) return say('That moment is now.');
	return {
		lines: [`Back to ${clockAt(observation, at)} PDT, in a run of its own.`],
		ask: {type: 'fork', at},
	};
}
