import {assert} from '../../src/sim/kernel/index.ts';

/** Part of a cell, from 0 to 1 of its width and height: left, top, width, height. */
type Box = readonly [left: number, top: number, width: number, height: number];

const BLOCKS = '▁▂▃▄▅▆▇█';
const BRAILLE = 0x2800;
/** Where the bits of a Braille character are, column by column from the top. */
const DOTS = [
	[0x01, 0x02, 0x04, 0x40],
	[0x08, 0x10, 0x20, 0x80],
] as const;

/** Which arms a line of a frame has: to the left, right, top and bottom of its cell. */
const ARMS: Readonly<Record<string, string>> = {
	'─': 'lr',
	'│': 'tb',
	'┌': 'rb',
	'┐': 'lb',
	'└': 'rt',
	'┘': 'lt',
	'├': 'rtb',
	'┤': 'ltb',
	'┬': 'lrb',
	'┴': 'lrt',
	'┼': 'lrtb',
};
const LINE = {width: 0.14, height: 0.07};
const ARM: Readonly<Record<string, Box>> = {
	l: [0, 0.5 - LINE.height / 2, 0.5 + LINE.width / 2, LINE.height],
	r: [0.5 - LINE.width / 2, 0.5 - LINE.height / 2, 0.5 + LINE.width / 2, LINE.height],
	t: [0.5 - LINE.width / 2, 0, LINE.width, 0.5 + LINE.height / 2],
	b: [0.5 - LINE.width / 2, 0.5 - LINE.height / 2, LINE.width, 0.5 + LINE.height / 2],
};

/** What a character looks like where it fills its cell, as no font can be trusted to do; none for all others. */
export function shapeOf(character: string): readonly Box[] {
	const block = BLOCKS.indexOf(character);
	if (block >= 0) return [[0, 1 - (block + 1) / 8, 1, (block + 1) / 8]];
	const arms = ARMS[character];
	if (arms !== undefined) return Array.from(arms, armOf);
	const code = character.charCodeAt(0);
	return code > BRAILLE && code <= BRAILLE + 0xff ? dots(code - BRAILLE) : [];
}

function armOf(side: string): Box {
	const arm = ARM[side];
	assert(arm !== undefined, `${side} is a side of a cell`);
	return arm;
}

/** Dots that touch, so that what is full looks full. */
function dots(bits: number): readonly Box[] {
	return DOTS.flatMap((column, x) =>
		column.flatMap((bit, y): Box[] => ((bits & bit) === 0 ? [] : [[x / 2, y / 4, 1 / 2, 1 / 4]])),
	);
}
