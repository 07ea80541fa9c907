import fs from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildSync} from 'esbuild';
import {progressLine} from '../../src/cli/sweeps.ts';
import {onThreads, resultsIn, sweep} from '../../src/jobs/index.ts';
import {wordFor} from '../../src/saves/index.ts';
import {filesBelow, ROOT} from '../support/tree.ts';
import type {HANDS} from './hands.ts';

const CACHE = join(ROOT, 'node_modules/.cache');
/** It lies as deep as what it is made of, which finds the levels from where it lies. */
const BUNDLE = join(CACHE, 'sweeps.mjs');

type Kind = keyof typeof HANDS;
type Asked<Of extends Kind> = Parameters<ReturnType<(typeof HANDS)[Of]>>[0];
type Answer<Of extends Kind> = ReturnType<ReturnType<(typeof HANDS)[Of]>>;

/**
 * What a hand of that kind makes of each, on every core. It is kept by all of this program and the levels: a sweep that was
 * killed does what is missing.
 */
export async function swept<Of extends Kind>(
	kind: Of,
	asked: readonly Asked<Of>[],
): Promise<readonly Answer<Of>[]> {
	const brief = {kind, word: wordFor(kind, bundled(), levels()), data: null};
	const jobs = asked.map(each => ({key: wordFor(brief.word, each), brief, asked: each}));
	let words = '';
	const line = progressLine(() => words);
	const owed = sweep(jobs, {
		runner: onThreads(pathToFileURL(BUNDLE)),
		results: resultsIn(join(CACHE, 'sweeps'), CACHE),
		tell: (done, of) => (words = `${kind}: ${String(done)} of ${String(of)}`),
	});
	const outcomes = await Promise.all(owed);
	line.end();
	return outcomes.map((outcome, at) => {
		if (outcome?.ok === true) return outcome.answer as Answer<Of>;
		throw new Error(`${kind} ${JSON.stringify(asked[at])}: ${outcome?.why ?? 'was not begun'}`);
	});
}

function bundled(): string {
	const {outputFiles} = buildSync({
		absWorkingDir: ROOT,
		entryPoints: ['test/jobs/hands.ts'],
		bundle: true,
		platform: 'node',
		format: 'esm',
		write: false,
		banner: {
			js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);',
		},
	});
	const text = outputFiles[0]?.text ?? '';
	fs.mkdirSync(CACHE, {recursive: true});
	fs.writeFileSync(BUNDLE, text);
	return text;
}

function levels(): readonly string[] {
	const files = filesBelow('levels', /\.(yaml|orders|json)$/u);
	return files.map(file => fs.readFileSync(join(ROOT, file), 'utf8'));
}
