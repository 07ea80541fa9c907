import type {Observation} from '../../../observe/index.ts';
import type {Row, Size} from '../../screen/screen.types.ts';
import {fit, left, pressing, span, widthOf, wrap} from '../../screen/text.ts';
import {fieldRow} from '../../screen/field.ts';
import type {Palette, Ui} from '../ui.types.ts';
import {choicesOf, filled, nextBlank, type Choice} from './palette.ts';
import {expectedNext} from '../../../session/index.ts';

const CHOICES_SHOWN = 12;
const TEXT_WIDTH = 40;

/** The palette over the lower end of the panels: choices above, the line that narrows them below. */
export function paletteRows(observation: Observation, ui: Ui, room: Size): readonly Row[] {
	const {palette} = ui;
	if (palette === null) return [];
	const choices = choicesOf(palette, ui.focus, observation);
	const problem = problemRows(palette, room.columns);
	const told = [...toldRows(choices[palette.at], room.columns), ...problem];
	const shown = Math.max(1, Math.min(CHOICES_SHOWN, room.rows - 3 - told.length));
	const first = Math.max(0, Math.min(palette.at - Math.floor(shown / 2), choices.length - shown));
	const rows = choices.slice(first, first + shown).map((choice, index) => {
		const by = first + index - palette.at;
		const way = Array.from({length: Math.abs(by)}, () => (by > 0 ? 'down' : 'up'));
		return pressing(choiceRow(choice, by === 0, room.columns), [...way, 'enter']);
	});
	return [
		titleRow(palette, choices.length, room.columns),
		...rows,
		...told,
		lineRow(palette, ui.caret, choices, room.columns),
	];
}

function titleRow(palette: Palette, count: number, columns: number): Row {
	const about = palette.form === null ? 'Commands' : filled(palette);
	const title = ` ${palette.acts === null ? about : 'What to do about it'} `;
	const note = ` ${String(count)} `;
	const rule = Math.max(0, columns - 3 - widthOf(title) - widthOf(note));
	return fit(
		[span('──', 'dim'), span(title, 'select'), span('─'.repeat(rule), 'dim'), span(note, 'dim')],
		columns,
	);
}

function textCells(columns: number): number {
	return Math.min(TEXT_WIDTH, Math.floor(columns * 0.45));
}

function choiceRow(choice: Choice, picked: boolean, columns: number): Row {
	const width = textCells(columns);
	return fit(
		[
			span(picked ? '► ' : choice.near ? '· ' : '  ', picked ? 'title' : 'dim'),
			span(left(choice.text, width), picked ? 'select' : 'plain'),
			span(choice.what === '' ? '' : `  ${choice.what}`, 'dim'),
		],
		columns,
	);
}

function lineRow(
	palette: Palette,
	caret: number,
	choices: readonly Choice[],
	columns: number,
): Row {
	const asked = questionOf(palette);
	return fit(
		[
			span(` ${asked}: `, 'title'),
			...fieldRow({text: palette.query, after: caret}),
			span(choices.length === 0 && palette.form === null ? ' no match' : '', 'dim'),
		],
		columns,
	);
}

const TOLD_ROWS_MAX = 2;

/** What the marked choice does, whole where its row had to cut it. */
function toldRows(choice: Choice | undefined, columns: number): readonly Row[] {
	if (choice === undefined || choice.what === '') return [];
	if (4 + textCells(columns) + widthOf(choice.what) <= columns) return [];
	return wrap(choice.what, columns - 2)
		.slice(0, TOLD_ROWS_MAX)
		.map(line => fit([span(` ${line}`, 'dim')], columns));
}

/** Why what was typed does not fit, on a line of its own: it may be long. */
function problemRows({problem}: Palette, columns: number): readonly Row[] {
	return problem === '' ? [] : [fit([span(` ${problem}`, 'bad')], columns)];
}

/** What belongs in the blank, as the grammar words it. */
function questionOf(palette: Palette): string {
	const next = nextBlank(palette);
	if (next === null) return 'find';
	const begun = filled(palette).split('<')[0]?.trimEnd() ?? '';
	return (expectedNext(`${begun} `)[0] ?? next.name).replace(/[<>]/gu, '');
}
