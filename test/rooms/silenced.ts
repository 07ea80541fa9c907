// `npm run silenced [-- LEVEL...] [--seeds N --rooms 2,3]`: what becomes of a night when one seat of a room is silent, or is all there is.
import {parseArgs} from 'node:util';
import {provingSeeds} from '../../src/session/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {rowOf, silencedIn} from './silencing.ts';

const ROOMS = '2,3,4,6,8,12';

const {values, positionals} = parseArgs({
	options: {seeds: {type: 'string'}, rooms: {type: 'string', default: ROOMS}},
	allowPositionals: true,
});
const names = positionals.length === 0 ? ['october-20'] : positionals;
let hidden = 0;
for (const name of names) {
	const level = levelNamed(name);
	const script = scriptsOf(level)['textbook'];
	if (script === undefined) throw new Error(`${name} has no textbook`);
	for (const asked of provingSeeds(level, Number(values.seeds ?? 1))) {
		console.log(`${name}, seed ${asked}`);
		for (const players of values.rooms.split(',').map(Number)) {
			for (const each of silencedIn(level, script, players, {asked})) {
				console.log(rowOf(each));
				if (!each.shows) hidden += 1;
			}
		}
	}
}
console.log(`${String(hidden)} of these seats are not missed.`);
process.exitCode = hidden === 0 ? 0 : 1;
