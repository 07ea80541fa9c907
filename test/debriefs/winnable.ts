// `npm run winnable [-- --nights N]`: of lost nights that one or two more orders would have won, how many debriefs name
// such orders. Every order of the grammar is tried at several times, with its team paged where nobody had seen to it.
import {parseArgs} from 'node:util';
import {
	createBaseline,
	ORDERS,
	parseOrder,
	type BaselineRun,
	type Outcome,
} from '../../src/session/index.ts';
import {filled} from '../../src/session/debrief/levers-tried.ts';
import {whatIfInShort} from '../../src/session/debrief/enough.ts';
import {change} from '../../src/session/relive/change.ts';
import {specOf} from '../../src/sim/index.ts';
import {ownLevels} from '../levels/own-levels.ts';
import {debriefIn} from '../support/debrief.builder.ts';
import {nights, type Night} from './nights.ts';

const {values} = parseArgs({
	options: {nights: {type: 'string', default: '60'}, level: {type: 'string'}},
});
const BAR = 0.95;
const TIMES = 4;
/** Nights of a day would take one each. */
const LIMIT_MAX = 4 * 3_600;

const INSTANCES = Object.values(ORDERS)
	.filter(({kind}) => kind === 'do')
	.flatMap(({forms}) => forms.flatMap(filled));

const levels = ownLevels().filter(
	({id, limit}) =>
		id !== 'sandbox' && limit <= LIMIT_MAX && (values.level === undefined || id === values.level),
);
let [winnable, named] = [0, 0];
for (const live of nights(Number(values.nights), levels)) {
	const night = live();
	if (night.result.ended?.won !== false) continue;
	const win = winOf(night);
	if (win === null) {
		console.log(`${night.name}: by no one or two`);
		continue;
	}
	winnable += 1;
	const {decisions} = debriefIn(night.level, night.recorded);
	const told = decisions.find(({turns, whole}) => turns === 'won' && !whole);
	if (told !== undefined) named += 1;
	console.log(
		`${night.name}: ${win}${told === undefined ? ' NOT NAMED' : `; told: ${told.other}`}`,
	);
}
console.log(
	`${String(named)} of ${String(winnable)} lost nights that one or two orders would have won`,
);
process.exitCode = named >= BAR * winnable ? 0 : 1;

/** One or two orders that would have won it, or null. */
function winOf({level, recorded}: Night): string | null {
	const baseline = createBaseline(level, recorded);
	const span = (baseline.outcome.ended?.at ?? level.limit) - level.takeover;
	for (const words of INSTANCES) {
		for (let step = 0; step < TIMES; step++) {
			const at = level.takeover + 60 * Math.ceil((span * step) / TIMES / 60 + 1);
			if (at < level.limit && wins(baseline, words, at)) return `${words} at ${String(at)}`;
		}
	}
	return null;
}

function wins(baseline: BaselineRun, words: string, at: number): boolean {
	const alone = whatIfInShort(baseline, change({add: [{at, words}]}));
	if (alone !== null) return isWin(baseline, alone);
	const parsed = parseOrder(words);
	const team = parsed.ok ? specOf(parsed.order).team : null;
	if (team === null) return false;
	const page = {at: baseline.level.takeover + 60, words: `page ${team}`};
	const both = whatIfInShort(baseline, change({add: [page, {at, words}]}));
	return both !== null && isWin(baseline, both);
}

/** What a level calls unsafe is no win that anybody should be told of. */
function isWin({outcome}: BaselineRun, {ended, unsafeOrders}: Outcome): boolean {
	return ended?.won === true && unsafeOrders.every(words => outcome.unsafeOrders.includes(words));
}
