import {build, type BuildOptions} from 'esbuild';
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {inScratch, ROOT} from '../support/tree.ts';

// Frames of every kind of text that Ink measures: one cell, two cells, combined, coloured, cut, and changing.
const PROGRAM = `
import React from 'react';
import {Box, Text, renderToString} from 'ink';
const WORDS = ['plain ASCII', '─│╭█▁░●✔→⣿', '中文字', 'e\\u0301', '👩‍🚀', '🇦🇹', 'a\\tb', '\\u25FD\\u25FE', ''];
const row = (n, frame) =>
	React.createElement(Box, {key: n, gap: 1, height: 1, flexShrink: 0},
		React.createElement(Text, {color: 'red', wrap: 'truncate'}, WORDS[(n + frame) % WORDS.length].repeat(1 + (n % 4))),
		React.createElement(Text, {bold: true, backgroundColor: 'blue'}, String(n * frame)),
		React.createElement(Box, {borderStyle: 'round', width: 12}, React.createElement(Text, {wrap: 'wrap'}, WORDS[frame % WORDS.length])));
for (let frame = 0; frame < 60; frame++) {
	const rows = Array.from({length: 12}, (_, n) => row(n, frame));
	process.stdout.write(renderToString(React.createElement(Box, {flexDirection: 'column'}, rows), {columns: 20 + frame}) + '\\n');
}`;

test('Ink with our patches draws the same bytes as Ink without them', async () => {
	const bundle = (await import(join(ROOT, 'build/bundle.mjs'))) as {options: () => BuildOptions};
	await inScratch(async folder => {
		const draw = async (name: string, change: BuildOptions) => {
			const outfile = join(folder, name);
			const stdin = {contents: PROGRAM, resolveDir: ROOT, loader: 'js' as const};
			await build({...bundle.options(), stdin, outfile, ...change});
			const env = {...process.env, FORCE_COLOR: '1'};
			return execFileSync(process.execPath, [outfile], {env, encoding: 'utf8'});
		};
		const {alias} = bundle.options();
		const plainAlias = {'react-devtools-core': alias?.['react-devtools-core'] ?? ''};
		const plain = await draw('plain.mjs', {alias: plainAlias, plugins: []});
		const patched = await draw('patched.mjs', {});
		expect(plain).toContain('中文字');
		expect(plain).toContain('\x1b[31m');
		expect(patched).toBe(plain);
	});
});
