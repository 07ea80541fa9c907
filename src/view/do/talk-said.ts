import {readRoomWord, type RoomWord} from '../../session/index.ts';

/** What a line to the room comes to, in a sentence, where nothing is wrong with it. */
export function talkSaid(text: string): string {
	const read = readRoomWord(text);
	if (read !== undefined && 'word' in read) return roomWordSaid(read.word);
	const [first = '', second = ''] = text.trim().toLowerCase().split(/\s+/u);
	if (first === 'handover') {
		return second === 'to'
			? 'The note is on its way.'
			: 'It stands in your note: panel t shows it.';
	}
	return Object.hasOwn(SAID, first) ? (SAID[first] ?? '') : 'Said.';
}

const SAID: Readonly<Record<string, string>> = {
	request: 'Asked: panel t shows what comes of it.',
	ask: 'Asked: panel t shows what comes of it.',
	propose: 'Proposed to all: panel t shows who objects.',
	answer: 'Answered.',
	confirm: 'Confirmed.',
	correct: 'Corrected.',
	decide: 'Decided.',
	report: 'Reported.',
	withdraw: 'Taken back.',
	hold: 'You hold: release-hold lets time run again.',
	'release-hold': 'You hold no more.',
	star: 'It stands on the timeline.',
	tag: 'It stands on the timeline.',
	remind: 'You are reminded: panel t lists it.',
	lead: 'You lead.',
	take: 'You have taken over.',
	inject: 'Injected: panel t lists it.',
	note: 'Noted for afterwards: no player sees it.',
	snapshot: 'Kept: back takes everybody here again.',
	back: 'Everybody is on the way back.',
	'read-back': 'Set, and everybody is told.',
	patience: 'Set, and everybody is told.',
	allow: 'They may sit down.',
};

function roomWordSaid(word: RoomWord): string {
	if ('pace' in word) {
		return word.pace === 0
			? 'Time stands for everybody: pace 4 lets it run.'
			: `Time runs at ${String(word.pace)}x for everybody.`;
	}
	if ('release' in word) return `What ${word.release} holds is let go.`;
	return word.look === null ? 'You see everything.' : `You see what ${word.look} sees.`;
}
