import {build, type BuildOptions, type Metafile} from 'esbuild';
import {expect, test} from 'vitest';
import {buildPart} from '../support/build-part.ts';

/** What is loaded one after the other until the menu is on the screen. */
const UNTIL_THE_MENU = [
	'src/cli/main.ts',
	'src/cli/play.ts',
	'src/cli/play-from.ts',
	'src/tui/index.ts',
];
/** What takes long to load, and what only a run needs. */
const LATER =
	/^src\/(?:sim|observe|session)\/|node_modules\/(?:xstate|zod|yaml|ajv|conf|semver|@modelcontextprotocol)\//;

test('nothing of the Region is loaded until the menu is on the screen', async () => {
	const bundle = await buildPart<{options: () => BuildOptions}>('bundle.mjs');
	const {metafile} = await build({
		...bundle.options(),
		entryPoints: ['src/cli/main.ts'],
		outfile: 'none.mjs',
		write: false,
		metafile: true,
	});
	const loaded = loadedBy(UNTIL_THE_MENU, metafile);
	expect(loaded).toContain('src/view/programs/menu/menu.ts');
	expect(loaded.filter(path => LATER.test(path))).toEqual([]);
	// It would be caught: what plays a run needs all of it.
	expect(loadedBy(['src/play/runs/index.ts'], metafile).some(path => LATER.test(path))).toBe(true);
}, 60_000);

/** Everything that files import, but for what they import when they come to need it. */
function loadedBy(files: readonly string[], {inputs}: Metafile): readonly string[] {
	const loaded = new Set(files);
	for (const file of loaded) {
		for (const {path, kind, external} of inputs[file]?.imports ?? []) {
			if (kind !== 'dynamic-import' && external !== true) loaded.add(path);
		}
	}
	return [...loaded];
}
