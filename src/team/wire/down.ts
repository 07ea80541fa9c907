import * as z from 'zod/mini';
import type {Problem, RunResult} from '../../session/index.ts';
import type {Patch} from './patch.ts';

/** Raised when a client of one version cannot talk with a host of another. */
export const WIRE_VERSION = 1;

/** The board shows the room what the room knows, and at once; an observer sees the same, later. */
export type As = 'player' | 'observer' | 'facilitator' | 'board';

/** What a host sends. */
export type Down =
	| {
			readonly kind: 'welcome';
			readonly wire: number;
			readonly game: string;
			readonly token: string;
			readonly as: As;
			/** As it stands in the room: another may have had the same. */
			readonly name: string;
			/** Empty for who sits nowhere. */
			readonly seat: string;
			readonly level: WireLevel;
			readonly seed: string;
			readonly suspects: Readonly<Record<string, string>>;
	  }
	/** Who may come in, and where there is a place. */
	| {
			readonly kind: 'door';
			readonly as: As;
			readonly title: string;
			readonly seats: readonly DoorSeat[];
	  }
	| {readonly kind: 'here'}
	/** What changed in the view of the seat, or all of it after a gap. */
	| {readonly kind: 'see'; readonly patch: Patch}
	/** What came of a message: nothing to say, or why not. */
	| {readonly kind: 'answer'; readonly id: number; readonly problem: Problem | null}
	/** What the run came to, once it has ended. */
	| {readonly kind: 'result'; readonly result: RunResult}
	/** Something that only this client is told. */
	| {readonly kind: 'notice'; readonly text: string}
	/** The connection ends; whether to come back is said. */
	| {readonly kind: 'goodbye'; readonly why: string; readonly again: boolean};

/** A seat as it is told at the door: who sits there, or nobody. */
export type DoorSeat = {readonly id: string; readonly title: string; readonly person: string};

/** Of the level, what is told before it is played. */
export type WireLevel = {
	readonly id: string;
	readonly title: string;
	/** Who a player is in it, in one sentence; empty where the level does not say. */
	readonly role: string;
	readonly briefing: string;
	readonly limit: number;
	readonly exam: boolean;
	/** By seat, what each of its roles is there for, in a sentence. */
	readonly cards: Readonly<Record<string, readonly string[]>>;
};

const DOWN_KINDS = [
	...(['welcome', 'door', 'here', 'see', 'answer', 'result', 'notice', 'goodbye'] as const),
] as const;
const ofOurs = z.looseObject({
	kind: z.enum([...DOWN_KINDS] as const satisfies readonly Down['kind'][]),
});
const downSchema = z.custom<Down>(value => ofOurs.safeParse(value).success);

/** Reads what a host sent; undefined where it is no host of ours. What a message of its says is taken as it is. */
export function downFrom(text: string): Down | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
	const parsed = downSchema.safeParse(value);
	return parsed.success ? parsed.data : undefined;
}
