import {build, type BuildOptions} from 'esbuild';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {buildPart} from '../support/build-part.ts';
import {times} from '../support/sampled.ts';
import {inScratch, ROOT} from '../support/tree.ts';

// Frames of every kind of text that Ink measures: one cell, two cells, combined, coloured, cut, and changing.
const FRAMES = `
import React from 'react';
import {Box, Text, renderToString} from 'ink';
const WORDS = ['plain ASCII', '─│╭█▁░●✔→⣿', '中文字', 'e\\u0301', '👩‍🚀', '🇦🇹', 'a\\tb', '\\u25FD\\u25FE', ''];
const row = (n, frame) =>
	React.createElement(Box, {key: n, gap: 1, height: 1, flexShrink: 0},
		React.createElement(Text, {color: 'red', wrap: 'truncate'}, WORDS[(n + frame) % WORDS.length].repeat(1 + (n % 4))),
		React.createElement(Text, {bold: true, backgroundColor: 'blue'}, String(n * frame)),
		React.createElement(Box, {borderStyle: 'round', width: 12}, React.createElement(Text, {wrap: 'wrap'}, WORDS[frame % WORDS.length])));
for (let frame = 0; frame < ${String(times(30, 60))}; frame++) {
	const rows = Array.from({length: 12}, (_, n) => row(n, frame));
	process.stdout.write(renderToString(React.createElement(Box, {flexDirection: 'column'}, rows), {columns: 20 + frame}) + '\\n');
}`;

// Lines that follow each other on one row of the screen, and texts to be made harmless.
const LINES = `
import {renderToString} from 'ink'; // Our patches insist on the whole of it.
process.stdout.write(typeof renderToString);
import lineUpdate from './node_modules/ink/build/line-update.js';
import sanitizeAnsi from './node_modules/ink/build/sanitize-ansi.js';
const PARTS = [
	'a', ' ', 'metric', '0', '─', '█', '⣿', '●', '↔', '\\u00A9', '…', '中', 'e\\u0301', '\\u0301', '👩‍🚀', '\\u200D', '\\uFE0F', '\\u200E',
	'\\u001B[31m', '\\u001B[39m', '\\u001B[1m', '\\u001B[0m', '\\u001B[38;2;1;2;3m', '\\u001B[4:3m', '\\u001B[2J', '\\u009B31m', '\\u0007', '\\u007F',
];
let seed = 1;
const any = max => (seed = (seed * 48271) % 2147483647) % max;
const lineOf = length => Array.from({length}, () => PARTS[any(any(3) === 0 ? PARTS.length : 12)]).join('');
for (let n = 0; n < ${String(times(4_000, 20_000))}; n++) {
	const same = lineOf(any(12));
	const [previous, next] = [same + lineOf(any(8)), same + lineOf(any(8))];
	process.stdout.write(JSON.stringify([lineUpdate(previous, next, 4 + any(30)), sanitizeAnsi(next)]) + '\\n');
}`;

test.each([
	['frames', FRAMES, /中文字[^]*\u001B\[31m/u],
	['rows that follow each other', LINES, /⣿[^]*👩‍🚀/u],
])(
	'Ink with our patches writes the same bytes as Ink without them: %s',
	async (_, program, holds) => {
		const bundle = await buildPart<{options: () => BuildOptions}>('bundle.mjs');
		await inScratch(async folder => {
			const draw = async (name: string, change: BuildOptions) => {
				const outfile = join(folder, name);
				const stdin = {contents: program, resolveDir: ROOT, loader: 'js' as const};
				await build({...bundle.options(), stdin, outfile, ...change});
				const env = {...process.env, FORCE_COLOR: '1'};
				return execFileSync(process.execPath, [outfile], {env, encoding: 'utf8', maxBuffer: 1e8});
			};
			const {alias, plugins = []} = bundle.options();
			const unpatched = plugins.filter(({name}) => name !== 'ink-caches');
			const plainAlias = {'react-devtools-core': alias?.['react-devtools-core'] ?? ''};
			const plain = await draw('plain.mjs', {alias: plainAlias, plugins: unpatched});
			const patched = await draw('patched.mjs', {});
			expect(plain).toMatch(holds);
			expect(patched).toBe(plain);
		});
	},
);
