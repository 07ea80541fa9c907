/** A whole second of simulated time since the level began. The only time the core knows. */
export type Tick = number & {readonly brand: 'Tick'};

export function tick(seconds: number): Tick {
	return seconds as Tick;
}

export function nextTick(now: Tick): Tick {
	return tick(now + 1);
}
