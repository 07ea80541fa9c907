import {ALERT_GROUPS, ALERT_RULES, METRICS, PANELS} from '../observe/index.ts';
import type {Vocabulary} from '../level/index.ts';
import {wordsOf} from '../sim/index.ts';
import {parseOrder} from './command.ts';
import {MEASURES} from './goals/index.ts';
import {GRAMMAR, type Form} from './grammar.ts';

/** The names a level may use: everything that can be measured, and every order. */
export const VOCABULARY: Vocabulary = {
	metrics: Object.keys(MEASURES),
	observed: METRICS.map(({id}) => id),
	alerts: ALERT_RULES.map(({id}) => id),
	alertGroups: ALERT_GROUPS,
	panels: PANELS,
	beginsOrder: words => GRAMMAR.forms.some(form => canBegin(form, words.trim().split(/\s+/))),
	order(words) {
		const parsed = parseOrder(words);
		if (parsed.ok) return {ok: true, words: wordsOf(parsed.order)};
		return {ok: false, ...parsed.problem};
	},
};

/** Blanks are taken as they come: only a whole order can be judged by its blanks. */
function canBegin({pieces}: Form, words: readonly string[]): boolean {
	return words.every((word, index) => {
		const piece = pieces[index] ?? pieces.at(-1);
		if (piece?.kind === 'literal')
			return index < pieces.length && piece.word === word.toLowerCase();
		if (piece?.blank.kind === 'text') return true;
		if (index >= pieces.length || piece === undefined) return false;
		const typed = word.toLowerCase();
		return (
			piece.blank.kind !== 'word' || piece.blank.words.some(known => known.toLowerCase() === typed)
		);
	});
}
