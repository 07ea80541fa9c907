import fs from 'node:fs';
import {ownLevels} from '../levels/own-levels.ts';
import {referenceOf, textOf} from './references.ts';

// `npm run references [-- LEVEL...]`: how scripted players fare, written into the levels that are named, or into all.
const named = process.argv.slice(2);
for (const level of ownLevels()) {
	if (named.length > 0 && !named.includes(level.id)) continue;
	if (level.kind === 'sandbox') continue; // It asks for nothing.
	const started = performance.now();
	const file = new URL(`../../levels/${level.id}/reference.json`, import.meta.url);
	const reference = referenceOf(level);
	fs.writeFileSync(file, textOf(reference));
	const won = reference.runs.filter(run => run.won).length;
	const seconds = ((performance.now() - started) / 1000).toFixed(0);
	const {length} = reference.runs;
	console.log(`${level.id.padEnd(30)} ${String(won)} of ${String(length)} won, ${seconds} s`);
}
