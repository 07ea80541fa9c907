import {numberAt, valueAt} from '../../sim/index.ts';
import type {OwnRemark} from '../level-own.types.ts';
import {OBSERVE_PARAMETERS} from '../observe.parameters.ts';
import type {ChatLine} from '../observation.types.ts';
import type {PublicSurface} from '../public-surface.ts';
import {filled} from './fill.ts';
import {MISSED} from './people.ts';
import type {Heard, Remark} from './remark.types.ts';
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
	const heard = {...surface, lateFor: missedPromise(chat, surface)};
	const patience = 1 - PRESSURE * pressure;
	let speaker = NEVER;
	// A level knows best what presses in it.
	for (const [row, remark] of own.entries()) {
		const isReady = ready(chat, REMARKS.length + row, called[row] === 1, remark, now, 1);
		if (isReady && speaker === NEVER) speaker = REMARKS.length + row;
	}
	for (const [index, remark] of REMARKS.entries()) {
		const isReason = hasReason(chat, index, remark, heard);
		const isReady = ready(
			chat,
			index,
			isReason,
			inHaste(remark, patience),
			now,
			growth(chat, index, remark),
		);
		if (isReady && speaker === NEVER) speaker = index;
	}
	const quiet = patience * QUIET_SECONDS;
	if (speaker === NEVER || (chat.lastAt !== NEVER && now - chat.lastAt < quiet)) return;
	speak(chat, speaker, heard);
}

/** When a remark was last made that somebody may answer, or a promise missed; NEVER before. */
export function askedAt({saidAt, missedAt}: Chat, id: string): number {
	if (id === MISSED) return missedAt;
	let last = NEVER;
	for (const [index, remark] of REMARKS.entries()) {
		if (remark.id === id) last = Math.max(last, numberAt(saidAt, index));
	}
	return last;
}

/** What the promise was for that was missed last, if the call has not spoken since. */
function missedPromise(chat: Chat, surface: PublicSurface): number | null {
	const {promisedAt, promisesBroken, calledAt} = surface;
	if (promisesBroken > chat.missed) {
		chat.missed = promisesBroken;
		chat.missedAt = chat.promisedAt;
	}
	chat.promisedAt = promisedAt ?? NEVER;
	const {missedAt} = chat;
	const isOwed = missedAt !== NEVER && promisedAt === null;
	return isOwed && (calledAt === null || calledAt < missedAt) ? missedAt : null;
}

function hasReason(chat: Chat, index: number, {to, when}: Remark, heard: Heard): boolean {
	if (to === undefined) return when(heard, NEVER);
	const asked = askedAt(chat, to);
	return asked > numberAt(chat.saidAt, index) && when(heard, asked);
}

/**
 * Whether somebody has had reason to speak for long enough, has not just done so, and has words left. `growth` is how
 * many times as long as the first time they wait before they say more.
 */
function ready(
	{since, saidAt, times}: Chat,
	index: number,
	isReason: boolean,
	{afterSeconds, againSeconds, words}: Pick<OwnRemark, 'afterSeconds' | 'againSeconds' | 'words'>,
	now: number,
	growth: number,
): boolean {
	if (!isReason) {
		since[index] = NEVER;
		return false;
	}
	if (since[index] === NEVER) since[index] = now;
	if (numberAt(times, index) >= words.length) return false;
	if (now - numberAt(since, index) < afterSeconds) return false;
	const said = numberAt(saidAt, index);
	return said === NEVER || (againSeconds !== null && now - said >= growth * againSeconds);
}

function inHaste({afterSeconds, againSeconds, words}: Remark, patience: number) {
	return {afterSeconds: patience * afterSeconds, againSeconds: patience * againSeconds, words};
}

/** Whoever asks for the third time waits longer than for the second; whoever answers waits for no more than the reason. */
function growth({times}: Chat, index: number, {to}: Remark): number {
	return to === undefined ? Math.max(1, numberAt(times, index)) : 1;
}

function speak(chat: Chat, speaker: number, heard: Heard): void {
	const {from, role, words} = REMARKS[speaker] ?? valueAt(chat.own, speaker - REMARKS.length);
	const {now} = heard;
	const times = numberAt(chat.times, speaker);
	addLine(chat, {at: now, from, role, text: filled(valueAt(words, times), heard)});
	chat.saidAt[speaker] = now;
	chat.times[speaker] = times + 1;
	chat.lastAt = now;
}

export function addLine({lines}: Pick<Chat, 'lines'>, line: ChatLine): void {
	lines.push(line);
	if (lines.length > CHAT_LINES_MAX) lines.shift();
}
