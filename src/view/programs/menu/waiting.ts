import {asAscii} from '../../screen/glyphs.ts';
import type {Program} from '../program.types.ts';
import type {Row} from '../../screen/screen.types.ts';
import {fit, span, wrap} from '../../screen/text.ts';
import type {Graphs} from '../../input/ui.types.ts';

const WIDTH_MAX = 60;

/** One sentence in the middle of the screen, while something is worked out that takes a moment. */
export function createWaiting(sentence: string, graphs: Graphs): Program {
	return {
		asks: 'reading',
		press: () => [],
		frame() {
			// What is waited for leaves no time for frames.
		},
		present({columns, rows}) {
			const lines = wrap(sentence, Math.max(1, Math.min(WIDTH_MAX, columns - 4)));
			const top = Math.max(0, Math.floor((rows - lines.length) / 2));
			const margin = ' '.repeat(Math.max(0, Math.floor((columns - WIDTH_MAX) / 2)));
			const said = Array.from({length: rows}, (_, index): Row =>
				fit([span(`${margin}${lines[index - top] ?? ''}`, 'title')], columns),
			);
			return graphs === 'ascii' ? asAscii({rows: said}) : {rows: said};
		},
	};
}
