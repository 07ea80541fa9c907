import {parseArgs} from 'node:util';
import {live} from './vopr.ts';

const {values} = parseArgs({options: {seed: {type: 'string'}, seeds: {type: 'string'}}});
const [first, many] =
	values.seed === undefined ? [1, Number(values.seeds ?? 1_000)] : [Number(values.seed), 1];

let failed = 0;
for (let seed = first; seed < first + many; seed++) {
	try {
		live(seed);
	} catch (error) {
		failed++;
		const what = error instanceof Error ? error.message : String(error);
		console.log(`${what}\n  npm run vopr -- --seed ${String(seed)}`);
		if (many === 1) throw error;
	}
}
console.log(`${String(many - failed)} of ${String(many)} seeds hold.`);
process.exitCode = failed === 0 ? 0 : 1;
