import {specOf, type Attempt, type Order} from '../sim/index.ts';
import type {Problem} from './session.types.ts';

/** Attempts of one kind that can wait for the next second; the world weighs fewer still. */
const WAITING_MAX = 200;

/**
 * Characters that a journal has when it takes no more of a kind: looks never use up what is left for acts, nor
 * both what is left for marks. No journal is written that is too large to be read.
 */
const LENGTH_MAX = {look: 8_000_000, do: 16_000_000, note: 16_000_000} as const;

/** Why another attempt cannot be taken, be it for this second or for good; undefined where there is room. */
export function noRoomFor(
	order: Order,
	waiting: readonly Attempt[],
	journalLength: number,
): Problem | undefined {
	const {kind} = specOf(order);
	if (isFull(kind, journalLength)) {
		return problem(
			`The journal has no room for more ${kind === 'look' ? 'inspections' : 'commands'}.`,
		);
	}
	if (waiting.length < WAITING_MAX) return undefined;
	const alike = waiting.filter(attempt => specOf(attempt.order).kind === kind).length;
	if (alike < WAITING_MAX) return undefined;
	return problem(`${String(WAITING_MAX)} attempts wait for the next second: let time pass first.`);
}

export function isFull(kind: keyof typeof LENGTH_MAX, journalLength: number): boolean {
	return journalLength >= LENGTH_MAX[kind];
}

function problem(message: string): Problem {
	return {message, suggestions: []};
}
