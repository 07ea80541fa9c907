/** Folders of packages, such as `node_modules/ink`, whose code reached an output; esbuild writes `/` on every system. */
export function bundledPackages(metafile) {
	const folders = new Set();
	for (const output of Object.values(metafile.outputs)) {
		for (const input of Object.keys(output.inputs)) {
			const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
			if (folder !== undefined) folders.add(folder);
		}
	}
	return [...folders].sort();
}
