// Makes dist/site/: the same program as a page, its levels in one file, and what lets it work offline.
import {build} from 'esbuild';
import {createHash} from 'node:crypto';
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
import {basename, join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {parse} from 'yaml';

const ROOT = resolve(import.meta.dirname, '..');
const WEB = join(ROOT, 'src', 'web');
const WORKER = 'service-worker.js';
const TONES = [
	...['plain', 'dim', 'title', 'focus', 'select', 'good', 'calm', 'warn', 'bad', 'flash', 'caret'],
];

/** Makes the site in a folder, and hands back what esbuild put into it. */
export async function siteInto(site) {
	rmSync(site, {recursive: true, force: true});
	mkdirSync(site, {recursive: true});
	const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const {metafile} = await build({
		...options(),
		define: {GAME_VERSION: JSON.stringify(version)},
		entryPoints: [join(WEB, 'main.ts'), join(WEB, 'worker.ts')],
		outdir: site,
		splitting: true,
		chunkNames: 'part-[hash]',
	});
	for (const name of ['index.html', 'icon.svg', 'manifest.json'])
		cpSync(join(WEB, name), join(site, name));
	writeFileSync(join(site, 'page.css'), await styleSheet());
	writeFileSync(join(site, 'shelf.json'), JSON.stringify(shelf()));
	const files = readdirSync(site).sort();
	await build({
		...options(),
		define: {
			SITE: JSON.stringify({
				files: ['./', ...files.map(name => `./${name}`)],
				version: wordFor(site, files),
			}),
		},
		entryPoints: [join(WEB, 'offline', 'service-worker.ts')],
		outfile: join(site, WORKER),
	});
	return metafile;
}

function options() {
	return {
		absWorkingDir: ROOT,
		bundle: true,
		format: 'esm',
		platform: 'browser',
		target: ['es2023'],
		minify: true,
		legalComments: 'none', // THIRD_PARTY.txt has every licence in full.
		metafile: true,
		logLevel: 'warning',
	};
}

/** The style of each tone by the names that a theme fills. */
async function styleSheet() {
	const tones = TONES.map(
		tone =>
			`.${tone}{color:var(--${tone}-ink);background:var(--${tone}-paper);font-weight:var(--${tone}-weight);text-decoration:var(--${tone}-line)}`,
	).join('\n');
	const source = readFileSync(join(WEB, 'page.css'), 'utf8').replace('@TONES@', tones);
	const {transform} = await import('esbuild');
	return (await transform(source, {loader: 'css', minify: true})).code;
}

/** All that the page knows of levels: see `src/web/house/shelf-file.types.ts`. */
function shelf() {
	const levels = join(ROOT, 'levels');
	const runbooks = join(ROOT, 'docs', 'runbooks');
	return {
		levels: readdirSync(levels, {withFileTypes: true})
			.filter(each => each.isDirectory())
			.map(({name}) => level(join(levels, name)))
			.sort((a, b) => (a.id < b.id ? -1 : 1)),
		runbooks: readdirSync(runbooks)
			.filter(name => name.endsWith('.md'))
			.sort()
			.map(name => ({id: basename(name, '.md'), text: readFileSync(join(runbooks, name), 'utf8')})),
	};
}

function level(folder) {
	const read = name => {
		const file = join(folder, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	};
	const players = existsSync(join(folder, 'players')) ? readdirSync(join(folder, 'players')) : [];
	const reference = read('reference.json');
	return {
		id: basename(folder),
		file: parse(read('level.yaml')),
		briefing: read('briefing.md'),
		debrief: read('debrief.md'),
		players: Object.fromEntries(
			players
				.filter(name => name.endsWith('.orders'))
				.map(name => [basename(name, '.orders'), read(join('players', name))]),
		),
		reference: reference === '' ? null : JSON.parse(reference),
	};
}

function wordFor(site, files) {
	const hash = createHash('sha256');
	for (const name of files) hash.update(name).update(readFileSync(join(site, name)));
	return hash.digest('hex').slice(0, 16);
}

/** What a first visit costs over the wire, in bytes. */
export function wireBytes(site) {
	return readdirSync(site).reduce(
		(sum, name) => sum + gzipSync(readFileSync(join(site, name)), {level: 9}).length,
		0,
	);
}

if (process.argv[1] === import.meta.filename) {
	const site = join(ROOT, 'dist', 'site');
	await siteInto(site);
	const files = readdirSync(site);
	const whole = files.reduce((sum, name) => sum + statSync(join(site, name)).size, 0);
	const wire = (wireBytes(site) / 1000).toFixed(0);
	process.stdout.write(
		`dist/site ${String(files.length)} files, ${(whole / 1000).toFixed(0)} kB, ${wire} kB gzipped\n`,
	);
}
