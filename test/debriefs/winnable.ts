// `npm run winnable [-- --dropped N --nights N --level ID]`: of lost nights that one or two more orders would have won, how
// many debriefs name orders that win it. They are the textbook's without one or two of its orders, and nights of people who
// know something or press keys, for which such orders are looked for by brute force over the grammar.
import {parseArgs} from 'node:util';
import type {Finding} from '../../src/session/index.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {winOf} from './brute-force.ts';
import {droppedNights, nights} from './nights.ts';

const {values} = parseArgs({
	options: {
		dropped: {type: 'string', default: '60'},
		nights: {type: 'string', default: '60'},
		level: {type: 'string'},
	},
});
const BAR = 0.95;
/** Nights of a day would take one each. */
const LIMIT_MAX = 4 * 3_600;

const levels = ownLevels().filter(
	({id}) => id !== 'sandbox' && (values.level === undefined || id === values.level),
);
const short = levels.filter(({limit}) => limit <= LIMIT_MAX);
const tries = [
	...droppedNights(
		Number(values.dropped),
		levels.filter(({id}) => id !== 'exam'),
	).map(live => ({live, winOf: () => 'what was left out'})),
	...nights(Number(values.nights), short).map(live => ({live, winOf})),
];
let [winnable, named] = [0, 0];
for (const {live, winOf: proofOf} of tries) {
	const night = live();
	if (night.result.ended?.won !== false) continue;
	const {decisions} = debriefIn(night.level, night.recorded);
	const told = decisions.find(({turns, whole}) => turns === 'won' && !whole);
	// Orders that were told and that win it are proof enough that there are such orders.
	const proof = told !== undefined && ordersIn(told) <= 2 ? told.other : proofOf(night);
	if (proof === null) {
		console.log(
			`${night.name}: by no one or two${told === undefined ? '' : `; told: ${told.other}`}`,
		);
		continue;
	}
	winnable += 1;
	if (told !== undefined) named += 1;
	console.log(`${night.name}: ${told === undefined ? `${proof} NOT NAMED` : told.other}`);
}
console.log(
	`${String(named)} of ${String(winnable)} lost nights that one or two orders would have won`,
);
process.exitCode = named >= BAR * winnable ? 0 : 1;

/** Orders that a finding is about, without the pages and the access that they take. */
function ordersIn({did, other}: Finding): number {
	const quoted = (text: string) => [...text.matchAll(/“([^”]+)”/gu)].map(match => match[1]!);
	const about = quoted(other).length > 0 ? quoted(other) : quoted(did);
	return about.filter(words => !/^(page|break glass)/u.test(words)).length;
}
