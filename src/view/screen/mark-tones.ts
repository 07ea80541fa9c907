import type {Row, Screen, Span, Tone} from './screen.types.ts';

/** What begins a span that warns; all that follows is words. */
const SHAPES: readonly string[] = ['✗', '▲', '‖'];
const SHAPE_TONES = {warn: 'warnMark', bad: 'badMark'} as const;

/** The tone of a bar or a graph: seen, and not read. */
export function shapeTone(tone: Tone): Tone {
	return tone === 'warn' || tone === 'bad' ? SHAPE_TONES[tone] : tone;
}

/** The same screen, on which shapes that warn have a tone of their own: where colours are few, they alone have one. */
export function withMarks(screen: Screen): Screen {
	return {rows: screen.rows.map(marked)};
}

function marked(row: Row): Row {
	if (!row.some(isShaped)) return row;
	const pieces: Span[] = [];
	for (const piece of row) {
		if (isShaped(piece)) part(piece, pieces);
		else pieces.push(piece);
	}
	return pieces;
}

function isShaped({tone, text}: Span): boolean {
	return (tone === 'warn' || tone === 'bad') && SHAPES.includes(text.trimStart().charAt(0));
}

function part(piece: Span, pieces: Span[]): void {
	const {text} = piece;
	const end = text.length - text.trimStart().length + 1;
	pieces.push({...piece, text: text.slice(0, end), tone: shapeTone(piece.tone)});
	if (end < text.length) pieces.push({...piece, text: text.slice(end)});
}
