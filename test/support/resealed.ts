import {FIRST_SUM, seal} from '../../src/session/journal-chain.ts';

/** A journal with its lines changed and sealed again, as somebody would forge it who knows how. */
export function resealed(
	text: string,
	change: (lines: Record<string, unknown>[]) => readonly object[],
): string {
	const lines = text
		.trimEnd()
		.split('\n')
		.map(
			line => JSON.parse(line.replace(/,"sum":"[0-9a-f]+"\}$/u, '}')) as Record<string, unknown>,
		);
	let sum = FIRST_SUM;
	const sealed = change(lines).map(line => {
		const next = seal(line, sum);
		({sum} = next);
		return `${next.text}\n`;
	});
	return sealed.join('');
}
