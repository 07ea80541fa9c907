const DAY_SECONDS = 86_400;

/** Seconds since midnight of `HH:MM` or `HH:MM:SS`, or undefined when it is no time of day. */
export function secondsOfDay(text: string): number | undefined {
	const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
	if (match === null) return undefined;
	return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? '0');
}

/** `HH:MM:SS` of so many seconds since a midnight. */
export function timeOfDay(seconds: number): string {
	const today = seconds % DAY_SECONDS;
	return [Math.floor(today / 3600), Math.floor(today / 60) % 60, today % 60]
		.map(part => String(part).padStart(2, '0'))
		.join(':');
}
