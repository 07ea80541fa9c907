import type {FactToken, Loop, Observation, RoomSeen} from '../../../observe/index.ts';
import {differs} from '../../../session/index.ts';
import {fact} from '../fact.ts';
import type {Fact, Verdict} from '../fact.types.ts';
import {tokenName, tokenTyped, tokenWords} from './fact-tokens.ts';

export type LoopOf = {
	readonly isOver: boolean;
	/** Whose doing its state is; null of what came about by itself. */
	readonly by: string | null;
};

/** What people of the room want of each other: what is open first, and of that the oldest. */
export function loopFacts(observation: Observation): readonly Fact<LoopOf>[] {
	const {room} = observation;
	if (room === null) return [];
	const facts = room.loops.map(loop => loopFact(observation, loop, room));
	const open = facts.filter(({of}) => !of.isOver);
	return [...open, ...facts.filter(({of}) => of.isOver).reverse()];
}

const OVER: readonly Loop['state'][] = ['reported', 'declined', 'withdrawn', 'dropped'];
const VERDICTS: Readonly<Record<Loop['state'], Verdict>> = {
	open: 'warn',
	accepted: 'ok',
	confirmed: 'ok',
	given: 'ok',
	effective: 'ok',
	failed: 'crit',
	reported: 'unknown',
	declined: 'unknown',
	withdrawn: 'unknown',
	lapsed: 'crit',
	forgotten: 'crit',
	decided: 'ok',
	dropped: 'unknown',
};

/** One of them, as the seat that looks has it. */
export function loopFact(observation: Observation, loop: Loop, room: RoomSeen): Fact<LoopOf> {
	const {n, kind, by, of, order, about, because, reported, state} = loop;
	const wanted = order ?? (about === null ? '' : tokenName(about));
	const isAsked = isOfYou(loop, room);
	const asked = kind === 'propose' ? `${by} proposes` : `${by} asks ${isAsked ? 'you' : of}`;
	const told = (token: FactToken | null) =>
		token === null ? '' : ` ${tokenWords(observation, token)}`;
	const parts = [
		`${String(n)} ${asked}: ${wanted}${because === null ? '' : `, because${told(because)}`}`,
		`${state}${loop.why === null ? '' : `: ${reasonOf(loop.why)}`}${told(reported)}`,
		...(differs(loop) ? [`read back as “${loop.readBack ?? ''}”`] : []),
		...(isUnheard(loop) ? [`${loop.answeredBy ?? ''} has not understood it`] : []),
		...loop.objections.map(each => `${each.by} objects: ${reasonOf(each.because)}`),
	];
	const next = nextStep(loop, room);
	return fact(
		{
			id: `loop ${String(n)}`,
			label: wanted,
			value: by,
			word: state.toUpperCase(),
			verdict: differs(loop) && state === 'accepted' ? 'warn' : VERDICTS[state],
			of: {isOver: OVER.includes(state), by: doerOf(loop)},
		},
		() => `${parts.join(', ')}.${next === '' ? '' : ` Next: ${next}`}`,
	);
}

/** Whether it is for the seat that looks to answer it. */
function isOfYou({of, kind}: Loop, {seat, seats}: RoomSeen): boolean {
	const roles = seats.find(({id}) => id === seat)?.roles ?? [];
	return kind !== 'propose' && seat !== '' && (of === seat || roles.includes(of));
}

/** Whether it waits to be said again. */
function isUnheard({kind, state, answeredBy}: Loop): boolean {
	return kind !== 'propose' && state === 'open' && answeredBy !== null;
}

/** What whoever looks types next of it; nothing where it waits for somebody else. */
function nextStep(loop: Loop, room: RoomSeen): string {
	const {n, kind, by, order, about, state} = loop;
	const number = String(n);
	const isYours = by === room.seat && room.seat !== '';
	if (kind === 'propose') return state === 'open' ? `object to ${number} because …, or decide` : '';
	if (isOfYou(loop, room)) {
		if (kind === 'ask') {
			const isDue = ['open', 'accepted', 'confirmed', 'lapsed'].includes(state);
			return isDue && about !== null ? `report ${number} done ${tokenTyped(about)}` : '';
		}
		if (state === 'open' || state === 'lapsed') {
			return `answer ${number} accept ${order ?? ''}, or answer ${number} decline`;
		}
		if (state === 'confirmed') return `run it: ${order ?? ''}`;
		if (state === 'effective') return `report ${number} done, with a fact`;
		return state === 'failed' ? `report ${number} failed` : '';
	}
	if (isYours && isUnheard(loop))
		return `tell ${loop.answeredBy ?? ''} what you ask, in other words`;
	if (!isYours || state !== 'accepted') return '';
	return differs(loop) ? `correct ${number} ${order ?? ''}` : `confirm ${number}`;
}

/** Whose doing the state of it is. */
function doerOf({state, by, answeredBy}: Loop): string | null {
	switch (state) {
		case 'open':
		case 'confirmed':
		case 'withdrawn':
			return by;
		case 'lapsed':
		case 'forgotten':
		case 'effective':
		case 'failed':
			return null;
		default:
			return answeredBy;
	}
}

function reasonOf(reason: NonNullable<Loop['why']>): string {
	switch (reason.kind) {
		case 'word':
			return reason.word;
		case 'team':
			return `needs ${reason.team}`;
		case 'fact':
			return tokenName(reason.fact);
	}
}
