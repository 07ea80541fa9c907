// Makes release/: what is published, and its tarball. Leaves package.json alone, so that tests may call it.
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {join, resolve} from 'node:path';
import {releaseManifest, write} from './manifest.mjs';
import {npm} from './npm.mjs';
import {publishedReadme} from './readme.mjs';
import {SHELF} from './site.mjs';

const ROOT = resolve(import.meta.dirname, '..');
/** The page, the rooms and the seats for programs travel in the package: none of them needs another install. */
const BYTES_MAX = 1_000_000;

/** Packs a bundle that `bundleInto` made, in `folder`, and returns the path of the tarball. */
export function packInto(folder, dist) {
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {recursive: true});
	cpSync(dist, join(folder, 'dist'), {recursive: true});
	rmSync(join(folder, 'dist', 'site', SHELF));
	for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(join(ROOT, name), join(folder, name));
	const manifest = releaseManifest();
	write(join(folder, 'package.json'), manifest);
	writeFileSync(join(folder, 'README.md'), readmeFor(manifest));
	npm(['pack', '--silent', '--ignore-scripts'], {cwd: folder, stdio: 'ignore'});
	const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error('npm pack made no tarball');
	const bytes = statSync(join(folder, tarball)).size;
	if (bytes > BYTES_MAX)
		throw new Error(`the tarball has ${String(bytes)} bytes, at most ${String(BYTES_MAX)} allowed`);
	return join(folder, tarball);
}

function readmeFor({version, homepage}) {
	const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
	const repository = homepage.replace(/#.*$/, '');
	return publishedReadme(text, {repository, version}, path => existsSync(join(ROOT, path)));
}

/** A size as people say it. */
export function kilobytesOf(file) {
	return `${(statSync(file).size / 1000).toFixed(0)} kB`;
}

if (process.argv[1] === import.meta.filename) {
	const tarball = packInto(join(ROOT, 'release'), join(ROOT, 'dist'));
	process.stdout.write(`${tarball} ${kilobytesOf(tarball)}\n`);
}
