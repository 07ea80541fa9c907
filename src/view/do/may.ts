import {ANSWER_FIRST} from '../../session/index.ts';
import type {Deed, Doing, Refusal} from './deed.types.ts';
import {READ_ONLY} from './read-only.ts';

const NO_WAY_BACK = 'This is an exam: there is no going back.';
const NO_SCORE_YET = 'No score until the run ends: it would give away whether you are right.';

/** Deeds that give an order, or say something that the journal keeps. */
const LEAVES_A_MARK: readonly Deed['do'][] = [
	'order',
	'suspect',
	'expect',
	'hint',
	'talk',
	'note',
	'snapshot',
	'confirm',
	'probes',
];

/** Deeds of a run that goes on. What was felt and learned is said after it. */
const WHILE_IT_RUNS: readonly Deed['do'][] = [
	'order',
	'suspect',
	'expect',
	'hint',
	'snapshot',
	'probes',
	'next',
	'wait',
	'until',
	'go',
	'pause',
	'speed',
];

/** Deeds that let time run as far as one player wants, or turn it back. */
const TIME_OF_ONE: readonly Deed['do'][] = ['next', 'wait', 'until', 'go', 'pause', 'speed'];
const PROBED_ALONE = 'Probes are for whoever plays alone: here it would stop time for everybody.';
/** What shows more than the questions, or lets time run. */
const WAITS_FOR_ANSWERS: readonly Deed['do'][] = ['next', 'wait', 'until', 'go', 'hint', 'back'];
const TIME_OF_ALL =
	'The room controls time: hold stops it, release-hold resumes it, pace 8 sets the speed.';

/** What the rules of the run keep from being done now, or null. The same for every face. */
export function may(deed: Deed, {session, exam, readOnly}: Doing): Refusal | null {
	if (readOnly && LEAVES_A_MARK.includes(deed.do)) return {code: 'read-only', said: READ_ONLY};
	if (session.ended && !readOnly && WHILE_IT_RUNS.includes(deed.do)) {
		return {code: 'ended', said: 'The run has ended.'};
	}
	if (session.talk !== undefined && TIME_OF_ONE.includes(deed.do)) {
		return {code: 'room', said: TIME_OF_ALL};
	}
	if (session.talk !== undefined && deed.do === 'probes') {
		return {code: 'room', said: PROBED_ALONE};
	}
	if (WAITS_FOR_ANSWERS.includes(deed.do) && session.observation.probe !== undefined) {
		return {code: 'withheld', said: ANSWER_FIRST};
	}
	if (exam && (deed.do === 'snapshot' || deed.do === 'back')) {
		return {code: 'exam', said: NO_WAY_BACK};
	}
	if (deed.do === 'score' && !session.ended) return {code: 'not-ended', said: NO_SCORE_YET};
	if (deed.do === 'expect' && session.given === 0) {
		return {code: 'no-order', said: 'Nothing to predict yet: no command has been run.'};
	}
	return null;
}
