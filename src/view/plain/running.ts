import {advanceToNews} from '../../session/index.ts';
import type {Outcome} from '../do/deed.types.ts';
import {runTo} from '../do/run-to.ts';
import type {Due} from '../say/due.ts';
import {happened} from '../say/happenings.ts';
import {duration} from '../say/measure.ts';
import {probeLines} from './opening.ts';
import type {Answer} from './plain.types.ts';
import {cardOf} from '../say/card.ts';
import {resultLines} from './result.ts';
import {say, type PlainState} from './state.ts';
import {tell, tellTime} from './tell.ts';

/** Lets time run as a deed asked for, and tells what came about. */
export function run(state: PlainState, wanted: Extract<Outcome, {came: 'runs'}>): Answer {
	const {observation} = state;
	const stopped = runTo(state.session, wanted);
	if (wanted.to === 'second' || stopped !== 'until') return settle(state, observation, NOTHING);
	const {meets} = wanted;
	if (meets === undefined) return settle(state, observation, QUIET[wanted.to]);
	const answer = settle(state, observation, '');
	return {...answer, lines: [...answer.lines.filter(line => line !== ''), dueLine(meets)]};
}

const QUIET = {
	second: '',
	news: 'Nothing happened for half an hour; next continues.',
	decision: 'Nothing to decide for half an hour; next decision continues.',
} as const;

/** What is due soon: in the run's own time, as on the screen. */
function dueLine({what, ahead}: Due): string {
	return `DUE: ${what} in ${duration(ahead)}.`;
}

const NOTHING = 'Nothing happened.';

/** A laptop that slept does not owe the drill a night. */
const LIVE_SECONDS_MAX = 0.5;

/** `go`: real seconds pass; it ends by itself at news. */
export function runLive(state: PlainState, seconds: number): Answer {
	const {session, speed, observation} = state;
	if (speed === null) return say();
	state.owed += Math.min(seconds, LIVE_SECONDS_MAX) * speed;
	const whole = Math.floor(state.owed);
	state.owed -= whole;
	if (whole === 0 || advanceToNews(session, session.now + whole) === 'until') return say();
	return settle(state, observation, NOTHING);
}

/** The next line came while time ran by itself. */
export function halt(state: PlainState): Answer {
	return settle(state, state.observation, NOTHING);
}

/** Time is somebody else's: what came about is told with its hour, and nothing where nothing did. */
export function follow(state: PlainState): Answer {
	const {observation: before, session} = state;
	const after = session.observation;
	const happenings = after === before ? [] : happened(before, after);
	state.observation = after;
	if (happenings.length === 0) return say();
	state.happenings = happenings;
	const time = after.now === before.now ? [] : [tellTime(after, 0)];
	return say(...time, ...tell(happenings, after), ...endLines(before, session));
}

/** Time stands still again: what came about since is told, newest first. */
function settle(state: PlainState, before: PlainState['observation'], otherwise: string): Answer {
	state.speed = null;
	state.owed = 0;
	const after = state.session.observation;
	state.observation = after;
	if (after.probe !== undefined) {
		state.beforeProbe ??= before;
		return say(tellTime(after, after.now - before.now), ...probeLines(after));
	}
	state.happenings = happened(before, after);
	const told = tell(state.happenings, after);
	return say(
		tellTime(after, after.now - before.now),
		...(told.length === 0 ? [otherwise] : told),
		...endLines(before, state.session),
	);
}

/** Once a probe is answered, what came about before it is told. */
export function unblank(state: PlainState): readonly string[] {
	const {beforeProbe, session} = state;
	state.observation = session.observation;
	state.beforeProbe = null;
	state.happenings = beforeProbe === null ? [] : happened(beforeProbe, state.observation);
	return tell(state.happenings, state.observation);
}

function endLines(before: PlainState['observation'], session: PlainState['session']) {
	return session.ended && before.ended === null ? resultLines(cardOf(session, {title: ''})) : [];
}
