import type {Observation, Reading, Unit} from '../../observe/index.ts';
import type {OrderSpec} from '../../session/index.ts';

/** A value with its unit, as short as it can be said: `62.1 %`, `903,156`, `410/s`, `3m 20s`. */
export function measure(value: number | null, unit: Unit): string {
	if (value === null || Number.isNaN(value)) return 'no data';
	switch (unit) {
		case 'share':
			return `${threeFigures(value * 100)} %`;
		case 'count':
			return whole(value);
		case 'per-second':
			return `${value < 9.95 ? value.toFixed(1) : whole(value)}/s`;
		case 'seconds':
			return duration(value);
	}
}

/** The value of a reading; nothing where only how it stands may be known. */
export function measured(reading: Reading | undefined): string {
	if (reading?.judged !== undefined) return reading.judged.verdict === 'unknown' ? 'no data' : '';
	return measure(reading?.value ?? null, reading?.unit ?? 'count');
}

/** Three figures at most; never says 0 or 100 of what is only nearly so. */
function threeFigures(value: number): string {
	if (value === 0 || value === 100) return value.toFixed(0);
	if (value < 0.1) return '<0.1';
	if (value > 99.9 && value < 100) return '>99.9';
	return value.toFixed(1);
}

/** `1234567` as `1,234,567`; the same on every machine, so no locale. */
export function whole(value: number): string {
	const digits = Math.abs(Math.round(value)).toFixed(0);
	let grouped = '';
	for (let end = digits.length; end > 0; end -= 3) {
		const group = digits.slice(Math.max(0, end - 3), end);
		grouped = grouped === '' ? group : `${group},${grouped}`;
	}
	return value <= -0.5 ? `-${grouped}` : grouped;
}

/** How long an order takes from Enter to effect, and when it does not. */
export function takesWords({seconds, otherwise}: Pick<OrderSpec, 'seconds' | 'otherwise'>): string {
	return `${duration(seconds)}${otherwise === undefined ? '' : `, ${otherwise}`}`;
}

/** `45s`, `3m 20s`, `2h 05m`. Below ten seconds with a decimal, as latencies are. */
export function duration(seconds: number): string {
	const total = Math.max(0, seconds);
	if (total > 0 && total < 9.95 && total !== Math.round(total)) return `${total.toFixed(1)}s`;
	const rounded = Math.round(total);
	if (rounded < 60) return `${String(rounded)}s`;
	const minutes = Math.floor(rounded / 60);
	if (minutes < 60) return `${String(minutes)}m ${two(rounded % 60)}s`;
	return `${String(Math.floor(minutes / 60))}h ${two(minutes % 60)}m`;
}

/** How long ago, in one short word: `12s`, `7m`, `2h05`. */
export function age(seconds: number): string {
	const total = Math.max(0, Math.round(seconds));
	if (total < 60) return `${String(total)}s`;
	const minutes = Math.floor(total / 60);
	return minutes < 60
		? `${String(minutes)}m`
		: `${String(Math.floor(minutes / 60))}h${two(minutes % 60)}`;
}

/** The wall clock at a tick, `HH:MM:SS` PDT, reckoned from the observation's own clock. */
export function clockAt(observation: Observation, tick: number): string {
	const {pdt} = observation.clock;
	const part = (from: number) => Number(pdt.slice(from, from + 2));
	const day = 86_400;
	const at = part(0) * 3600 + part(3) * 60 + part(6) - (observation.now - tick);
	const inDay = ((at % day) + day) % day;
	return `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
}

/** The number at the front, the noun after it, in the right number. */
export function count(value: number, one: string, many = `${one}s`): string {
	return `${whole(value)} ${value === 1 ? one : many}`;
}

function two(value: number): string {
	return String(Math.floor(value)).padStart(2, '0');
}
