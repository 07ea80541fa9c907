import {numberAt, valueAt} from '../../sim/index.ts';
import type {OwnRemark} from '../level-own.types.ts';
import {OBSERVE_PARAMETERS} from '../observe.parameters.ts';
import type {ChatLine} from '../observation.types.ts';
import type {PublicSurface} from '../public-surface.ts';
import {filled} from './fill.ts';
import {MISSED} from './people.ts';
import type {Remark} from './remark.types.ts';
import {REMARKS} from './remarks.ts';
import {createTeamTalk, type TeamTalk} from './team-talk.ts';

const CHAT_LINES_MAX = 200;
/** Between two remarks, whoever makes them: a chat is read, not scrolled. */
const QUIET_SECONDS = OBSERVE_PARAMETERS.chatQuietSeconds.value;
const PRESSURE = OBSERVE_PARAMETERS.chatPressure.value;
export const NEVER = -1;

/** Who has said what, and since when each has had reason to. Plain data. */
export type Chat = {
	/** How loudly people ask, from 0 to 3: each step cuts a quarter of the time that anybody waits. */
	pressure: number;
	/** What a level adds, and whether there is reason for it now: the level says so. */
	readonly own: readonly OwnRemark[];
	/** Whether those write as well who speak to AWS in every level. */
	readonly isOfCall: boolean;
	readonly called: Uint8Array;
	readonly lines: ChatLine[];
	/** Since when each remark, the level's own after all others, has been called for, and when it was last made; NEVER before. */
	readonly since: Float64Array;
	readonly saidAt: Float64Array;
	/** How often each was made: nobody says the same thing twice. */
	readonly times: Uint16Array;
	lastAt: number;
	/** What the next word was promised for last, how many promises were missed, and when the last that was; NEVER before. */
	promisedAt: number;
	missed: number;
	missedAt: number;
	/** What the teams on the call say, which is nobody else's turn. */
	readonly teams: TeamTalk;
};

export function createChat(pressure: number, own: readonly OwnRemark[], isOfCall: boolean): Chat {
	const count = REMARKS.length + own.length;
	return {
		pressure,
		own,
		isOfCall,
		called: new Uint8Array(own.length),
		lines: [],
		since: new Float64Array(count).fill(NEVER),
		saidAt: new Float64Array(count).fill(NEVER),
		times: new Uint16Array(count),
		lastAt: NEVER,
		promisedAt: NEVER,
		missed: 0,
		missedAt: NEVER,
		teams: createTeamTalk(),
	};
}

/** Lets whoever has the most pressing reason to speak do so, if nobody just did. */
export function converse(chat: Chat, surface: PublicSurface): void {
	const {now} = surface;
	const {own, called, pressure} = chat;
	missPromises(chat, surface);
	const patience = 1 - PRESSURE * pressure;
	let speaker = NEVER;
	// A level knows best what presses in it.
	for (let row = 0; row < own.length; row++) {
		const index = REMARKS.length + row;
		const isDue = stands(chat, index, called[row] === 1, now) && isReady(chat, index, now, 1, 1);
		if (isDue && speaker === NEVER) speaker = index;
	}
	for (let index = 0; chat.isOfCall && index < REMARKS.length; index++) {
		const isReason = hasReason(chat, index, surface);
		if (!stands(chat, index, isReason, now) || speaker !== NEVER) continue;
		if (isReady(chat, index, now, patience, patience * growth(chat, index))) speaker = index;
	}
	const quiet = patience * QUIET_SECONDS;
	if (speaker === NEVER || (chat.lastAt !== NEVER && now - chat.lastAt < quiet)) return;
	speak(chat, speaker, surface);
}

/** Which remarks somebody may answer by a name. */
const NAMED = new Map<string, readonly number[]>();
for (const [index, {id}] of REMARKS.entries()) {
	if (id !== undefined) NAMED.set(id, [...(NAMED.get(id) ?? []), index]);
}

/** When a remark was last made that somebody may answer, or a promise missed; NEVER before. */
export function askedAt({saidAt, missedAt}: Chat, id: string): number {
	if (id === MISSED) return missedAt;
	let last = NEVER;
	for (const index of NAMED.get(id) ?? []) last = Math.max(last, numberAt(saidAt, index));
	return last;
}

/** Keeps what the promise was for that was missed last. */
function missPromises(chat: Chat, {promisedAt, promisesBroken}: PublicSurface): void {
	if (promisesBroken > chat.missed) {
		chat.missed = promisesBroken;
		chat.missedAt = chat.promisedAt;
	}
	chat.promisedAt = promisedAt ?? NEVER;
}

function hasReason(chat: Chat, index: number, surface: PublicSurface): boolean {
	const {to, when} = valueAt(REMARKS, index);
	if (to === undefined) return when(surface, NEVER);
	const asked = askedAt(chat, to);
	return asked > numberAt(chat.saidAt, index) && when(surface, asked);
}

/** Whether somebody has reason to speak; since when is kept. */
function stands({since}: Chat, index: number, isReason: boolean, now: number): boolean {
	if (!isReason) since[index] = NEVER;
	else if (since[index] === NEVER) since[index] = now;
	return isReason;
}

/**
 * Whether somebody has had reason to speak for long enough, has not just done so, and has words left. The waits before
 * the first time and between two are taken so many times as long.
 */
function isReady(chat: Chat, index: number, now: number, first: number, again: number): boolean {
	const {since, saidAt, times} = chat;
	const {afterSeconds, againSeconds, words} = remarkAt(chat, index);
	if (numberAt(times, index) >= words.length) return false;
	if (now - numberAt(since, index) < first * afterSeconds) return false;
	const said = numberAt(saidAt, index);
	return said === NEVER || (againSeconds !== null && now - said >= again * againSeconds);
}

/** Whoever asks for the third time waits longer than for the second; whoever answers waits for no more than the reason. */
function growth({times}: Chat, index: number): number {
	return valueAt(REMARKS, index).to === undefined ? Math.max(1, numberAt(times, index)) : 1;
}

function remarkAt({own}: Chat, index: number): Remark | OwnRemark {
	return REMARKS[index] ?? valueAt(own, index - REMARKS.length);
}

function speak(chat: Chat, speaker: number, surface: PublicSurface): void {
	const {from, role, words} = remarkAt(chat, speaker);
	const {now} = surface;
	const times = numberAt(chat.times, speaker);
	addLine(chat, {at: now, from, role, text: filled(valueAt(words, times), surface, chat.missedAt)});
	chat.saidAt[speaker] = now;
	chat.times[speaker] = times + 1;
	chat.lastAt = now;
}

export function addLine({lines}: Pick<Chat, 'lines'>, line: ChatLine): void {
	lines.push(line);
	if (lines.length > CHAT_LINES_MAX) lines.shift();
}
