import type {Problem, Suspect} from '../../session/index.ts';
import {readExpectation} from '../input/order-card/index.ts';
import {SUSPECTS} from '../../session/index.ts';
import {dangerOf} from '../do/danger.ts';
import {duration} from '../say/measure.ts';
import {clean} from '../screen/text.ts';
import type {Answer} from './plain.types.ts';
import {say, type PlainState} from './state.ts';

/** Gives an order, or asks first where it is dangerous. */
export function giveOrder(state: PlainState, text: string): Answer {
	const danger = state.session.ended || !state.confirm ? null : dangerOf(text);
	if (danger === null) return attempt(state, text);
	const {spec, why, target} = danger;
	state.asking = {text, target};
	return say(
		`DANGER: ${clean(text)}. ${why}`,
		`It ${spec.what}. Takes ${duration(spec.seconds)}.${spec.risk === '' ? '' : ` Risk: ${spec.risk}`}`,
		`Type ${target} to give it. Any other line drops it.`,
	);
}

/** The line after a dangerous order: its target gives it. */
export function answerDanger(state: PlainState, line: string): Answer {
	const {asking} = state;
	state.asking = null;
	if (asking === null) return say();
	if (line.toLowerCase() === asking.target) return attempt(state, asking.text);
	return say(`Not given: ${clean(asking.text)}.`);
}

function attempt(state: PlainState, text: string): Answer {
	const problem = state.session.attempt(state.by, text);
	if (problem !== undefined) return say(problemLine(problem));
	state.given += 1;
	return say(`GIVEN: ${clean(text)}. It is tried when time runs: next.`);
}

/** What was not understood, and what may have been meant. */
export function problemLine({message, suggestions}: Problem): string {
	const near = suggestions.slice(0, 5).map(clean).join(', ');
	return `NOT GIVEN: ${clean(message)}${near === '' ? '' : ` Did you mean: ${near}?`}`;
}

/** `suspect`: what the player thinks is to blame. */
export function suspect(
	state: PlainState,
	{suspect: who, confidence, text}: Readonly<Record<string, string | number>>,
): Answer {
	const name = String(who);
	if (!isSuspect(name)) return say(`NOT NOTED: ${name} is nobody one can suspect.`);
	const unless = text === undefined ? '' : String(text);
	const note = {
		about: 'hypothesis',
		suspect: name,
		confidence: Number(confidence),
		unless,
	} as const;
	const problem = state.session.note(state.by, note);
	if (problem !== undefined) return say(`NOT NOTED: ${problem.message}`);
	return say(`NOTED: you suspect ${SUSPECTS[name]}, ${String(confidence)} % sure.`);
}

function isSuspect(name: string): name is Suspect {
	return Object.hasOwn(SUSPECTS, name);
}

/** `expect`: what the player expects of the last order. */
export function expect(state: PlainState, text: string): Answer {
	if (state.given === 0)
		return say('NOT NOTED: no order has been given of which to expect anything.');
	const read = readExpectation(text);
	const expects = read.ok ? read.expectation : null;
	const note = {about: 'prediction', order: state.given, expects, text} as const;
	const problem = state.session.note(state.by, note);
	if (problem !== undefined) return say(`NOT NOTED: ${problem.message}`);
	const asWords = read.ok ? '' : ` Kept as words only: ${clean(read.problem.message)}`;
	return say(`NOTED for order ${String(state.given)}.${asWords}`);
}

/** `hint`: the first that fits the moment; that it was asked for is noted. */
export function hint(state: PlainState): Answer {
	const [text] = state.session.hints();
	if (text === undefined) return say('There is no hint for this moment.');
	state.session.note(state.by, {about: 'hint', text});
	return say(`HINT: ${clean(text)}`);
}

/** `confirm`: whether dangerous orders ask. Off is for experts, and the journal says so. */
export function setConfirm(state: PlainState, on: boolean): Answer {
	if (!on && state.confirm) state.session.note(state.by, {about: 'confirm', text: 'off'});
	state.confirm = on;
	return say(on ? 'Dangerous orders ask first.' : 'Dangerous orders are given at once.');
}
