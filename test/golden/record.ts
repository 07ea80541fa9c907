import fs from 'node:fs';
import {GOLDEN, goldenFile, record} from './golden.ts';

// Writes the golden journals anew. Changing one is a decision: the commit that does it begins its body with
// "World moves:" and says how.
for (const name of GOLDEN) {
	const {journal, result} = record(name);
	const file = goldenFile(name);
	fs.mkdirSync(new URL('.', file), {recursive: true});
	fs.writeFileSync(file, journal);
	const end =
		result.ended === null ? 'goes on' : `${result.ended.won ? 'won' : 'lost'} ${result.ended.at}`;
	console.log(
		`${name.padEnd(20)} ${result.hash}  harm ${result.harm.total.toFixed(0).padStart(5)}  ${end}`,
	);
}
