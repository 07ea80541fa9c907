import {cleanText, wordsLike} from '../level/index.ts';
import {unreachable, type Blank, type Order} from '../sim/index.ts';
import {numberIn, rewritten} from './notation.ts';
import {describe, GRAMMAR, wordsFor, type Form, type Grammar, type Piece} from './grammar.ts';
import type {Problem} from './session.types.ts';

export const ORDER_LENGTH_MAX = 500;
const SUGGESTIONS_MAX = 8;

type Token = {readonly text: string; readonly from: number};

/** How far a form followed what was typed. */
type Trial = {
	readonly form: Form;
	/** Pieces that were understood. */
	readonly matched: number;
	readonly complete: boolean;
	readonly args: Record<string, string | number>;
};

export type ParsedOrder =
	{readonly ok: true; readonly order: Order} | {readonly ok: false; readonly problem: Problem};

/** Reads one order as typed: any case, any spacing. A typo comes back with what may have been meant. */
export function parseOrder(text: string, grammar: Grammar = GRAMMAR): ParsedOrder {
	if (text.length > ORDER_LENGTH_MAX) {
		return wrong(`A command has at most ${String(ORDER_LENGTH_MAX)} characters.`, []);
	}
	const line = cleanText(text.replaceAll('\t', ' '));
	const tokens = tokensOf(line);
	if (tokens.length === 0) return wrong('There is no command here.', []);
	const trials = grammar.forms.map(form => follow(form, tokens, line));
	const order = orderOf(trials) ?? orderMeant(line, grammar);
	return order === null ? {ok: false, problem: problemOf(trials, tokens)} : {ok: true, order};
}

/** The order of the form that fits with the most words of its own; null where none does. */
function orderOf(trials: readonly Trial[]): Order | null {
	const best = trials
		.filter(({complete}) => complete)
		.sort((a, b) => literalsIn(b.form) - literalsIn(a.form))[0];
	return best === undefined ? null : {id: best.form.id, args: best.args};
}

/** What is no order as it stands may be one in the notation of the trade. */
function orderMeant(line: string, grammar: Grammar): Order | null {
	const forms = grammar.forms.filter(({pieces}) => !pieces.some(isText)); // Prose is taken as it stands.
	for (const other of rewritten(line)) {
		const tokens = tokensOf(other);
		const order = orderOf(forms.map(form => follow(form, tokens, other)));
		if (order !== null) return order;
	}
	return null;
}

function isText(piece: Piece): boolean {
	return piece.kind === 'blank' && piece.blank.kind === 'text';
}

/**
 * What has to be asked before an order is given by hand: a bare number where two units are possible. Null where it is
 * plain, or no order.
 */
export function unitAsked(text: string, grammar: Grammar = GRAMMAR): Problem | null {
	const line = cleanText(text).trim();
	const bare = /(?:^| )(-?[\d.]+)$/u.exec(line)?.[1];
	const parsed = bare === undefined ? null : parseOrder(line, grammar);
	if (bare === undefined || parsed?.ok !== true) return null;
	const units = grammar.forms
		.filter(form => form.id === parsed.order.id)
		.map(({pieces}) => pieces.at(-1))
		.flatMap(piece => (piece?.kind === 'blank' && piece.unit !== '' ? [piece.unit] : []));
	const [unit] = units;
	const words = nextPieces(`${line} `, grammar).pieces.flatMap(wordsFor);
	if (unit === undefined || words.length === 0) return null;
	const suggestions = [`${line}${unit}`, ...words.map(word => `${line} ${word}`)];
	const offered = suggestions.map(each => `\`${each}\``).join(' or ');
	return {message: `${bare} of what: ${offered}?`, suggestions};
}

/** Whole words that may stand at the end of what is typed, best first. */
export function completeOrder(text: string, grammar: Grammar = GRAMMAR): readonly string[] {
	const {started, pieces} = nextPieces(text, grammar);
	const words = pieces.flatMap(piece => {
		const own = wordsFor(piece).filter(word => word.startsWith(started));
		if (own.length > 0 || piece.kind === 'literal' || piece.blank.kind !== 'word') return own;
		return Object.keys(piece.blank.aliases ?? {}).filter(
			alias => started !== '' && alias.toLowerCase().startsWith(started),
		);
	});
	return [...new Set(words)];
}

/** The name of a blank for a number that may stand at the end of what is typed, and what of it stands there. */
export function numberAsked(
	text: string,
	grammar: Grammar = GRAMMAR,
): {readonly name: string; readonly started: string} | null {
	const {started, pieces} = nextPieces(text, grammar);
	const [asked] = pieces.flatMap(piece =>
		piece.kind === 'blank' && piece.blank.kind === 'whole' ? [piece.name] : [],
	);
	return asked === undefined ? null : {name: asked, started};
}

/** What may follow, in words for people: `<seconds> (a whole number, 1 to 600 s)`. */
export function expectedNext(text: string, grammar: Grammar = GRAMMAR): readonly string[] {
	return [...new Set(nextPieces(text, grammar).pieces.map(describe))];
}

