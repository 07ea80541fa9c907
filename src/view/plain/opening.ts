import type {Observation} from '../../observe/index.ts';
import {ANSWER_FIRST, READ_NOTE} from '../../session/index.ts';
import {ALLOWED, SCORED} from '../programs/menu/brief.ts';
import {noteFacts} from '../say/facts/handover.ts';
import {probeFacts} from '../say/facts/probe.ts';
import type {PlainSettings} from './plain.types.ts';
import {statusLines} from './status.ts';

const WAITS = 'Time is paused while you type: next runs to the next event, help lists the words.';
const RUNS =
	'The room controls time, and it runs while you type: hold stops it, tell all speaks, help lists the words.';

/** What is said before the first line: the briefing of a run that begins, and how things stand. */
export function openingLines({
	session,
	title,
	role,
	briefing,
	begins,
}: PlainSettings): readonly string[] {
	const [heading, ...text] = paragraphsOf(briefing);
	const card = [
		...(heading === undefined ? [title] : [heading]),
		...(role === '' ? [] : [role]),
		...text.filter(line => line !== 'More'),
		`Scored: ${SCORED}`,
		ALLOWED,
	];
	return [
		...(begins ? card : [title]),
		...waitingNoteLines(session.observation),
		session.talk === undefined ? WAITS : RUNS,
		...statusLines(session.observation),
	];
}

/** The note of the last sitting, which is read before anything else is seen. */
function waitingNoteLines(observation: Observation): readonly string[] {
	const waits = observation.handing?.note?.takenAt === null;
	return waits
		? [READ_NOTE, ...noteFacts(observation).map(({text}) => text)]
		: probeLines(observation);
}

/** The questions that wait, where some do. */
export function probeLines(observation: Observation): readonly string[] {
	const asked = probeFacts(observation).map(({text}) => text);
	return asked.length === 0 ? [] : [ANSWER_FIRST, ...asked];
}

/** A paragraph or an item of a list is a line; marks of Markdown go. */
export function paragraphsOf(briefing: string): readonly string[] {
	return briefing
		.split(/\n\s*\n/u)
		.flatMap(paragraph => (paragraph.startsWith('- ') ? paragraph.split(/\n(?=- )/u) : [paragraph]))
		.map(paragraph => paragraph.replace(/^(#+|-) +/u, '').replaceAll(/`|\*\*/gu, ''))
		.map(line => line.replace(/ {2,}/gu, ' ').trim())
		.filter(line => line !== '');
}
