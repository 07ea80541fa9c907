import {readRoomWord, type RoomWord} from '../../session/index.ts';

/** What a line to the room comes to, in a sentence, where nothing is wrong with it. */
export function talkSaid(text: string): string {
	const read = readRoomWord(text);
	if (read !== undefined && 'word' in read) return roomWordSaid(read.word);
	const [first = '', second = ''] = text.trim().toLowerCase().split(/\s+/u);
	if (first === 'handover') {
		return second === 'to' ? 'Note sent.' : 'Added to your note: see panel t.';
	}
	return Object.hasOwn(SAID, first) ? (SAID[first] ?? '') : 'Said.';
}

const SAID: Readonly<Record<string, string>> = {
	request: 'Asked: panel t tracks it.',
	ask: 'Asked: panel t tracks it.',
	propose: 'Proposed to all: panel t shows who objects.',
	answer: 'Answered.',
	confirm: 'Confirmed.',
	correct: 'Corrected.',
	decide: 'Decided.',
	report: 'Reported.',
	withdraw: 'Taken back.',
	hold: 'Time is on hold: release-hold resumes it.',
	'release-hold': 'Your hold is released.',
	star: 'Added to the timeline.',
	tag: 'Added to the timeline.',
	remind: 'Reminder set: panel t lists it.',
	lead: 'You have the lead.',
	take: 'You have taken over.',
	inject: 'Injected: panel t lists it.',
	note: 'Noted for the debrief: players do not see it.',
	snapshot: 'Saved: back returns everybody here.',
	back: 'Taking everybody back.',
	'read-back': 'Set, and everybody is told.',
	patience: 'Set, and everybody is told.',
	allow: 'They may take the seat.',
};

function roomWordSaid(word: RoomWord): string {
	if ('pace' in word) {
		return word.pace === 0
			? 'Time is stopped for everybody: pace 4 starts it.'
			: `Time runs at ${String(word.pace)}x for everybody.`;
	}
	if ('release' in word) return `The hold of ${word.release} is released.`;
	return word.look === null ? 'You see everything.' : `You see what ${word.look} sees.`;
}
