import type {Observation} from '../../observe/index.ts';

const DAY_SECONDS = 86_400;

/** The tick at which the clock next shows `HH:MM` or `HH:MM:SS` PDT; null where that is no time of day. */
export function nextTickAt(observation: Observation, time: string): number | null {
	const wanted = secondsOf(time);
	const shown = secondsOf(observation.clock.pdt);
	if (wanted === null || shown === null) return null;
	const ahead = (wanted - shown + DAY_SECONDS) % DAY_SECONDS;
	return observation.now + (ahead === 0 ? DAY_SECONDS : ahead);
}

/** The tick at which the clock last showed a time; null where that was before the run, or is no time. */
export function lastTickAt(observation: Observation, time: string): number | null {
	const next = nextTickAt(observation, time);
	if (next === null || next - DAY_SECONDS < 0) return null;
	return next - DAY_SECONDS;
}

function secondsOf(time: string): number | null {
	const [, hours, minutes, seconds] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(time.trim()) ?? [];
	if (hours === undefined || minutes === undefined) return null;
	const parts = [Number(hours), Number(minutes), Number(seconds ?? 0)] as const;
	if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return null;
	return parts[0] * 3_600 + parts[1] * 60 + parts[2];
}
