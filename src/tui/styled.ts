import chalk from 'chalk';
import type {Look, Row, Theme, Tone} from '../view/index.ts';

/** A row as a terminal takes it: neighbours that look alike in one piece, blanks with either of theirs. */
export function styled(row: Row, theme: Theme): string {
	const pens = pensOf(theme);
	let line = '';
	let run = '';
	let tone: Tone = 'plain';
	for (const {text, tone: next} of row) {
		if (text === '') continue;
		if (next === tone || isBlank(text, pens[next], pens[tone])) {
			run += text;
			continue;
		}
		if (isBlank(run, pens[tone], pens[next])) run += text;
		else {
			line += pens[tone].open + run + pens[tone].close;
			run = text;
		}
		tone = next;
	}
	return run === '' ? line : line + pens[tone].open + run + pens[tone].close;
}

/** What stands before and behind a text that looks so, and whether blanks show it. */
type Pen = {readonly open: string; readonly close: string; readonly marksBlanks: boolean};
type Pens = Readonly<Record<Tone, Pen>>;

const PENS = new WeakMap<Theme, Pens>();

function pensOf(theme: Theme): Pens {
	const known = PENS.get(theme);
	if (known !== undefined) return known;
	const made = Object.fromEntries(
		Object.entries(theme).map(([tone, look]) => [tone, penOf(look)]),
	) as Pens;
	PENS.set(theme, made);
	return made;
}

function penOf(look: Look): Pen {
	const {inverse = false, underline = false, backgroundColor} = look;
	const [open = '', close = ''] = drawn(look, '|').split('|');
	return {open, close, marksBlanks: inverse || underline || backgroundColor !== undefined};
}

/** In the order in which Ink does it. */
function drawn(look: Look, text: string): string {
	const {color, backgroundColor, bold = false, underline = false, inverse = false} = look;
	let said = text;
	if (color !== undefined) said = isHex(color) ? chalk.hex(color)(said) : chalk[color](said);
	if (backgroundColor !== undefined) said = chalk.bgHex(backgroundColor)(said);
	if (bold) said = chalk.bold(said);
	if (underline) said = chalk.underline(said);
	return inverse ? chalk.inverse(said) : said;
}

function isHex(colour: string): colour is `#${string}` {
	return colour.startsWith('#');
}

function isBlank(text: string, one: Pen, other: Pen): boolean {
	return !one.marksBlanks && !other.marksBlanks && text.trim() === '';
}
