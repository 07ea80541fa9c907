import type {Row, Screen, Span} from './screen.types.ts';

/** The shape that begins a span, and what is behind it. */
const SHAPE = /^(\s*[✗▲‖])(.*)$/su;
const SHAPE_TONES = {warn: 'warnMark', bad: 'badMark'} as const;

/** The same screen, on which shapes that warn have a tone of their own: where colours are few, they alone have one. */
export function withMarks(screen: Screen): Screen {
	return {rows: screen.rows.map(marked)};
}

function marked(row: Row): Row {
	return row.some(({tone}) => tone === 'warn' || tone === 'bad') ? row.flatMap(parted) : row;
}

function parted(piece: Span): readonly Span[] {
	const {tone, text} = piece;
	if (tone !== 'warn' && tone !== 'bad') return [piece];
	const [, shape, rest = ''] = SHAPE.exec(text) ?? [];
	if (shape === undefined) return [piece];
	const first: Span = {...piece, text: shape, tone: SHAPE_TONES[tone]};
	return rest === '' ? [first] : [first, {...piece, text: rest}];
}
