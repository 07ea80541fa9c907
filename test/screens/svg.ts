import type {Look, Row, Screen, Theme} from '../../src/view/index.ts';
import {widthOf} from '../../src/view/screen/text.ts';
import {shapeOf} from './shapes.ts';

/** A cell of the picture, in its own units: as wide as most fonts are at this size. */
const CELL = {width: 8.4, height: 17, baseline: 13};
const MARGIN = 10;
const FONT = '14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace';

/** What the sixteen colours look like here: the palette of a dark terminal. */
const PAPER = '#0d1117';
const INK = '#d0d7de';
const PALETTE: Readonly<Record<string, string>> = {
	black: '#0d1117',
	red: '#ff7b72',
	green: '#56d364',
	yellow: '#e3b341',
	magenta: '#d2a8ff',
	cyan: '#56d4dd',
	white: '#b1bac4',
	whiteBright: '#ffffff',
};

type Ink = {readonly front: string; readonly back: string | null; readonly look: Look};
/** Part of a row in one look: where it begins, in cells. */
type Piece = {readonly text: string; readonly x: number; readonly ink: Ink};

type Shape = {
	readonly fill: string;
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
};

/** A screen as a picture that is sharp at any size. Frames, blocks and Braille are drawn: no font has them all. */
export function svgOf(screen: Screen, theme: Theme, title: string): string {
	const columns = Math.max(...screen.rows.map(row => widthOf(row.map(({text}) => text).join(''))));
	const width = exact(columns * CELL.width + 2 * MARGIN);
	const height = exact(screen.rows.length * CELL.height + 2 * MARGIN);
	const rows = screen.rows.map((row, index) => rowOf(row, index, theme));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
		`<title>${escaped(title)}</title>`,
		`<style>text{font:${FONT};fill:${INK};white-space:pre}.b{font-weight:bold}.u{text-decoration:underline}.m{text-anchor:middle}</style>`,
		`<rect width="${width}" height="${height}" rx="8" fill="${PAPER}"/>`,
		...rows.flatMap(({backs}) => backs),
		...pathsOf(rows.flatMap(({shapes}) => shapes)),
		...rows.flatMap(({texts}) => texts),
		'</svg>\n',
	].join('\n');
}

/** One row: what lies behind its text, the text, and what is drawn instead of text. */
function rowOf(row: Row, index: number, theme: Theme) {
	const top = MARGIN + index * CELL.height;
	const pieces = piecesOf(row, theme);
	return {
		backs: pieces.flatMap(piece => backOf(piece, top)),
		texts: pieces.flatMap(piece => textsOf(piece, top)),
		shapes: joined(pieces.flatMap(piece => shapesOf(piece, top))),
	};
}

function backOf({text, x, ink}: Piece, top: number): readonly string[] {
	if (ink.back === null) return [];
	const [left, width] = [exact(MARGIN + x * CELL.width), exact(widthOf(text) * CELL.width)];
	const box = `x="${left}" y="${String(top)}" width="${width}" height="${String(CELL.height)}"`;
	return [`<rect ${box} fill="${ink.back}"/>`];
}

function piecesOf(row: Row, theme: Theme): readonly Piece[] {
	let x = 0;
	return row.map(({text, tone}) => {
		const piece = {text, x, ink: inkOf(theme[tone])};
		x += widthOf(text);
		return piece;
	});
}

function inkOf(look: Look): Ink {
	const front = colourOf(look.color) ?? INK;
	const back = colourOf(look.backgroundColor);
	return look.inverse === true
		? {front: back ?? PAPER, back: front, look}
		: {front, back: back ?? null, look};
}

function colourOf(name: string | undefined): string | undefined {
	return name === undefined ? undefined : (PALETTE[name] ?? name);
}

/** Words in cells of their own: a browser's font is seldom as wide as a cell, so each is fitted to its place. */
function textsOf({text, x, ink}: Piece, top: number): readonly string[] {
	const y = String(top + CELL.baseline);
	return [...text.matchAll(WORDS)].map(({0: words, index}) => {
		const at = x + widthOf(text.slice(0, index));
		const cells = widthOf(words);
		const alone = words.length === 1 && !/[!-~]/u.test(words);
		const left = MARGIN + (alone ? at + cells / 2 : at) * CELL.width;
		const fitted = alone ? '' : ` textLength="${exact(cells * CELL.width)}"`;
		const glyphs = alone ? '' : ' lengthAdjust="spacingAndGlyphs"';
		const fill = ink.front === INK ? '' : ` style="fill:${ink.front}"`;
		return `<text x="${exact(left)}" y="${y}"${fitted}${glyphs}${classOf(ink.look, alone)}${fill}>${escaped(words)}</text>`;
	});
}

/** Latin words with single blanks between them; or one sign alone. Drawn signs are left out. */
const WORDS = /[!-~]+(?: [!-~]+)*|[^ -~\u2500-\u259F\u2800-\u28FF]/gu;

function classOf({bold, underline}: Look, alone: boolean): string {
	const names = [...(bold ? ['b'] : []), ...(underline ? ['u'] : []), ...(alone ? ['m'] : [])];
	return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

function shapesOf({text, x, ink}: Piece, top: number): readonly Shape[] {
	let at = x;
	return Array.from(text).flatMap(character => {
		const cell = {left: MARGIN + at * CELL.width, fill: ink.front};
		at += widthOf(character);
		return shapeOf(character).map(([left, above, width, height]) => ({
			fill: cell.fill,
			left: cell.left + left * CELL.width,
			top: top + above * CELL.height,
			width: width * CELL.width,
			height: height * CELL.height,
		}));
	});
}

/** What touches at the side and is as high becomes one shape: a graph has thousands of dots. */
function joined(shapes: readonly Shape[]): readonly Shape[] {
	const open = new Map<string, Shape>();
	const done: Shape[] = [];
	for (const shape of shapes) {
		const level = `${shape.fill} ${exact(shape.top)} ${exact(shape.height)}`;
		const before = open.get(level);
		const touches = before !== undefined && exact(before.left + before.width) === exact(shape.left);
		if (before !== undefined && !touches) done.push(before);
		open.set(level, touches ? {...before, width: before.width + shape.width} : shape);
	}
	return [...done, ...open.values()];
}

/** All shapes of a colour as one path. */
function pathsOf(shapes: readonly Shape[]): readonly string[] {
	const fills = [...new Set(shapes.map(({fill}) => fill))];
	return fills.map(fill => {
		const path = shapes
			.filter(shape => shape.fill === fill)
			.map(({left, top, width, height}) => {
				const across = exact(width);
				return `M${exact(left)} ${exact(top)}h${across}v${exact(height)}h-${across}z`;
			});
		return `<path fill="${fill}" d="${path.join('')}"/>`;
	});
}

/** To a hundredth, without a float's tail. */
function exact(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
