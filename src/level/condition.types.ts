import type {Tick} from '../sim/index.ts';
import type {Suspect} from './suspects.ts';

/**
 * Something that is so or not in a second of a run, judged on the Region as it is and not as it looks. A closed
 * set: a level describes, it never computes. Orders are meant by how their words begin, and are the player's own.
 */
export type Condition =
	| {readonly metric: string; readonly above: number}
	| {readonly metric: string; readonly below: number}
	/** Reached, from then on. */
	| {readonly milestone: string}
	| {readonly automation: string; readonly is: 'running' | 'paused'}
	/** An order took effect, in a second in which that was so where it is asked, from then on. */
	| {readonly done: string; readonly while?: Condition}
	/** An order was given and taken on, from then on; one that was refused is none. */
	| {readonly given: string; readonly while?: Condition}
	/** Status updates posted by the player: so many or more. */
	| {readonly updates: number}
	/** What the player suspects at the moment. */
	| {readonly suspected: Suspect}
	/** From that second on. */
	| {readonly at: Tick}
	| {readonly all: readonly Condition[]}
	| {readonly any: readonly Condition[]}
	| {readonly not: Condition}
	/** It has been so for that long without a break. */
	| {readonly holds: Condition; readonly minutes: number}
	/** The first came true before the other ever did, from then on. */
	| {readonly first: Condition; readonly then: Condition};
