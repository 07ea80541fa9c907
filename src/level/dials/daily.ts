/** The seed that everybody has on a day of UTC, `YYYY-MM-DD`. */
export function dailySeed(day: string): string {
	return `daily-${day}`;
}

/** Of the levels that take turns, the one of that day: each has its day before any has its second. */
export function levelOfTheDay<Id>(day: string, levels: readonly Id[]): Id | undefined {
	return levels[daysBefore(day) % levels.length];
}

/** Days from the first of March of year 0 to that day: a count that knows no time zone. */
function daysBefore(day: string): number {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	// Counted from March, the leap day is the last of its year.
	const years = month > 2 ? year : year - 1;
	const months = (month + 9) % 12;
	const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
	return 365 * years + leaps + Math.floor((153 * months + 2) / 5) + date;
}
