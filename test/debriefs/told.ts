// `npm run told [-- --nights N --from N]`: the first finding of each night, carried out by an order file. Exit code 1 where one is
// not what it was told to be.
import {parseArgs} from 'node:util';
import {swept} from '../jobs/swept.ts';

const {values} = parseArgs({
	options: {nights: {type: 'string', default: '50'}, from: {type: 'string', default: '0'}},
});
const numbers = Array.from({length: Number(values.nights)}, (_, night) => night);
let [told, wrong] = [0, 0];
for (const {name, checked} of await swept('told', numbers.slice(Number(values.from)))) {
	if (checked === null) {
		console.log(`${name}: nothing told`);
		continue;
	}
	told += 1;
	if (!checked.isTrue) wrong += 1;
	const {told: minutes, came, isTrue, words} = checked;
	console.log(
		`${name}: told ${minutes.toFixed(1)}, came ${came.toFixed(1)} ${isTrue ? '' : 'NOT AS TOLD '}(${words.slice(0, 160)})`,
	);
}
console.log(`${String(told - wrong)} of ${String(told)} findings as told, ${values.nights} nights`);
process.exitCode = wrong === 0 ? 0 : 1;
