import type {Debrief} from '../../../../session/index.ts';
import type {Keymap} from '../../../input/ui.types.ts';
import {binding, keyOf, keysOn, withKeys} from '../../../input/keys/index.ts';
import {fieldRow} from '../../../screen/field.ts';
import type {Row} from '../../../screen/screen.types.ts';
import {pressing, span, wrap} from '../../../screen/text.ts';
import {titleRow} from '../main/finding-rows.ts';
import {verdictWords} from '../words.ts';
import type {State} from './state.ts';

/** One key for how it was. */
const FELT = ['feltInHand', 'feltBusy', 'feltBehind', 'feltLost', 'feltQuiet'] as const;

export function isFeeling(id: string): id is (typeof FELT)[number] {
	return FELT.some(felt => felt === id);
}

/** What is asked before anything is explained. */
export function openingRows(
	state: State,
	debrief: Debrief | null,
	{width, keymap}: {readonly width: number; readonly keymap: Keymap},
): readonly Row[] {
	const text = (words: string) => wrap(words, width).map((line): Row => [span(line)]);
	if (state.page === 'story') {
		return [
			...text('What happened, in your words?'),
			...text(withKeys('As you would tell a colleague. Enter saves it, {tellOn} skips.', keymap)),
			[],
			...draftRows(state, width),
		];
	}
	return [
		...(debrief === null ? [] : [...text(verdictWords(debrief)), []]),
		...text('How did that feel? Press one key, before anything is explained.'),
		[],
		...FELT.map(id =>
			pressing(
				[span(` ${keyOf(keymap, id)} `, 'title'), span(` ${binding(id).help}`)],
				keysOn(keymap, id).slice(0, 1),
			),
		),
	];
}

/** What the player said of it, and the line for a commitment while that is written. */
export function wordsRows(
	state: State,
	{felt, story, commitment}: Pick<Debrief, 'felt' | 'story' | 'commitment'>,
	{width, keymap}: {readonly width: number; readonly keymap: Keymap},
): readonly Row[] {
	const part = (title: string, text: string): readonly Row[] => [
		titleRow(title, '', width),
		...wrap(text, width - 2).map((line): Row => [span(` ${line}`)]),
		[],
	];
	const write = `None yet. ${keyOf(keymap, 'debriefWrite')} writes one; it is shown before your next run.`;
	const ask = 'What will you do differently next time? Enter saves it, esc cancels.';
	return [
		...part('How it felt', felt === '' ? 'Not said.' : felt),
		...part('What happened, in your words', story === '' ? 'Not said.' : story),
		...(state.isWriting
			? [...part('Next time', ask).slice(0, -1), ...draftRows(state, width)]
			: part('Next time', commitment === '' ? write : commitment)),
	];
}

function draftRows({draft, caret}: State, width: number): readonly Row[] {
	const at = draft.length - caret;
	const room = Math.max(1, width - 3);
	const first = Math.floor(at / room);
	return Array.from({length: Math.floor(draft.length / room) + 1}, (_, index): Row => {
		const from = index * room;
		const part = draft.slice(from, from + room);
		const start = span(index === 0 ? '> ' : '  ', 'title');
		if (index !== first) return [start, span(part)];
		return [start, ...fieldRow({text: part, after: part.length - (at - from)})];
	});
}
