import fs from 'node:fs';
import {
	goldenFile,
	goldenKept,
	goldenRuns,
	goldenText,
	nameOf,
	record,
	tellTheSame,
} from './golden.ts';

// Writes the golden journals anew, all or those of the levels that are named, and takes away those that no
// player is behind any more. Changing one because the world moved is a decision: the commit that does it
// begins its body with "World moves:" and says how.
const named = process.argv.slice(2);
const runs = goldenRuns();
for (const run of runs) {
	if (named.length > 0 && !named.includes(run.level.id)) continue;
	const {journal, result} = record(run);
	const file = goldenFile(run);
	const same = tellTheSame(journal, goldenText(run));
	fs.mkdirSync(new URL('.', file), {recursive: true});
	if (!same) fs.writeFileSync(file, journal);
	const end =
		result.ended === null ? 'goes on' : `${result.ended.won ? 'won ' : 'lost'} ${result.ended.at}`;
	const harm = result.harm.total.toFixed(0).padStart(5);
	console.log(
		`${nameOf(run).padEnd(50)} ${result.hash}  harm ${harm}  ${end}${same ? '' : '  written'}`,
	);
}
const known = runs.map(nameOf);
for (const name of goldenKept().filter(name => !known.includes(name))) {
	fs.rmSync(new URL(`../../saves/golden/${name}.journal.jsonl`, import.meta.url));
	console.log(`${name.padEnd(50)} taken away`);
}
