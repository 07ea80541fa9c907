// Makes dist/: the whole program in one file, the levels beside it, and the licences of what it bundles.
import {build} from 'esbuild';
import {
	chmodSync,
	cpSync,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {join, resolve} from 'node:path';
import {parse} from 'yaml';
import {inkCaches} from './ink-caches.mjs';
import {restoreManifest} from './manifest.mjs';
import {SBOM, sbomText} from './sbom.mjs';
import {siteInto} from './site.mjs';
import {thirdParty} from './third-party.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const PROGRAM = 'outage-oncall.mjs';

// CommonJS inside (seedrandom) needs a require; Node 20 lacks Promise.withResolvers, which Ink may reach.
const BANNER = [
	'#!/usr/bin/env node',
	'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
	'Promise.withResolvers??=function(){let a,b;const p=new this((x,y)=>{a=x;b=y});return{promise:p,resolve:a,reject:b}};',
].join('\n');

/** How everything that ships is bundled. */
export function options() {
	return {
		absWorkingDir: ROOT,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		minify: true,
		charset: 'utf8',
		jsx: 'automatic',
		legalComments: 'none', // THIRD_PARTY.txt has every licence in full.
		metafile: true,
		logLevel: 'warning',
		define: {
			'process.env.NODE_ENV': '"production"', // Else React's development build, twice as slow.
			fetch: 'undefined', // Else Yoga fetches its own data: URL, and Node loads its HTTP client for it.
		},
		alias: {
			'react-devtools-core': './build/empty.mjs',
			// `conf` asks them for schemas and migrations, and is given neither: a seventh of the program.
			'ajv/dist/2020.js': './build/empty.mjs',
			'ajv-formats': './build/empty.mjs',
			semver: './build/empty.mjs',
			seedrandom: './build/alea.mjs',
			fflate: './node_modules/fflate/esm/browser.js', // The other differs in what starts threads, and asks for a require.
			'string-width': './build/fast-string-width.mjs',
			yaml: './node_modules/yaml/browser/index.js', // The same code as modules: half the time to load.
		},
		plugins: [inkCaches],
		banner: {js: BANNER},
	};
}

/** Makes `dist`, a folder, and returns the path of the program in it. */
export async function bundleInto(dist) {
	const entry = ['src/cli/main.ts', 'src/cli/main.tsx'].find(path => existsSync(join(ROOT, path)));
	if (entry === undefined) throw new Error('src/cli/main.ts is missing');
	const program = join(dist, PROGRAM);
	const {metafile} = await build({...options(), entryPoints: [entry], outfile: program});
	chmodSync(program, 0o755);
	copyLevels(join(dist, 'levels'));
	cpSync(join(ROOT, 'docs', 'runbooks'), join(dist, 'runbooks'), {recursive: true});
	const page = await siteInto(join(dist, 'site'));
	const all = {
		inputs: {...metafile.inputs, ...page.inputs},
		outputs: {...metafile.outputs, ...page.outputs},
	};
	writeFileSync(join(dist, 'THIRD_PARTY.txt'), thirdParty(all, ROOT));
	writeFileSync(join(dist, SBOM), sbomText(all, ROOT));
	return program;
}

/** Levels go beside the program, read once already: the player's start need not parse YAML. */
function copyLevels(levels) {
	rmSync(levels, {recursive: true, force: true});
	cpSync(join(ROOT, 'levels'), levels, {recursive: true});
	rmSync(join(levels, 'level.schema.json')); // `levels new` writes it beside the level.
	for (const {name} of readdirSync(levels, {withFileTypes: true}).filter(each =>
		each.isDirectory(),
	)) {
		const source = readFileSync(join(levels, name, 'level.yaml'), 'utf8');
		writeFileSync(join(levels, name, 'level.json'), JSON.stringify(parse(source)));
	}
}

if (process.argv[1] === import.meta.filename) {
	try {
		restoreManifest(); // In case a pack was killed half way.
		const program = await bundleInto(join(ROOT, 'dist'));
		if (!process.argv.includes('--quiet')) {
			const kilobytes = (statSync(program).size / 1000).toFixed(0);
			process.stdout.write(`dist/${PROGRAM} ${kilobytes} kB\n`);
		}
	} catch (problem) {
		process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
		process.exitCode = 1;
	}
}
