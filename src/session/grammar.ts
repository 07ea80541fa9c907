import {assert, ORDERS, ordersIn, type Blank, type Cast, type OrderSpec} from '../sim/index.ts';

/** One word of a form: typed as is, or a blank to fill. */
export type Piece =
	| {readonly kind: 'literal'; readonly word: string}
	| {
			readonly kind: 'blank';
			readonly name: string;
			readonly blank: Blank;
			/** What the form writes behind the number, so that it cannot be taken for another. */
			readonly unit: string;
	  };

/** One way to type one order. */
export type Form = {readonly id: string; readonly pieces: readonly Piece[]};

export type Grammar = {readonly forms: readonly Form[]};

/** All that reading a line asks of a row: words of the console are read as orders are. */
type Row = Pick<OrderSpec, 'forms' | 'blanks'>;

/** Cuts every form of the table into pieces; the form with more words as is wins where two would fit. */
export function compileGrammar<Spec extends Row>(table: Readonly<Record<string, Spec>>): Grammar {
	const forms = Object.entries(table).flatMap(([id, spec]) =>
		spec.forms.map(form => ({id, pieces: piecesOf(id, form, spec)})),
	);
	for (const {id, pieces} of forms) {
		const first = pieces[0];
		assert(first?.kind === 'literal', `${id} begins with its verb`);
		const text = pieces.findIndex(piece => piece.kind === 'blank' && piece.blank.kind === 'text');
		assert(text === -1 || text === pieces.length - 1, `${id} has its free text last`);
	}
	return {forms};
}

function piecesOf(id: string, form: string, spec: Row): readonly Piece[] {
	return form.split(' ').map(word => {
		const [, name, unit = ''] = /^<([a-z-]+)>(\/s)?$/.exec(word) ?? [];
		if (name === undefined) return {kind: 'literal', word};
		const blank = spec.blanks[name];
		assert(blank !== undefined, `${id} declares its blank ${name}`);
		return {kind: 'blank', name, blank, unit};
	});
}

/** The grammar of the game. */
export const GRAMMAR: Grammar = compileGrammar(ORDERS);

/** What of it can be typed where a level has its own cast. */
export function grammarIn(cast: Cast): Grammar {
	const orders = ordersIn(cast);
	const known = KNOWN.get(orders);
	if (known !== undefined) return known;
	const grammar = {forms: GRAMMAR.forms.filter(({id}) => Object.hasOwn(orders, id))};
	KNOWN.set(orders, grammar);
	return grammar;
}

const KNOWN = new WeakMap<object, Grammar>();

/** The words that may stand where a piece stands; none for numbers and free text. */
export function wordsFor(piece: Piece): readonly string[] {
	if (piece.kind === 'literal') return [piece.word];
	return piece.blank.kind === 'word' ? piece.blank.words : [];
}

/** What belongs where a piece stands, for people. */
export function describe(piece: Piece): string {
	if (piece.kind === 'literal') return piece.word;
	const {blank, name} = piece;
	switch (blank.kind) {
		case 'word':
			return `<${name}>`;
		case 'whole':
			return `<${name}> (a whole number, ${range(blank)})`;
		case 'decimal':
			return `<${name}> (a number, ${range(blank)})`;
		case 'text':
			return `<${name}> (any text, at most ${String(blank.lengthMax)} characters)`;
	}
}

function range({min, max, unit}: {min: number; max: number; unit: string}): string {
	return `${String(min)} to ${String(max)}${unit === '' ? '' : ` ${unit}`}`;
}
