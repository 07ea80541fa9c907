import {cleanText, SUSPECTS, wordsLike} from '../level/index.ts';
import type {KeptNote, Note} from './notes.types.ts';
import {NOT_PROBED, probedBy} from './probes/probing-state.ts';
import type {Problem} from './session.types.ts';
import type {RoomEvent} from './talk/room-event.types.ts';

export const NOTE_LENGTH_MAX = 2_000;
export const NOTE_WORD_LENGTH_MAX = 64;
const NOTES_MAX = 5_000;
/** A dozen people who talk for two hours say more than one who keeps notes. */
const ROOM_NOTES_MAX = 40_000;
/** The same panel opened again within a minute says nothing new. */
const OPENED_EVERY_SECONDS = 60;
const AFTER_THE_END: readonly Note['about'][] = ['felt', 'story', 'commitment'];
/** In a room people go on talking, come and go; nothing of it reaches the night. */
const TALK_AFTER_THE_END: readonly RoomEvent['kind'][] = ['sat', 'view', 'said', 'noted'];

export type WeighedNote =
	| {readonly as: 'kept'; readonly note: Note}
	/** It is known already. */
	| {readonly as: 'known'}
	| {readonly as: 'problem'; readonly problem: Problem};

/** Whether a note belongs into the journal now, and in which words. */
export function weighNote(
	note: Note,
	kept: readonly KeptNote[],
	{
		now,
		ended,
		full = false,
		suspects = Object.keys(SUSPECTS),
	}: {
		readonly now: number;
		readonly ended: boolean;
		readonly full?: boolean;
		/** Whom a hypothesis may name. */
		readonly suspects?: readonly string[];
	},
): WeighedNote {
	if (ended && !mayFollowTheEnd(note)) return problem('The run has ended.');
	if (kept.length >= (note.about === 'room' ? ROOM_NOTES_MAX : NOTES_MAX) || full)
		return problem('The journal has no room for more notes.');
	const cleaned = cleanNote(note);
	if (cleaned.about === 'hypothesis' && !(cleaned.confidence >= 50 && cleaned.confidence <= 100)) {
		return problem('Confidence lies between 50 and 100 per cent.');
	}
	if (cleaned.about === 'hypothesis' && !suspects.includes(cleaned.suspect)) {
		const message = `There is no suspect “${cleanText(cleaned.suspect)}” here.`;
		return {as: 'problem', problem: {message, suggestions: wordsLike(cleaned.suspect, suspects)}};
	}
	if (cleaned.about === 'paused' && !(cleaned.seconds >= 0 && cleaned.seconds <= 1e9)) {
		return problem('A pause lasts some seconds.');
	}
	if (
		cleaned.about === 'probe' &&
		cleaned.answers !== null &&
		!kept.reduce(probedBy, NOT_PROBED).waits
	) {
		return problem('No question is waiting.');
	}
	if (cleaned.about === 'opened' && openedLately(cleaned.panel, kept, now)) return {as: 'known'};
	return {as: 'kept', note: cleaned};
}

/** Whether a note is of the kind that is made when all is over. */
export function mayFollowTheEnd(note: Note): boolean {
	if (note.about === 'room') return TALK_AFTER_THE_END.includes(note.event.kind);
	return AFTER_THE_END.includes(note.about);
}

function openedLately(panel: string, kept: readonly KeptNote[], now: number): boolean {
	const last = kept.findLast(({note}) => note.about === 'opened' && note.panel === panel);
	return last !== undefined && now - last.at < OPENED_EVERY_SECONDS;
}

/** The note in printable characters, cut to its limits, with whole numbers. */
function cleanNote(note: Note): Note {
	switch (note.about) {
		case 'hypothesis':
			return {...note, confidence: Math.round(note.confidence), unless: words(note.unless)};
		case 'prediction':
			return {...note, text: words(note.text)};
		case 'opened':
			return {...note, panel: cleanText(note.panel).slice(0, NOTE_WORD_LENGTH_MAX)};
		case 'probe':
			return note;
		case 'paused':
			return {...note, seconds: Math.round(note.seconds)};
		case 'room':
			return {...note, ms: Math.round(note.ms)};
		default:
			return {...note, text: words(note.text)};
	}
}

function words(text: string): string {
	return cleanText(text.replaceAll(/\s+/g, ' ')).trim().slice(0, NOTE_LENGTH_MAX);
}

function problem(message: string): WeighedNote {
	return {as: 'problem', problem: {message, suggestions: []}};
}
