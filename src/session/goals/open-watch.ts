import {numberAt, valueAt} from '../../sim/index.ts';
import {SAMPLE_SECONDS} from '../../observe/index.ts';
import type {Sight, WinPart} from './open-conditions.ts';

/** What was said to be open, and since when it has been otherwise. Plain data, copied with its run. */
export type OpenWatch = {
	/** Grows by one each time that something opens or closes and stays so. */
	news: number;
	/** By part of what wins: whether it is told as open, and since when it has been otherwise, or -1. */
	readonly told: Uint8Array;
	readonly otherwiseSince: Int32Array;
};

/** What is measured flickers around its limit; what people set does not. */
const STEADY_SECONDS = 300;

export function createOpenWatch(parts: readonly WinPart[]): OpenWatch {
	return {
		news: 0,
		told: new Uint8Array(parts.length),
		otherwiseSince: new Int32Array(parts.length).fill(-1),
	};
}

/** One second of minding what is open; without a sight nothing is told to be, and that is no news. */
export function watchOpen(
	watch: OpenWatch,
	parts: readonly WinPart[],
	sight: Sight | null,
	now: number,
): void {
	const {told, otherwiseSince} = watch;
	if (sight === null) {
		told.fill(0);
		otherwiseSince.fill(-1);
		return;
	}
	for (let index = 0; index < parts.length; index++) {
		const part = valueAt(parts, index);
		if (part.isMeasured && now % SAMPLE_SECONDS !== 0) continue;
		const isOpen = part.isOpen(sight) ? 1 : 0;
		if (isOpen === told[index]) {
			otherwiseSince[index] = -1;
			continue;
		}
		if (otherwiseSince[index] === -1) otherwiseSince[index] = now;
		if (part.isMeasured && now - numberAt(otherwiseSince, index) < STEADY_SECONDS) continue;
		told[index] = isOpen;
		otherwiseSince[index] = -1;
		watch.news += 1;
	}
}
