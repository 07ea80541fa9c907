import {build} from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import type {Page} from 'puppeteer-core';
import {levelNamed} from '../levels/own-levels.ts';
import {ROOT} from '../support/tree.ts';

/** The engine as a script for any page. */
export async function reliveScript(): Promise<string> {
	const {outputFiles} = await build({
		entryPoints: [path.join(ROOT, 'test', 'web', 'relive.entry.ts')],
		bundle: true,
		format: 'iife',
		platform: 'browser',
		minify: true,
		write: false,
		logLevel: 'warning',
	});
	return outputFiles[0]?.text ?? '';
}

export type Golden = {readonly level: string; readonly player: string};

/** The hash with which a golden journal ends here and now, and in how many milliseconds. */
export function relivedIn(page: Page, {level, player}: Golden) {
	const text = fs.readFileSync(goldenPath({level, player}), 'utf8');
	return page.evaluate(
		(journal: string, of: string) =>
			(
				globalThis as unknown as {
					relive: (text: string, level: unknown) => {hash: string; ms: number};
				}
			).relive(journal, JSON.parse(of)),
		text,
		JSON.stringify(levelNamed(level)),
	);
}

export function goldenPath({level, player}: Golden): string {
	return path.join(ROOT, 'saves', 'golden', level, `${player}.journal.jsonl`);
}

/** What the journal itself says it ended with. */
export function hashOf(golden: Golden): string {
	const lines = fs.readFileSync(goldenPath(golden), 'utf8').trim().split('\n');
	const end = lines
		.map(line => JSON.parse(line) as {kind: string; hash?: string})
		.findLast(({kind}) => kind === 'end');
	return end?.hash ?? '';
}

/** Every golden journal that came to its end. */
export function goldens(): readonly Golden[] {
	const folder = path.join(ROOT, 'saves', 'golden');
	return fs
		.readdirSync(folder)
		.flatMap(level =>
			fs
				.readdirSync(path.join(folder, level))
				.filter(name => name.endsWith('.journal.jsonl'))
				.map(name => ({level, player: name.replace('.journal.jsonl', '')})),
		)
		.filter(golden => hashOf(golden) !== '');
}
