import {readFile} from 'node:fs/promises';
import {basename, resolve} from 'node:path';

// Ink draws every frame from nothing: it measures, tokenises and joins every string anew, a cell an object. Most
// of a screen stays as it was, so strings and cells are shared between frames, and a line that is drawn in one
// piece is taken apart once. What needs the tables of Unicode is left out where no character does. This changes no
// byte of output (test/smoke/ compares both) and takes four fifths of the time and nearly all of the garbage.

/** As a word of JavaScript: a path of Windows has backslashes. */
const CELLS = JSON.stringify(resolve(import.meta.dirname, 'cells.mjs'));

/** By file: what it says, once each, and what it says for us; and what it needs for that. */
const PATCHES = {
	'output.js': {
		changes: [
			['caches = new OutputCaches();', 'caches = sharedCaches();'],
			[
				'cached = styledCharsFromTokens(tokenize(line)).filter(',
				'cached = sharedCells(line) ?? styledCharsFromTokens(tokenize(line)).filter(',
			],
			[
				'let lines = characterLines.map(line => styledCharsToString(line));',
				'let lines = clip || characterLines.length > 1 ? characterLines.map(line => styledCharsToString(line)) : [text];',
			],
			[
				`row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });`,
				'row.push(BLANK);',
			],
		],
		added: `
import {sharedCells} from ${CELLS};
const STRINGS_MAX = 1_000;
const BLANK = sharedCells(' ')[0];
let shared = new OutputCaches();
function sharedCaches() {
	if (shared.widths.size + shared.styledChars.size > STRINGS_MAX) shared = new OutputCaches();
	return shared;
}
`,
	},
	// Where two lines differ: it looked for joined characters in every line with a frame or a graph in it.
	'line-update.js': {
		changes: [
			['const printableAscii = /^[ -~]*$/u;', 'const printableAscii = ONE_CELL_EACH;'],
			[
				"const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });",
				'const segmenter = {segment: text => joinedCharacters().segment(text)};',
			],
		],
		added: `
import {ONE_CELL_EACH} from ${CELLS};
let made;
function joinedCharacters() {
	return (made ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'}));
}
`,
	},
	// Text that is nothing but such characters and colours has nothing to be rid of.
	'sanitize-ansi.js': {
		changes: [
			[
				'if (!hasAnsiControlCharacters(text)) {',
				'if (isHarmless(text)) return text;\n    if (!hasAnsiControlCharacters(text)) {',
			],
		],
		added: `
import {isHarmless} from ${CELLS};
`,
	},
};

/** An esbuild plugin. Fails the build when Ink no longer reads as this patch expects. */
export const inkCaches = {
	name: 'ink-caches',
	setup(build) {
		const patched = new Set();
		let seen = false;
		build.onLoad({filter: /[\\/]ink[\\/]build[\\/]/}, async ({path}) => {
			seen = true;
			const patch = PATCHES[basename(path)];
			if (patch === undefined) return undefined;
			patched.add(basename(path));
			return {
				contents: withPatch(await readFile(path, 'utf8'), basename(path), patch),
				loader: 'js',
			};
		});
		build.onEnd(() => {
			const missing = Object.keys(PATCHES).filter(name => !patched.has(name));
			if (!seen || missing.length === 0) return undefined;
			const text = `Ink was bundled without ${missing.join(', ')}: see build/ink-caches.mjs`;
			return {errors: [{text}]};
		});
	},
};

function withPatch(contents, name, {changes, added}) {
	let patched = contents;
	for (const [before, after] of changes) {
		if (patched.split(before).length !== 2) {
			throw new Error(
				`ink/build/${name} no longer says "${before}" once: see build/ink-caches.mjs`,
			);
		}
		patched = patched.replace(before, () => after);
	}
	return patched + added;
}
