import {refuse, type Refusal} from './order-spec.ts';
import type {Tick} from './tick.ts';

/** Something that operators have set and that stands: how much of it, and how it comes about. */
export type SetLever = {
	readonly type: string;
	/** Which of several it is set on; empty where there is one. */
	readonly on: string;
	readonly from: number;
	readonly to: number;
	/** The second in which it was set, and how long the Region takes to follow. */
	readonly since: number;
	readonly seconds: number;
};

/** What stands, oldest first. A night in which nobody sets one holds no trace of them. */
export type Levers = {readonly standing: SetLever[]};

/** Where levers stand, and the second they are asked about; nowhere, where nobody can set one. */
type Place = {readonly now: Tick; readonly levers?: Levers};

export function createLevers(): Levers {
	return {standing: []};
}

/** How far a lever is in force in this second: 0 where nobody has set it. */
export function leverOf(place: Place, type: string, on = ''): number {
	const lever = find(place, type, on);
	if (lever === undefined) return 0;
	const {from, to, since, seconds} = lever;
	const passed = seconds > 0 ? Math.min(1, (place.now - since) / seconds) : 1;
	return from + (to - from) * passed;
}

/** What a lever is set to, whether or not the Region has followed. */
export function leverSetTo(place: Place, type: string, on = ''): number {
	return find(place, type, on)?.to ?? 0;
}

/** Whether the Region still follows: whoever goes or comes back is on the way. */
export function isMoving(place: Place, type: string, on = ''): boolean {
	return leverOf(place, type, on) !== leverSetTo(place, type, on);
}

/** Sets a lever, in place of what it was set to before. */
export function setLever(
	place: Place,
	type: string,
	to: number,
	{on = '', seconds = 0}: {readonly on?: string; readonly seconds?: number} = {},
): void {
	if (place.levers === undefined) return;
	const {standing} = place.levers;
	const from = leverOf(place, type, on);
	const index = standing.findIndex(lever => lever.type === type && lever.on === on);
	if (index !== -1) standing.splice(index, 1);
	if (to === 0 && (seconds === 0 || from === 0)) return;
	standing.push({type, on, from, to, since: place.now, seconds});
}

/** Why a lever is not set to what it is set to already; null where it is not. */
export function refuseAsSet(place: Place, type: string, on: boolean, which = ''): Refusal | null {
	if (leverSetTo(place, type, which) > 0 !== on) return null;
	return refuse('no-change', on ? 'That stands already.' : 'Nothing of the kind stands.');
}

/** Forgets what was taken back and is no longer felt. */
export function forgetTakenBack({standing}: Levers, now: number): void {
	for (let index = standing.length - 1; index >= 0; index--) {
		const {to, since, seconds} = standing[index]!;
		if (to === 0 && now > since + seconds) standing.splice(index, 1);
	}
}

function find({levers}: Place, type: string, on: string): SetLever | undefined {
	if (levers === undefined || levers.standing.length === 0) return undefined;
	return levers.standing.find(lever => lever.type === type && lever.on === on);
}

/** Advice on the Health Dashboard that whoever is struck asks after, by the word it is given in. */
export const ADVISED = {
	regionalSts: 'regional-sts',
	localUsers: 'local-users',
	writeElsewhere: 'write-elsewhere',
	otherRegion: 'other-region',
} as const;
