import {settingsFrom} from '../play/kept/index.ts';
import {fileOfRun, isStandardOutput, openOut, shownPath} from '../saves/index.ts';
import type {Replayer} from '../session/index.ts';
import {CAST_SPEEDS, castLines, type Size} from '../view/index.ts';
import {looksOf, type Looks} from '../view/screen/looks/index.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {settingsFor, type LooksValues} from './looks.ts';
import {print} from './terminal-text.ts';

type Asked = {
	/** The journal it is of. */
	readonly file: string;
	readonly out: string;
	readonly size: string | undefined;
	readonly speed: string | undefined;
	readonly looks: LooksValues;
};

/** Records a replay, the same bytes every time. */
export type Cast = (replayer: Replayer, title: string) => Exit;

const SIZE: Size = {columns: 120, rows: 36};
const SPEED = 60;
const CELLS = {columns: {min: 60, max: 300}, rows: {min: 18, max: 100}};

/** `replay FILE --asciicast OUT`, before the run is lived again; a sentence where it cannot be done. */
export function castTo({file, out, size, speed, looks: asked}: Asked): Cast | string {
	const looks = castLooks(asked);
	if (typeof looks === 'string') return looks;
	const cells = size === undefined ? SIZE : sizeOf(size);
	if (cells === undefined) return '--size expects COLUMNSxROWS from 60x18 to 300x100.';
	const pace = speed === undefined ? SPEED : Number(speed);
	if (!CAST_SPEEDS.includes(pace)) return `--speed is one of ${CAST_SPEEDS.join(', ')}.`;
	const output = openOut(out, {inputs: fileOfRun(file)});
	if (!output.ok) return `${shownPath(out)}: ${output.why}.`;
	return (replayer, title) => {
		const {theme, graphs} = looks;
		const settings = {title, size: cells, speed: pace, theme, graphs};
		const lines = Array.from(castLines(replayer, settings), line => `${line}\n`);
		const written = output.write(lines.join(''));
		if (!written.ok) return badInput(`${shownPath(out)}: ${written.why}.`);
		if (!isStandardOutput(out)) print(`The recording is ${shownPath(out)}`);
		return EXIT.done;
	};
}

/** How a recording looks: as asked for here, whatever is kept and whatever this terminal can show. */
function castLooks(values: LooksValues): Looks | string {
	const chosen = settingsFor({...settingsFrom(undefined), graphs: 'braille'}, values);
	if (!chosen.ok) return chosen.message;
	const {NO_COLOR = ''} = process.env;
	return looksOf({...chosen.settings, colour: NO_COLOR === '' ? 'always' : 'never'}, {}, 'linux');
}

function sizeOf(text: string): Size | undefined {
	const [, columns, rows] = /^(\d{1,4})x(\d{1,4})$/.exec(text) ?? [];
	const size = {columns: Number(columns), rows: Number(rows)};
	const fits = (cells: number, {min, max}: {readonly min: number; readonly max: number}) =>
		cells >= min && cells <= max;
	return fits(size.columns, CELLS.columns) && fits(size.rows, CELLS.rows) ? size : undefined;
}
