import type {Row} from './screen.types.ts';
import {span} from './text.ts';

/** A line that is being written, with its caret. */
export function fieldRow(
	{text, after}: {readonly text: string; readonly after: number},
	tone: 'plain' | 'title' = 'plain',
): Row {
	const at = Math.max(0, text.length - after);
	return [
		span(text.slice(0, at), tone),
		span(text.charAt(at) || ' ', 'caret'),
		span(text.slice(at + 1), tone),
	].map(piece => ({...piece, field: true}));
}
