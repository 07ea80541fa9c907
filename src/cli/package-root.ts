import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {kindOf, readJson} from '../saves/disk/index.ts';

/** The file that is run: while developing, the main module. */
export function programFile(): URL {
	const here = import.meta.url;
	return new URL(here.endsWith('.mjs') ? './outage-oncall.mjs' : './main.ts', here);
}

/** The folder of the running file: `dist/` when bundled. */
export function programFolder(): string {
	return path.dirname(fileURLToPath(import.meta.url));
}

/** The folder of our package: above `dist/` when bundled, above `src/` while developing. */
export function packageRoot(): string {
	let folder = programFolder();
	for (;;) {
		if (kindOf(path.join(folder, 'package.json')) === 'file') return folder;
		const parent = path.dirname(folder);
		if (parent === folder) throw new Error('The package has lost its package.json.');
		folder = parent;
	}
}

export function versionOf(root: string): string {
	const read = readJson(path.join(root, 'package.json'));
	const manifest = read.ok ? read.value : undefined;
	const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
	return known && typeof manifest.version === 'string' ? manifest.version : '0.0.0';
}

export function nodeMajor(): number {
	return Number(process.versions.node.split('.')[0]);
}
