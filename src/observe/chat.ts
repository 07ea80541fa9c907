import {REMARKS} from './chat-remarks.ts';
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
	readonly lines: ChatLine[];
	/** Since when each remark has been called for, and when it was last made; NEVER before. */
	readonly since: Float64Array;
	readonly saidAt: Float64Array;
	/** How often each was made: nobody says the same thing in the same words twice in a row. */
	readonly times: Uint16Array;
	lastAt: number;
};

export function createChat(pressure: number): Chat {
	return {
		pressure,
		lines: [],
		since: new Float64Array(REMARKS.length).fill(NEVER),
		saidAt: new Float64Array(REMARKS.length).fill(NEVER),
		times: new Uint16Array(REMARKS.length),
		lastAt: NEVER,
	};
}

/** Lets whoever has the most pressing reason to speak do so, if nobody just did. */
export function converse(chat: Chat, surface: PublicSurface): void {
	const {now} = surface;
	const {since, saidAt, pressure} = chat;
	const patience = 1 - PRESSURE * pressure;
	let speaker = NEVER;
	for (let index = 0; index < REMARKS.length; index++) {
		const remark = REMARKS[index]!;
		if (!remark.when(surface)) {
			since[index] = NEVER;
			continue;
		}
		if (since[index] === NEVER) since[index] = now;
		if (speaker !== NEVER || now - since[index]! < patience * remark.afterSeconds) continue;
		const said = saidAt[index]!;
		if (said !== NEVER && now - said < patience * remark.againSeconds) continue;
		speaker = index;
	}
	const quiet = patience * QUIET_SECONDS;
	if (speaker === NEVER || (chat.lastAt !== NEVER && now - chat.lastAt < quiet)) return;
	speak(chat, speaker, surface);
}

function speak(chat: Chat, speaker: number, surface: PublicSurface): void {
	const {from, role, words} = REMARKS[speaker]!;
	const {now} = surface;
	const text = words[chat.times[speaker]! % words.length]!;
	const minutes = Math.round((now - (surface.postedAt ?? now)) / 60);
	chat.lines.push({
		at: now,
		from,
		role,
		text: text
			.replace('{impacted}', String(surface.impacted))
			.replace('{minutes}', String(minutes)),
	});
	if (chat.lines.length > CHAT_LINES_MAX) chat.lines.shift();
	chat.saidAt[speaker] = now;
	chat.times[speaker] = (chat.times[speaker]! + 1) % 60_000;
	chat.lastAt = now;
}
