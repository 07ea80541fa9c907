import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';

// Ink draws every frame from nothing: it measures, tokenises and joins every string anew, a cell an object. Most
// of a screen stays as it was, so strings and cells are shared between frames, and a line that is drawn in one
// piece is taken apart once. This changes no byte of output (test/smoke/ compares both) and takes two thirds of
// the time and nearly all of the garbage.

/** What output.js says, once each, and what it says for us. */
const CHANGES = [
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
];

const SHARED = `
import {sharedCells} from '${resolve(import.meta.dirname, 'cells.mjs')}';
const STRINGS_MAX = 1_000;
const BLANK = sharedCells(' ')[0];
let shared = new OutputCaches();
function sharedCaches() {
	if (shared.widths.size + shared.styledChars.size > STRINGS_MAX) shared = new OutputCaches();
	return shared;
}
`;

/** An esbuild plugin. Fails the build when Ink no longer reads as this patch expects. */
export const inkCaches = {
	name: 'ink-caches',
	setup(build) {
		let patched = false;
		let seen = false;
		build.onLoad({filter: /[\\/]ink[\\/]build[\\/]/}, async ({path}) => {
			seen = true;
			if (!/[\\/]output\.js$/.test(path)) return undefined;
			const contents = await readFile(path, 'utf8');
			return {contents: patchOutput(contents, () => (patched = true)), loader: 'js'};
		});
		build.onEnd(() => {
			if (!seen || patched) return undefined;
			return {
				errors: [{text: 'Ink was bundled without ink/build/output.js: see build/ink-caches.mjs'}],
			};
		});
	},
};

function patchOutput(contents, done) {
	let patched = contents;
	for (const [before, after] of CHANGES) {
		if (patched.split(before).length !== 2) {
			throw new Error(
				`ink/build/output.js no longer says "${before}" once: see build/ink-caches.mjs`,
			);
		}
		patched = patched.replace(before, () => after);
	}
	done();
	return patched + SHARED;
}
