import {
	compileGrammar,
	completeOrder,
	isTalk,
	parseOrder,
	unitAsked,
	type Problem,
} from '../../session/index.ts';
import {panelNamed} from '../../observe/index.ts';
import type {Deed, Face} from './deed.types.ts';
import {CONSOLE_WORDS, isWordId, wordsOf, wordSpec, type WordSpec} from './words.ts';

export type ReadDeed =
	| {readonly ok: true; readonly deed: Deed}
	/** It begins like a word and like no order, or the word is not known here. */
	| {readonly ok: false; readonly problem: Problem};

const GRAMMAR = compileGrammar(CONSOLE_WORDS);

/** What a line says is to be done, to whichever face it is said. A line that is an order is never a word. */
export function readDeed(text: string, face: Face): ReadDeed {
	if (isTalk(text)) return {ok: true, deed: {do: 'talk', text}};
	const parsed = parseOrder(text, GRAMMAR);
	const word = parsed.ok && isWordId(parsed.order.id) ? wordSpec(parsed.order.id) : null;
	if (parsed.ok && word?.faces.includes(face) === true) {
		return {ok: true, deed: word.deed(parsed.order.args)};
	}
	const asked = unitAsked(text);
	if (asked !== null) return {ok: false, problem: asked};
	if (parseOrder(text).ok) return {ok: true, deed: {do: 'order', text}};
	const panel = panelIn(text);
	if (panel !== undefined) return {ok: true, deed: {do: 'panel', panel}};
	if (word !== null) return {ok: false, problem: {message: notHere(word.faces), suggestions: []}};
	const verb = verbOf(text);
	const isOrder =
		completeOrder(verb).includes(verb) || !completeOrder(verb, GRAMMAR).includes(verb);
	if (parsed.ok || isOrder) return {ok: true, deed: {do: 'order', text}};
	return {ok: false, problem: parsed.problem};
}

/** Words that may stand at the end of a line: those of the console after those of the orders. */
export function completeWord(text: string, face: Face): readonly string[] {
	const typed = text.trim();
	const offered = completeOrder(text, GRAMMAR);
	if (typed !== '' && (text.endsWith(' ') || typed.includes(' '))) return offered;
	return offered.filter(word => wordsOf(face).some(({forms}) => forms[0]?.startsWith(word)));
}

/** The word of the screen that a line begins with, unless the line can become an order. */
export function wordBegunBy(text: string): WordSpec | null {
	const read = readDeed(text, 'screen');
	if (read.ok && (read.deed.do === 'order' || read.deed.do === 'panel')) return null;
	const verb = verbOf(text);
	return (
		wordsOf('screen').find(({forms}) => forms.some(form => form.split(' ')[0] === verb)) ?? null
	);
}

/** The panel that a line names, alone or after `show`; after `panel`, one by the name it had before. */
function panelIn(text: string) {
	return panelNamed(
		text
			.trim()
			.toLowerCase()
			.replace(/^(?:show|panel) /u, ''),
	);
}

function verbOf(text: string): string {
	return text.trim().split(/\s+/u)[0]?.toLowerCase() ?? '';
}

function notHere(faces: readonly Face[]): string {
	const where = {screen: 'on the whole screen', plain: 'in plain mode', protocol: 'by protocol'};
	return `This word works only ${faces.map(face => where[face]).join(' and ')}.`;
}
