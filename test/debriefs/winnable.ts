// `npm run winnable [-- --dropped N --nights N --level ID]`: of lost nights that one or two more orders would have won, how
// many debriefs name orders that win it. They are the textbook's without one or two of its orders, and nights of people who
// know something or press keys, for which such orders are looked for by brute force over the grammar.
import {parseArgs} from 'node:util';
import {swept} from '../jobs/swept.ts';
import type {Asked} from './named-wins.ts';

const {values} = parseArgs({
	options: {
		dropped: {type: 'string', default: '60'},
		nights: {type: 'string', default: '60'},
		level: {type: 'string'},
	},
});
const BAR = 0.95;

const {level = null} = values;
const asked = (['dropped', 'nights'] as const).flatMap(of =>
	Array.from({length: Number(values[of])}, (_, night): Asked => ({of, night, level})),
);
let [winnable, named] = [0, 0];
for (const lost of await swept('winnable', asked)) {
	if (lost === null) continue;
	const {name, named: told, proof} = lost;
	if (proof === null) {
		console.log(`${name}: by no one or two${told === null ? '' : `; told: ${told}`}`);
		continue;
	}
	winnable += 1;
	if (told !== null) named += 1;
	console.log(`${name}: ${told ?? `${proof} NOT NAMED`}`);
}
console.log(
	`${String(named)} of ${String(winnable)} lost nights that one or two orders would have won`,
);
process.exitCode = named >= BAR * winnable ? 0 : 1;
