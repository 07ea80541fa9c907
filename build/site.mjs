// Makes of the parts of a page a site: its levels in one file, its style, and what lets it work offline.
import {build} from 'esbuild';
import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {cpSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '..');
const WEB = join(ROOT, 'src', 'web');
const WORKER = 'service-worker.js';
/** Left out of the package, which has the levels in folders: `outage-oncall web` puts it together. */
export const SHELF = 'shelf.json';
const TONES = [
	'plain',
	'dim',
	'line',
	'title',
	'select',
	'warn',
	'bad',
	'warnMark',
	'badMark',
	'caret',
];

/** Puts around the parts of a page, which lie in `site`, all else that makes a site; hands back what esbuild put into it. */
export async function siteAround(site, shelf, options) {
	for (const name of ['index.html', 'icon.svg', 'manifest.json'])
		cpSync(join(WEB, name), join(site, name));
	writeFileSync(join(site, 'page.css'), await styleSheet());
	writeFileSync(join(site, SHELF), JSON.stringify(shelf));
	const files = readdirSync(site).sort();
	const {metafile} = await build({
		...options,
		platform: 'browser',
		define: {
			SITE: JSON.stringify({
				files: ['index.html', ...files].map((name, at) => ({
					path: at === 0 ? './' : `./${name}`,
					integrity: integrityOf(join(site, name)),
				})),
				version: wordFor(site, files),
			}),
		},
		entryPoints: [join(WEB, 'offline', 'service-worker.ts')],
		outfile: join(site, WORKER),
	});
	return metafile;
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

/** All that is known of levels, each parsed and judged by the program's own code: what ships is not judged again. */
export async function levelsOf(options) {
	const {outputFiles} = await build({
		...options,
		stdin: {
			contents: `
				export {parseLevel} from './src/level/file/index.ts';
				export {goalLine, VOCABULARY} from './src/session/index.ts';
				export {levelShelf} from './src/cli/level-shelf.ts';`,
			resolveDir: ROOT,
		},
		write: false,
	});
	const code = Buffer.from(outputFiles[0].contents).toString('base64');
	const {goalLine, levelShelf, parseLevel, VOCABULARY} = await import(
		`data:text/javascript;base64,${code}`
	);
	const compiled = new Map();
	const levelIn = folder => {
		const parsed = parseLevel(readFileSync(join(folder, 'level.yaml'), 'utf8'), VOCABULARY);
		if (!parsed.ok) throw new Error(`${folder}: ${JSON.stringify(parsed.problems)}`);
		const {level} = parsed;
		compiled.set(level.id, {level, goal: goalLine(level)});
		return compiled.get(level.id);
	};
	const shelf = levelShelf(join(ROOT, 'levels'), name => join(ROOT, 'docs', name), levelIn);
	return {shelf, compiled};
}

function wordFor(site, files) {
	const hash = createHash('sha256');
	for (const name of files) hash.update(name).update(readFileSync(join(site, name)));
	return hash.digest('hex').slice(0, 16);
}

function integrityOf(file) {
	return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}

/** A site as a line says it. */
export function siteInWords(site) {
	const files = readdirSync(site);
	const whole = files.reduce((sum, name) => sum + statSync(join(site, name)).size, 0);
	const wire = (wireBytes(site) / 1000).toFixed(0);
	return `${String(files.length)} files, ${(whole / 1000).toFixed(0)} kB, ${wire} kB gzipped`;
}

/** What a first visit costs over the wire, in bytes. */
export function wireBytes(site) {
	return readdirSync(site).reduce(
		(sum, name) => sum + gzipSync(readFileSync(join(site, name)), {level: 9}).length,
		0,
	);
}
