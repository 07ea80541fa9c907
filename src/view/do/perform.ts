import {
	isHandover,
	momentMeant,
	NEXT_SECONDS_MAX,
	ORDERS,
	parseOrder,
	readService,
	waitingNote,
	type Note,
	type Problem,
	type Session,
} from '../../session/index.ts';
import {announcedNext} from '../say/due.ts';
import {clockAt, takesWords} from '../say/measure.ts';
import {asksFirst, dangerOf, type Danger} from './danger.ts';
import type {Deed, DeedOf, Doing, Outcome} from './deed.types.ts';
import {may} from './may.ts';
import {snapshotName, snapshotsIn, untilMeant} from './moments.ts';
import {readExpectation} from './read-expectation.ts';
import type {RunTo} from './run-to.types.ts';
import {talkSaid} from './talk-said.ts';

/** Does what can be done now, for whichever face it was said to, and tells what it came to. */
export function perform(doing: Doing, deed: Deed): Outcome {
	const refusal = may(deed, doing);
	if (refusal !== null) return {came: 'refused', ...refusal};
	switch (deed.do) {
		case 'order':
			return isNoteOfServer(doing, deed.text)
				? talk(doing, {do: 'talk', text: deed.text})
				: giveOrder(doing, deed);
		case 'suspect':
			return suspect(doing, deed);
		case 'expect':
			return expect(doing, deed);
		case 'hint':
			return hint(doing);
		case 'talk':
			return talk(doing, deed);
		case 'note':
			return noted(doing, {about: deed.about, text: deed.text}, {about: 'note', said: 'Noted.'});
		// In a room they are for everybody, and for whoever serves the drill to say.
		case 'snapshot':
			if (doing.session.talk === undefined) return snapshot(doing, deed);
			return talk(doing, {do: 'talk', text: `snapshot ${deed.name}`});
		case 'back':
			if (doing.session.talk === undefined) return back(doing, deed);
			return talk(doing, {do: 'talk', text: `back ${deed.to}`});
		case 'confirm':
			return setConfirm(doing, deed);
		case 'probes':
			return setProbes(doing, deed);
		case 'panel':
			return openPanel(doing, deed);
		case 'next':
			return runsToNext(doing, deed.decision ? 'decision' : 'news');
		case 'wait':
			return runs(doing, deed.seconds, 'second');
		case 'until': {
			const until = untilMeant(doing.session.observation, deed.time);
			return typeof until === 'number'
				? runs(doing, until - doing.session.now, 'second')
				: problem(until);
		}
		case 'read':
			return {came: 'shell', said: '', shell: {type: 'read', topic: deed.topic}};
		case 'score':
			return {came: 'shell', said: '', shell: {type: 'score'}};
		case 'quit':
			return {came: 'shell', said: '', shell: {type: 'leave'}};
		default:
			return {came: 'face', deed};
	}
}

function giveOrder(doing: Doing, {text, confirmed}: DeedOf<'order'>): Outcome {
	const {session, by, confirm} = doing;
	const parsed = parseOrder(text);
	if (!parsed.ok) return problem(parsed.problem);
	const danger = dangerOf(text);
	if (danger !== null && confirmed !== true && asksFirst(session.notes, confirm)) {
		return {came: 'asks', said: warning(text, danger), text, danger};
	}
	const wrong = session.attempt(by, text);
	if (wrong !== undefined) return problem(wrong);
	const said = `${text.replace(/\.$/u, '')}. It runs when time does.`;
	return {came: 'queued', said, text, order: session.given, spec: ORDERS[parsed.order.id] ?? null};
}

/** Said to the others; whoever plays alone is told so. */
function talk({session, by}: Doing, {text}: DeedOf<'talk'>): Outcome {
	if (session.hand !== undefined && isHandover(text)) return handOver(session, by, text);
	const wrong =
		session.talk === undefined
			? {message: 'Nobody else is in the room to hear it.', suggestions: []}
			: session.talk(by, text);
	return wrong === undefined
		? {came: 'noted', about: 'talk', said: talkSaid(text)}
		: problem(wrong);
}

/** What is an order of a player is a note of whoever serves the drill. */
function isNoteOfServer({session}: Doing, text: string): boolean {
	const serves = (session.observation.room?.served ?? null) !== null;
	return serves && readService(text)?.ok === true;
}

/** Whoever plays alone leaves a note and the run; the next sitting begins with it. */
function handOver(session: Session, by: string, text: string): Outcome {
	const before = waitingNote(session.notes);
	const wrong = session.hand?.(by, text);
	if (wrong !== undefined) return problem(wrong);
	const after = waitingNote(session.notes);
	if (after === undefined) {
		const said = before === undefined ? 'Added to your note: see panel t.' : 'You have taken over.';
		return {came: 'noted', about: 'talk', said};
	}
	const said = 'Note saved: whoever resumes this run reads it first.';
	return {came: 'shell', said, shell: {type: 'leave'}};
}

function warning(text: string, {spec, why}: Danger): string {
	const risk = spec.risk === '' ? '' : ` Risk: ${spec.risk}`;
	return `${text}. ${why} It ${spec.what}. Takes ${takesWords(spec)}.${risk}`;
}

