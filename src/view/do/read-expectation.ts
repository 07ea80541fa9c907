import {idNamed} from '../../observe/index.ts';
import {parseExpectation, type ParsedExpectation} from '../../session/index.ts';

/** Reads what somebody expects of a metric, which goes by the name that it has on the panels too. */
export function readExpectation(text: string): ParsedExpectation {
	const parsed = parseExpectation(text);
	if (parsed.ok) return parsed;
	const words = text.trim().split(/\s+/u);
	for (let taken = words.length - 1; taken > 0; taken--) {
		const id = idNamed(words.slice(0, taken).join(' '));
		if (id === undefined) continue;
		const renamed = parseExpectation([id, ...words.slice(taken)].join(' '));
		if (renamed.ok) return renamed;
	}
	return parsed;
}