function nextPieces(text: string, grammar: Grammar): {started: string; pieces: readonly Piece[]} {
	const line = cleanText(text);
	const tokens = [...tokensOf(line)];
	const started = line === '' || line.endsWith(' ') ? '' : (tokens.pop()?.text ?? '').toLowerCase();
	const pieces = grammar.forms.flatMap(form => {
		const next = form.pieces[tokens.length];
		if (next === undefined || follow(form, tokens, line).matched < tokens.length) return [];
		return [next];
	});
	return {started, pieces};
}

function tokensOf(line: string): readonly Token[] {
	return [...line.matchAll(/[^ ]+/g)].map(match => ({text: match[0], from: match.index}));
}

function follow(form: Form, tokens: readonly Token[], line: string): Trial {
	const args: Record<string, string | number> = {};
	let matched = 0;
	for (const piece of form.pieces) {
		const token = tokens[matched];
		if (token === undefined) return {form, matched, complete: false, args};
		if (piece.kind === 'literal') {
			if (token.text.toLowerCase() !== piece.word) return {form, matched, complete: false, args};
		} else {
			const rest = piece.blank.kind === 'text' ? line.slice(token.from).trim() : token.text;
			const value = read(piece.blank, rest);
			if (value === undefined) return {form, matched, complete: false, args};
			args[piece.name] = value;
			if (piece.blank.kind === 'text') return {form, matched: tokens.length, complete: true, args};
		}
		matched++;
	}
	return {form, matched, complete: matched === tokens.length, args};
}

/** What a blank makes of a word, or undefined when it does not fit. */
function read(blank: Blank, typed: string): string | number | undefined {
	switch (blank.kind) {
		case 'word': {
			const wanted = typed.toLowerCase();
			const word = blank.words.find(each => each.toLowerCase() === wanted);
			if (word !== undefined) return word;
			const [, meant] =
				Object.entries(blank.aliases ?? {}).find(([alias]) => alias.toLowerCase() === wanted) ?? [];
			return meant ?? (blank.others?.test(wanted) === true ? wanted : undefined);
		}
		case 'whole':
			return numberAs(/^-?\d{1,12}$/, typed, blank);
		case 'decimal':
			return numberAs(/^-?\d{1,12}(\.\d{1,6})?$/, typed, blank);
		case 'text':
			return typed.length <= blank.lengthMax ? typed : undefined;
		default:
			return unreachable(blank);
	}
}

function numberAs(
	written: RegExp,
	typed: string,
	blank: Extract<Blank, {readonly unit: string}>,
): number | undefined {
	const number = numberIn(typed, blank) ?? '';
	return written.test(number) ? within(Number(number), blank) : undefined;
}

function within(value: number, {min, max}: {min: number; max: number}): number | undefined {
	return value >= min && value <= max ? value + 0 : undefined; // Folds -0 into 0.
}

function literalsIn(form: Form): number {
	return form.pieces.filter(({kind}) => kind === 'literal').length;
}

function problemOf(trials: readonly Trial[], tokens: readonly Token[]): Problem {
	const reached = trials.reduce((most, {matched}) => Math.max(most, matched), 0);
	const furthest = trials.filter(({matched}) => matched === reached);
	const expected = furthest.flatMap(({form}) => form.pieces.slice(reached, reached + 1));
	const words = [...new Set(expected.flatMap(wordsFor))];
	const said = tokens
		.slice(0, reached)
		.map(({text}) => text)
		.join(' ');
	const next = [...new Set(expected.map(describe))].slice(0, SUGGESTIONS_MAX).join(', ');
	const token = tokens[reached];
	if (token === undefined) {
		const rests = furthest.map(({form}) => form.pieces.slice(reached).map(describe).join(' '));
		const least = rests.filter(rest => !rests.some(other => rest.startsWith(`${other} `)));
		const wanted = [...new Set(least)].slice(0, SUGGESTIONS_MAX).join(' or ');
		const isOpen = expected.some(({kind}) => kind === 'blank');
		return {
			message: `“${said}” is incomplete: it goes on with ${wanted}.`,
			suggestions: isOpen ? words.slice(0, SUGGESTIONS_MAX) : [],
		};
	}
	const typed = token.text.slice(0, 60);
	if (expected.length === 0) {
		return {
			message: `The command ends at “${said}”: “${typed}” is one word too many.`,
			suggestions: [],
		};
	}
	const like = wordsLike(typed, [...words, ...expected.flatMap(aliasesOf)]);
	if (reached === 0) return {message: `“${typed}” is not a command.`, suggestions: like};
	return {
		message: `“${typed}” does not follow “${said}”: expected ${next}.`,
		suggestions: like.length > 0 ? like : words.slice(0, SUGGESTIONS_MAX),
	};
}

function aliasesOf(piece: Piece): readonly string[] {
	if (piece.kind !== 'blank' || piece.blank.kind !== 'word') return [];
	return Object.keys(piece.blank.aliases ?? {});
}

function wrong(message: string, suggestions: readonly string[]): ParsedOrder {
	return {ok: false, problem: {message, suggestions}};
}
