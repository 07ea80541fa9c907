import {hash} from '../sim/index.ts';

/** The checksum before the first line. */
export const FIRST_SUM = '00000000';

const TAIL = /^(.*),"sum":"([0-9a-f]{8})"\}$/;

/**
 * A line as it stands in the file. Each carries a checksum over itself and the one before, so that a
 * line changed, moved or taken out is noticed where it happened. It keeps honest people honest and
 * finds rotten disks; it is no signature.
 */
export function seal(
	line: object,
	previous: string,
): {readonly text: string; readonly sum: string} {
	const body = JSON.stringify(line).slice(0, -1);
	const sum = sumOf(body, previous);
	return {text: `${body},"sum":"${sum}"}`, sum};
}

/** The line without its checksum, or undefined when the two do not belong together. */
export function unseal(
	text: string,
	previous: string,
): {readonly body: string; readonly sum: string} | undefined {
	const [, body, sum] = TAIL.exec(text) ?? [];
	if (body === undefined || sum === undefined || sumOf(body, previous) !== sum) return undefined;
	return {body: `${body}}`, sum};
}

function sumOf(body: string, previous: string): string {
	return hash(previous + body).slice(0, 8);
}
