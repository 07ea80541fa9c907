/** Simulated seconds per real second. */
export const SPEEDS = [1, 2, 4, 8, 15, 30, 60, 90, 120, 240] as const;
export const FASTEST = SPEEDS.length - 1;

/** Typing and reading a card is thinking: time runs no faster than this meanwhile. */
export const SPEED_WHILE_THINKING = 4;

/** How long the whole event shall take, and so how fast quiet time runs and how long hot time lasts. */
export const LENGTHS = ['short', 'normal', 'full'] as const;
export type Length = (typeof LENGTHS)[number];

export type Tempo = {
	/** Indices into SPEEDS. */
	readonly quiet: number;
	readonly hot: number;
	/** Real seconds that something new keeps time slow. */
	readonly heatSeconds: number;
};

export const TEMPOS: Readonly<Record<Length, Tempo>> = {
	short: {quiet: SPEEDS.indexOf(240), hot: SPEEDS.indexOf(8), heatSeconds: 8},
	normal: {quiet: SPEEDS.indexOf(90), hot: SPEEDS.indexOf(8), heatSeconds: 20},
	full: {quiet: SPEEDS.indexOf(60), hot: SPEEDS.indexOf(4), heatSeconds: 36},
};

/** The index of the speed that comes nearest. */
export function paceNear(times: number): number {
	const further = SPEEDS.findIndex(speed => speed >= times);
	if (further <= 0) return further === 0 ? 0 : FASTEST;
	const [above, below] = [SPEEDS[further] ?? 1, SPEEDS[further - 1] ?? 1];
	return above - times < times - below ? further : further - 1;
}
