// Makes dist/: the program of a terminal and, in dist/site/, that of a page. What both run is there once, beside the
// page, and the licences of all that is bundled lie with them.
import {build} from 'esbuild';
import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {inkCaches} from './ink-caches.mjs';
import {restoreManifest} from './manifest.mjs';
import {nodesOwn, yamlUnlessUsed, yogaWithoutFetch} from './plugins.mjs';
import {SBOM, sbomText} from './sbom.mjs';
import {levelsOf, siteAround, siteInWords} from './site.mjs';
import {thirdParty} from './third-party.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const PROGRAM = 'outage-oncall';
const PAGE = 'main';
const PAGE_WORKER = 'worker';

// Node 20 lacks Promise.withResolvers, which Ink may reach.
const HEAD = [
	'#!/usr/bin/env node',
	'Promise.withResolvers??=function(){let a,b;const p=new this((x,y)=>{a=x;b=y});return{promise:p,resolve:a,reject:b}};',
].join('\n');

/** How everything that ships is bundled. */
export function options() {
	const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	return {
		absWorkingDir: ROOT,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: ['node20', 'es2023'],
		minify: true,
		charset: 'utf8',
		jsx: 'automatic',
		legalComments: 'none', // THIRD_PARTY.txt has every licence in full.
		metafile: true,
		logLevel: 'warning',
		define: {
			'process.env.NODE_ENV': '"production"', // Else React's development build, twice as slow.
			'process.env.WS_NO_BUFFER_UTIL': '"1"', // Else it asks for packages that nobody has installed.
			'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
			GAME_VERSION: JSON.stringify(version),
		},
		alias: {
			'react-devtools-core': './build/empty.mjs',
			// `conf` asks them for schemas and migrations, and is given neither: a seventh of the program.
			'ajv/dist/2020.js': './build/empty.mjs',
			ajv: './build/empty.mjs', // Nor is a client of `mcp` asked for what would have to be checked by one.
			'ajv-formats': './build/empty.mjs',
			semver: './build/empty.mjs',
			seedrandom: './build/alea.mjs',
			fflate: './node_modules/fflate/esm/browser.js', // The other differs in what starts threads, and asks for a require.
			'string-width': './build/fast-string-width.mjs',
		},
		plugins: [inkCaches, nodesOwn, yamlUnlessUsed, yogaWithoutFetch],
	};
}

/** Makes `dist`, a folder, and returns the path of the program in it. */
export async function bundleInto(dist) {
	const {metafile, outputFiles} = await build({
		...options(),
		entryPoints: [
			{in: 'src/cli/main.ts', out: PROGRAM},
			{in: 'src/web/main.ts', out: PAGE},
			{in: 'src/web/worker.ts', out: PAGE_WORKER},
		],
		splitting: true,
		chunkNames: 'part-[hash]',
		outdir: dist,
		write: false,
	});
	mkdirSync(dist, {recursive: true});
	for (const name of readdirSync(dist).filter(isPart)) rmSync(join(dist, name));
	const site = join(dist, 'site');
	rmSync(site, {recursive: true, force: true});
	mkdirSync(site);
	writeParts(dist, outputFiles, partsOfPage(metafile));
	const {shelf, compiled} = await levelsOf(options());
	copyLevels(join(dist, 'levels'), compiled);
	for (const prose of ['runbooks', 'lessons']) {
		rmSync(join(dist, prose), {recursive: true, force: true});
		cpSync(join(ROOT, 'docs', prose), join(dist, prose), {recursive: true});
	}
	const worker = await siteAround(site, shelf, options());
	const all = {
		inputs: {...metafile.inputs, ...worker.inputs},
		outputs: {...metafile.outputs, ...worker.outputs},
	};
	writeFileSync(join(dist, 'THIRD_PARTY.txt'), thirdParty(all, ROOT));
	writeFileSync(join(dist, SBOM), sbomText(all, ROOT));
	const program = join(dist, `${PROGRAM}.mjs`);
	chmodSync(program, 0o755);
	return program;
}

/** The names of the files that the page may load. */
function partsOfPage({outputs}) {
	const paths = new Set(
		Object.keys(outputs).filter(path =>
			[`${PAGE}.js`, `${PAGE_WORKER}.js`].includes(basename(path)),
		),
	);
	for (const path of paths)
		for (const {path: next, external} of outputs[path].imports)
			if (external !== true) paths.add(next);
	return new Set([...paths].map(path => basename(path)));
}

/** What the page may load lies in its folder; the rest of the program beside it, as `.mjs`, and finds it there. */
function writeParts(dist, files, ofPage) {
	for (const {path, text} of files) {
		const name = basename(path);
		if (ofPage.has(name)) writeFileSync(join(dist, 'site', name), text);
		else {
			const own = text.replaceAll(/"\.\/(part-\w+)\.js"/g, (_, part) =>
				ofPage.has(`${part}.js`) ? `"./site/${part}.js"` : `"./${part}.mjs"`,
			);
			const head = name === `${PROGRAM}.js` ? `${HEAD}\n` : '';
			writeFileSync(join(dist, name.replace(/\.js$/, '.mjs')), `${head}${own}`);
		}
	}
}

function isPart(name) {
	return /^part-\w+\.mjs$/.test(name);
}

/** Levels go beside the program, parsed already and without their source: the player's start need not read and judge YAML. */
function copyLevels(levels, compiled) {
	rmSync(levels, {recursive: true, force: true});
	cpSync(join(ROOT, 'levels'), levels, {
		recursive: true,
		filter: path => basename(path) !== 'level.yaml',
	});
	rmSync(join(levels, 'level.schema.json')); // `levels new` writes it beside the level.
	for (const [id, level] of compiled)
		writeFileSync(join(levels, id, 'level.json'), JSON.stringify(level));
}

if (process.argv[1] === import.meta.filename) {
	try {
		restoreManifest(); // In case a pack was killed half way.
		const dist = join(ROOT, 'dist');
		const program = await bundleInto(dist);
		const manual = execFileSync(process.execPath, [program, 'man'], {encoding: 'utf8'});
		writeFileSync(join(dist, `${PROGRAM}.1`), manual);
		if (!process.argv.includes('--quiet')) {
			const names = readdirSync(dist).filter(name => name.endsWith('.mjs'));
			const bytes = names.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
			process.stdout.write(
				`dist/${PROGRAM}.mjs and its parts, ${(bytes / 1000).toFixed(0)} kB\ndist/site ${siteInWords(join(dist, 'site'))}\n`,
			);
		}
	} catch (problem) {
		process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
		process.exitCode = 1;
	}
}
