import type {Row} from '../../screen/screen.types.ts';
import {span} from '../../screen/text.ts';
import {pasted, written} from '../../input/text-input.ts';
import {fieldRow} from '../../screen/field.ts';
import {bindingIn} from '../../input/keys/index.ts';
import type {Key, Keymap} from '../../input/ui.types.ts';
import type {Choice} from './choice.ts';

/** A line that is typed on the card: another seed, or something that is to be different in the sandbox. */
export type BriefLine = {
	readonly of: 'seed' | 'change';
	readonly text: string;
	readonly after: number;
};

const LENGTH_MAX = 100;

/** What a key does to the line: it changes, it is taken, or it goes away. */
export function typedOn(
	line: BriefLine,
	key: Key,
	level: string,
	keymap: Keymap,
): {readonly line: BriefLine | null; readonly choice: Choice | null} {
	const text = line.text.trim();
	switch (bindingIn(keymap, 'field', key)) {
		case 'leaveField':
			return {line: null, choice: null};
		case 'takeField':
			return {line: null, choice: text === '' ? null : choiceOf(line.of, text, level)};
		case null: {
			const next = written(line, key, LENGTH_MAX, keymap);
			return {line: next === null ? line : {...line, ...next}, choice: null};
		}
	}
}

/** Text that was pasted, in the line. */
export function pastedOn(line: BriefLine, text: string): BriefLine {
	return {...line, ...pasted(line, text, LENGTH_MAX)};
}

function choiceOf(of: BriefLine['of'], text: string, level: string): Choice {
	return of === 'seed' ? {do: 'seed', level, seed: text} : {do: 'change', words: text};
}

export function lineRow({of, text, after}: BriefLine): Row {
	const wanted = of === 'seed' ? 'any text; enter accepts' : 'a fix, or part.name=number';
	return [
		span(`${of} `, 'title'),
		...fieldRow({text, after}),
		...(text === '' ? [span(`  ${wanted}, esc cancels`, 'dim')] : []),
	];
}