function suspect(doing: Doing, {suspect: who, confidence, unless}: DeedOf<'suspect'>): Outcome {
	const but = unless === '' ? '' : `, unless ${unless}`;
	const {suspects} = doing.session;
	const said = `You suspect ${suspects[who] ?? who}, ${String(confidence)} % sure${but}.`;
	const note = {about: 'hypothesis', suspect: who, confidence, unless} as const;
	return noted(doing, note, {about: 'suspect', said});
}

function expect(doing: Doing, {text, order = doing.session.given}: DeedOf<'expect'>): Outcome {
	if (order < 1 || order > doing.session.given) {
		return problem({message: `There is no command ${String(order)} yet.`, suggestions: []});
	}
	const read = readExpectation(text);
	const how = read.ok
		? 'will be checked'
		: `kept as text only: ${read.problem.message.replace(/\.$/u, '')}`;
	const said = `Command ${String(order)}: ${text}; ${how}.`;
	const expects = read.ok ? read.expectation : null;
	return noted(
		doing,
		{about: 'prediction', order, expects, text},
		{about: 'expect', said, order, understood: read.ok},
	);
}

function hint(doing: Doing): Outcome {
	const [text] = doing.session.hints();
	if (text === undefined) {
		return {
			came: 'refused',
			code: 'no-hint',
			said: 'There is no hint for this moment. The runbooks are behind `read`, what blocks the win stands in panel Still open.',
		};
	}
	return noted(doing, {about: 'hint', text}, {about: 'hint', said: text, hint: text});
}

function snapshot(doing: Doing, deed: DeedOf<'snapshot'>): Outcome {
	const {observation} = doing.session;
	const name = snapshotName(observation, deed.name);
	const said = `${name}, ${clockAt(observation, observation.now)}. \`back ${name}\` returns here.`;
	return noted(doing, {about: 'snapshot', text: name}, {about: 'snapshot', said, name});
}

function back({session}: Doing, {to}: DeedOf<'back'>): Outcome {
	const {observation} = session;
	const at = momentMeant(snapshotsIn(session.notes), observation, to);
	if (typeof at !== 'number') return problem(at);
	const said = `Back to ${clockAt(observation, at)} PDT, as a new run.`;
	return {came: 'shell', said, shell: {type: 'fork', at}};
}

function setConfirm(doing: Doing, {on}: DeedOf<'confirm'>): Outcome {
	const said = on
		? 'Dangerous commands ask first.'
		: 'Dangerous commands run at once. The journal records this.';
	if (asksFirst(doing.session.notes, doing.confirm) === on) {
		return {came: 'noted', about: 'confirm', said};
	}
	return noted(doing, {about: 'confirm', text: on ? 'on' : 'off'}, {about: 'confirm', said});
}

const PROBES_ON =
	'Probes are on. A few times, unannounced, time stops and the panels go blank for three questions: what is so, what is behind it, what comes next. The debrief answers them; nothing of it is scored. `probes off` ends it.';
const PROBES_OFF = 'Probes are off: nobody asks.';
const ANSWERED = 'Answered: the debrief says what was so. The night goes on.';

function setProbes(doing: Doing, {says}: DeedOf<'probes'>): Outcome {
	if (typeof says !== 'string') {
		return noted(doing, {about: 'probe', answers: says}, {about: 'probes', said: ANSWERED});
	}
	const said = says === 'on' ? PROBES_ON : PROBES_OFF;
	return noted(doing, {about: 'probes', text: says}, {about: 'probes', said});
}

/** What was opened stands in the journal, while there is a run to look at. */
function openPanel({session, by, readOnly}: Doing, {panel}: DeedOf<'panel'>): Outcome {
	if (!readOnly && !session.ended) session.note(by, {about: 'opened', panel});
	return {came: 'noted', about: 'panel', said: ''};
}

/** As far as something may come, and no further than what is known to be due is announced. */
function runsToNext({session}: Doing, to: Exclude<RunTo, 'second'>): Outcome {
	const {now, observation, limit} = session;
	const furthest = now + NEXT_SECONDS_MAX;
	const due = announcedNext(observation, limit, to);
	const run = {came: 'runs', to, from: observation} as const;
	return due === undefined || due.from > furthest
		? {...run, until: furthest}
		: {...run, until: due.from, meets: due};
}

function runs({session}: Doing, seconds: number, to: RunTo): Outcome {
	return {came: 'runs', until: session.now + seconds, to, from: session.observation};
}

type Noted = Omit<Extract<Outcome, {came: 'noted'}>, 'came'>;

function noted({session, by}: Doing, note: Note, told: Noted): Outcome {
	const wrong = session.note(by, note);
	return wrong === undefined ? {came: 'noted', ...told} : problem(wrong);
}

function problem(wrong: Problem): Outcome {
	const near = wrong.suggestions.slice(0, NEAR_MAX).join(', ');
	const said = `${wrong.message}${near === '' ? '' : ` Did you mean: ${near}?`}`;
	return {came: 'problem', said, problem: wrong};
}

const NEAR_MAX = 5;
