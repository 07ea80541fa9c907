// Makes dist/site/: the same program as a page, its levels in one file, and what lets it work offline.
import {build} from 'esbuild';
import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '..');
const WEB = join(ROOT, 'src', 'web');
const WORKER = 'service-worker.js';
/** Left out of the package, which has the levels in folders: `outage-oncall web` puts it together. */
export const SHELF = 'shelf.json';
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
	writeFileSync(join(site, SHELF), JSON.stringify(await shelf()));
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
		charset: 'utf8',
		alias: {seedrandom: './build/alea.mjs'},
		legalComments: 'none', // THIRD_PARTY.txt has every licence in full.
		metafile: true,
		logLevel: 'warning',
		plugins: [yamlUnlessUsed],
	};
}

/** Levels come as data, and nobody reads YAML in a page: but esbuild is not told that yaml may be left out. */
const yamlUnlessUsed = {
	name: 'yaml-unless-used',
	setup({onResolve}) {
		onResolve({filter: /^yaml$/}, () => ({
			path: join(ROOT, 'node_modules', 'yaml', 'browser', 'index.js'),
			sideEffects: false,
		}));
	},
};

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

/** All that the page knows of levels: the program says it, so that it can hand it to a page itself. */
async function shelf() {
	const {outputFiles} = await build({
		...options(),
		platform: 'node',
		entryPoints: [join(ROOT, 'src', 'cli', 'level-shelf.ts')],
		write: false,
	});
	const code = Buffer.from(outputFiles[0].contents).toString('base64');
	const {levelShelf} = await import(`data:text/javascript;base64,${code}`);
	return levelShelf(join(ROOT, 'levels'), join(ROOT, 'docs', 'runbooks'));
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
