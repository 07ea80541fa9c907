// `npm run levels [-- ID... --seeds N]`: proves levels over a hundred seeds and writes docs/levels.md anew. Without
// names, those that have changed since or were proven with fewer; `npm run levels -- all` proves every one again.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import type {Proof} from '../../src/session/index.ts';
import {ROOT} from '../support/tree.ts';
import {ownLevels} from './own-levels.ts';
import {levelsPage} from './page.ts';
import {keepProofs, keptProofs, SEEDS, sourcesOf} from './proofs.ts';

const {values, positionals: asked} = parseArgs({
	allowPositionals: true,
	options: {seeds: {type: 'string'}},
});
const seeds = Number(values.seeds ?? SEEDS);
const levels = ownLevels();

for (const level of levels) {
	const sources = sourcesOf(level);
	const before = keptProofs()[level.id];
	const stale = before?.sources !== sources || before.seeds < seeds;
	if (!(asked.length === 0 ? stale : asked.includes('all') || asked.includes(level.id))) continue;
	const began = performance.now();
	const {stdout, status} = spawnSync(
		process.execPath,
		['dist/outage-oncall.mjs', 'levels', 'check', level.id, '--seeds', String(seeds), '--json'],
		{cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 2 ** 20},
	);
	if (status !== 0 && status !== 1) throw new Error(`${level.id} could not be checked`);
	const {levels: proofs} = JSON.parse(stdout) as {readonly levels: readonly Proof[]};
	const {proven, rates, claims} = proofs[0]!;
	const kept = {...keptProofs(), [level.id]: {sources, seeds, proven, rates}};
	const ids = levels.map(({id}) => id).filter(id => id in kept);
	keepProofs(Object.fromEntries(ids.map(id => [id, kept[id]!])));
	const seconds = ((performance.now() - began) / 1000).toFixed(0);
	process.stdout.write(`${level.id}: ${proven ? 'proven' : 'NOT PROVEN'}, ${seconds} s\n`);
	for (const {what, detail} of claims.filter(({holds}) => !holds)) {
		process.stdout.write(`  ${what}: ${detail}\n`);
	}
}
for (const [name, text] of Object.entries(await levelsPage())) {
	fs.writeFileSync(join(ROOT, name), text);
}
