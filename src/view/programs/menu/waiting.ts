import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import type {Row} from '../../screen/screen.types.ts';
import {fit, span, wrap} from '../../screen/text.ts';
import {keysRow} from '../../screen/keys-row.ts';
import {bindingIn, keysIn, type KeyShown} from '../../input/keys/index.ts';
import type {Graphs, Keymap} from '../../input/ui.types.ts';
import {askedEverywhere} from '../everywhere.ts';

const WIDTH_MAX = 60;
const LEAVE = 'debriefLeave';

/**
 * One sentence in the middle of the screen, while something is worked out that takes a moment; with keys, where it may be
 * left meanwhile.
 */
export function createWaiting(sentence: string, graphs: Graphs, keymap?: Keymap): Program {
	return {
		asks: 'reading',
		press(key) {
			if (keymap === undefined) return [];
			if (bindingIn(keymap, 'debrief', key) === LEAVE) return [{type: 'leave', how: 'quit'}];
			return askedEverywhere(keymap, key) ?? [];
		},
		frame() {
			// What is waited for leaves no time for frames.
		},
		present({columns, rows}) {
			const lines = wrap(sentence, Math.max(1, Math.min(WIDTH_MAX, columns - 4)));
			const top = Math.max(0, Math.floor((rows - lines.length) / 2));
			const margin = ' '.repeat(Math.max(0, Math.floor((columns - WIDTH_MAX) / 2)));
			const foot = keymap === undefined ? [] : [fit(keysRow(leaving(keymap), columns), columns)];
			const said = Array.from({length: rows - foot.length}, (_, index): Row =>
				fit([span(`${margin}${lines[index - top] ?? ''}`, 'title')], columns),
			);
			const screen = {rows: [...said, ...foot]};
			return graphs === 'ascii' ? asAscii(screen) : screen;
		},
	};
}

function leaving(keymap: Keymap): readonly KeyShown[] {
	return keysIn('debrief', keymap).filter(({id}) => id === LEAVE);
}
