import {readFile} from 'node:fs/promises';

// Ink measures and tokenises every string anew in each frame, because each frame makes new caches. Sharing
// them between frames halves the cost of a frame and changes no byte of output (test/smoke/ compares both).

const PER_FRAME = 'caches = new OutputCaches();';
const BETWEEN_FRAMES = 'caches = sharedCaches();';
const SHARED = `
const STRINGS_MAX = 4_000;
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
	if (contents.split(PER_FRAME).length !== 2) {
		throw new Error(
			`ink/build/output.js no longer says "${PER_FRAME}" once: see build/ink-caches.mjs`,
		);
	}
	done();
	return contents.replace(PER_FRAME, BETWEEN_FRAMES) + SHARED;
}
