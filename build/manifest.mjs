// What is published has no runtime dependencies: they are inside the bundle. `npm pack` calls this before and
// after, because npm puts the package.json it finds into the tarball.
import {copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const MANIFEST = join(ROOT, 'package.json');
const KEPT = join(ROOT, 'package.json.kept');

/** The manifest of the tarball that the tests and the release install. */
export function releaseManifest() {
	const {dependencies, devDependencies, scripts, ...published} = readManifest();
	return published;
}

/**
 * Takes the dependencies out of package.json for as long as npm packs. They stay among the development ones
 * and every script stays, so that a pack killed half way leaves a repository that installs, tests, and puts
 * itself right at the next build.
 */
function publishManifest() {
	const {dependencies, devDependencies, ...published} = readManifest();
	if (dependencies === undefined) throw new Error('package.json has no dependencies to take out');
	if (!existsSync(KEPT)) copyFileSync(MANIFEST, KEPT);
	write(MANIFEST, {...published, devDependencies: {...dependencies, ...devDependencies}});
}

/** Puts the whole package.json back, if a pack took it away. */
export function restoreManifest() {
	if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
}

function readManifest() {
	return JSON.parse(readFileSync(existsSync(KEPT) ? KEPT : MANIFEST, 'utf8'));
}

/** Whole or not at all: a reader never sees half a manifest. */
export function write(file, manifest) {
	const partial = `${file}.partial`;
	try {
		writeFileSync(partial, `${JSON.stringify(manifest, undefined, '\t')}\n`);
		renameSync(partial, file);
	} catch (problem) {
		rmSync(partial, {force: true});
		throw problem;
	}
}

if (process.argv[1] === import.meta.filename) {
	if (process.argv[2] === 'publish') publishManifest();
	else if (process.argv[2] === 'restore') restoreManifest();
	else throw new Error('usage: manifest.mjs publish|restore');
}
