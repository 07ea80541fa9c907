import {valueAt, numberAt} from '../sim/index.ts';
import {REMARKS} from './chat-remarks.ts';
import type {OwnRemark} from './level-own.types.ts';
import {OBSERVE_PARAMETERS} from './observe.parameters.ts';
import type {ChatLine} from './observation.types.ts';
import type {PublicSurface} from './public-surface.ts';

export const CHAT_LINES_MAX = 200;
/** Between two remarks, whoever makes them: a chat is read, not scrolled. */
const QUIET_SECONDS = OBSERVE_PARAMETERS.chatQuietSeconds.value;
const PRESSURE = OBSERVE_PARAMETERS.chatPressure.value;
const NEVER = -1;

/** Who has said what, and since when each has had reason to. Plain data. */
export type Chat = {
	/** How loudly people ask, from 0 to 3: each step cuts a quarter of the time that anybody waits. */
	pressure: number;
	/** What a level adds, and whether there is reason for it now: the level says so. */
	readonly own: readonly OwnRemark[];
	readonly called: Uint8Array;
	readonly lines: ChatLine[];
	/** Since when each remark, the level's own after all others, has been called for, and when it was last made; NEVER before. */
	readonly since: Float64Array;
	readonly saidAt: Float64Array;
	/** How often each was made: nobody says the same thing in the same words twice in a row. */
	readonly times: Uint16Array;
	lastAt: number;
};

export function createChat(pressure: number, own: readonly OwnRemark[]): Chat {
	const count = REMARKS.length + own.length;
	return {
		pressure,
		own,
		called: new Uint8Array(own.length),
		lines: [],
		since: new Float64Array(count).fill(NEVER),
		saidAt: new Float64Array(count).fill(NEVER),
		times: new Uint16Array(count),
		lastAt: NEVER,
	};
}

/** Lets whoever has the most pressing reason to speak do so, if nobody just did. */
export function converse(chat: Chat, surface: PublicSurface): void {
	const {now} = surface;
	const {own, called, pressure} = chat;
	const patience = 1 - PRESSURE * pressure;
	let speaker = NEVER;
	// A level knows best what presses in it.
	for (const [row, remark] of own.entries()) {
		const isReady = ready(chat, REMARKS.length + row, called[row] === 1, remark, now, 1);
		if (isReady && speaker === NEVER) speaker = REMARKS.length + row;
	}
	for (const [index, remark] of REMARKS.entries()) {
		const isReady = ready(chat, index, remark.when(surface), remark, now, patience);
		if (isReady && speaker === NEVER) speaker = index;
	}
	const quiet = patience * QUIET_SECONDS;
	if (speaker === NEVER || (chat.lastAt !== NEVER && now - chat.lastAt < quiet)) return;
	speak(chat, speaker, surface);
}

/** Whether somebody has had reason to speak for long enough, and has not just done so. */
function ready(
	{since, saidAt}: Chat,
	index: number,
	hasReason: boolean,
	{afterSeconds, againSeconds}: Pick<OwnRemark, 'afterSeconds' | 'againSeconds'>,
	now: number,
	patience: number,
): boolean {
	if (!hasReason) {
		since[index] = NEVER;
		return false;
	}
	if (since[index] === NEVER) since[index] = now;
	if (now - numberAt(since, index) < patience * afterSeconds) return false;
	const said = numberAt(saidAt, index);
	return said === NEVER || (againSeconds !== null && now - said >= patience * againSeconds);
}

function speak(chat: Chat, speaker: number, surface: PublicSurface): void {
	const {from, role, words} = REMARKS[speaker] ?? valueAt(chat.own, speaker - REMARKS.length);
	const {now} = surface;
	const text = valueAt(words, numberAt(chat.times, speaker) % words.length);
	const minutes = Math.round((now - (surface.postedAt ?? now)) / 60);
	addLine(chat, {
		at: now,
		from,
		role,
		text: text
			.replace('{impacted}', String(surface.impacted))
			.replace('{minutes}', String(minutes)),
	});
	chat.saidAt[speaker] = now;
	chat.times[speaker] = (numberAt(chat.times, speaker) + 1) % 60_000;
	chat.lastAt = now;
}

export function addLine({lines}: Chat, line: ChatLine): void {
	lines.push(line);
	if (lines.length > CHAT_LINES_MAX) lines.shift();
}
