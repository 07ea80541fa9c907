import {asAscii} from '../screen/glyphs.ts';
import type {Graphs} from '../input/ui.types.ts';
import {verdictRows} from './card.ts';
import {milestoneRows} from './card-milestones.ts';
import type {CardTold} from './card.types.ts';
import {printed} from './clean.ts';

const WIDTH = 78;

/** The card as text of at most 78 columns, ending in a newline: the lines that the screen shows. */
export function cardText(told: CardTold, graphs: Graphs): string {
	const rows = [...verdictRows(told, WIDTH), [], ...milestoneRows(told, WIDTH)];
	const drawn = graphs === 'ascii' ? asAscii({rows}).rows : rows;
	const lines = drawn.map(row =>
		row
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);
	return `${printed(lines).join('\n')}\n`;
}
