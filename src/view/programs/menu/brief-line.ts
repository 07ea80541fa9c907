import type {Row} from '../../screen/screen.types.ts';
import {span} from '../../screen/text.ts';
import {clean} from '../../say/clean.ts';
import type {Key} from '../../input/ui.types.ts';
import type {Choice} from './choice.ts';

/** A line that is typed on the card: another seed, or something that is to be different in the sandbox. */
export type BriefLine = {readonly of: 'seed' | 'change'; readonly text: string};

const LENGTH_MAX = 100;

/** What a key does to the line: it changes, it is taken, or it goes away. */
export function typedOn(
	line: BriefLine,
	key: Key,
	level: string,
): {readonly line: BriefLine | null; readonly choice: Choice | null} {
	const text = line.text.trim();
	switch (key) {
		case 'escape':
			return {line: null, choice: null};
		case 'enter':
			return {line: null, choice: text === '' ? null : choiceOf(line.of, text, level)};
		case 'backspace':
			return {line: {...line, text: Array.from(line.text).slice(0, -1).join('')}, choice: null};
		case 'ctrl-u':
			return {line: {...line, text: ''}, choice: null};
		default: {
			const longer = Array.from(key).length === 1 && line.text.length < LENGTH_MAX;
			return {line: longer ? {...line, text: line.text + key} : line, choice: null};
		}
	}
}

function choiceOf(of: BriefLine['of'], text: string, level: string): Choice {
	return of === 'seed' ? {do: 'seed', level, seed: text} : {do: 'change', words: text};
}

export function lineRow({of, text}: BriefLine): Row {
	const wanted = of === 'seed' ? 'any text; enter takes it' : 'a fix, or part.name=number';
	return [
		span(`${of} `, 'focus'),
		span(clean(text)),
		span(' ', 'select'),
		...(text === '' ? [span(`  ${wanted}, esc leaves it`, 'dim')] : []),
	];
}
