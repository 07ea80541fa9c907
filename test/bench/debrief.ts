import fs from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {debriefCrew} from '../../src/cli/debrief-crew.ts';
import {startDebriefing} from '../../src/play/runs/index.ts';
import {
	lookBack,
	recordedRunOf,
	parseJournal,
	parseOrderFile,
	SILENT,
	type RecordedRun,
	type Reference,
} from '../../src/session/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {ROOT} from '../support/tree.ts';
import {median, row} from './report.ts';

/** What players run: the built file, in its own threads. */
const SHIPPED = pathToFileURL(join(ROOT, 'dist/outage-oncall.mjs'));
const RUNS = 3;
const ORDERS = 15;
/** What moves the Region, the call and whoever it takes, of a night that is won before five. */
const WON =
	/^(break glass|page (dynamodb|ec2|lambda)|override regional prod on|pause dns-automation$|repoint|restore|gate|declare|throttle (launches|terminations (100 percent|off)))/u;
/** The same of a night that lasts until the shift ends: nothing that is left out ends it sooner. */
const LOST =
	/^(break glass|page (dynamodb|ec2|network|nlb)|pause (dns-automation|nlb-failover)$|repoint|restart dwfm batch|gate|throttle (launches|terminations) (5|25|100|280|200) percent)/u;

/** A whole October 20 with fifteen orders, lived again in threads: how soon something is known, and all. */
export async function benchDebrief(): Promise<void> {
	await benchNight('won', fifteenOf(livedIn('textbook'), WON));
	await benchNight('lost at 16:00', fifteenOf(livedIn('as-it-happened'), LOST));
}

async function benchNight(what: string, lived: RecordedRun): Promise<void> {
	const times: Awaited<ReturnType<typeof once>>[] = [];
	for (let run = 0; run < RUNS; run++) times.push(await once(lived));
	console.log(`\nThe debrief of October 20 with fifteen orders, ${what}, in threads:`);
	const of = (key: 'first' | 'all' | 'cancelled') =>
		`${median(times.map(each => each[key])).toFixed(1)} s`;
	const night = warmNight(lived);
	const inNights = (key: 'first' | 'all') =>
		`${of(key)}, ${(median(times.map(each => each[key])) / night).toFixed(1)} warm nights`;
	row('one warm night, with its observers', `${night.toFixed(2)} s`);
	row(`first finding, median of ${String(RUNS)}`, inNights('first'), 'bar: 2 warm nights');
	row('complete', inNights('all'), 'bar: 14 warm nights');
	row('runs re-simulated', String(times[0]?.nights ?? 0), 'bar: 60 or more');
	row('cancelled on the way', of('cancelled'));
}

/** The same night, lived by one thread that has lived it before. */
function warmNight(recorded: RecordedRun): number {
	const times = Array.from({length: RUNS + 1}, () => {
		const began = performance.now();
		lookBack(levelNamed('october-20'), recorded, [], 'bench');
		return (performance.now() - began) / 1000;
	});
	return median(times.slice(1));
}

async function once(recorded: RecordedRun) {
	const level = levelNamed('october-20');
	const references: readonly Reference[] = [
		scripted('day', 'as-it-happened'),
		scripted('expert', 'textbook'),
		SILENT,
	];
	const options = {level, recorded, notes: [], references, withheld: false, game: 'bench'};
	const began = performance.now();
	const since = (from: number) => (performance.now() - from) / 1000;
	const working = startDebriefing(options, debriefCrew(SHIPPED));
	let first = Infinity;
	let news = 0;
	const watching = setInterval(() => {
		if (working.news === news || first !== Infinity) return;
		news = working.news;
		const told = working.debrief;
		const known = told !== null && told.better.length + told.decisions.length > 0;
		if (known) first = since(began);
	}, 50);
	await working.finished;
	clearInterval(watching);
	const all = since(began);
	const nights = working.progress.lived;
	const other = startDebriefing(options, debriefCrew(SHIPPED));
	await new Promise(resolve => setTimeout(resolve, 1000));
	const stopped = performance.now();
	other.cancel();
	await other.finished;
	return {first: Math.min(first, all), all, nights, cancelled: since(stopped)};
}

function fifteenOf(lived: RecordedRun, kept: RegExp): RecordedRun {
	const orders = lived.orders
		.filter(({words}) => kept.test(words))
		.slice(0, ORDERS)
		// What became of each order is found by its number.
		.map((given, index) => ({...given, order: index + 1}));
	if (orders.length < ORDERS)
		throw new Error(`${String(orders.length)} orders, not ${String(ORDERS)}`);
	return {...lived, orders};
}

function livedIn(player: string): RecordedRun {
	const file = join(ROOT, `saves/golden/october-20/${player}.journal.jsonl`);
	const parsed = parseJournal(fs.readFileSync(file, 'utf8'));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return recordedRunOf(levelNamed('october-20'), parsed.journal);
}

function scripted(id: 'day' | 'expert', player: string): Reference {
	const file = join(ROOT, `levels/october-20/players/${player}.orders`);
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), levelNamed('october-20'), '5312');
	if (!parsed.ok) throw new Error(`${file} is not understood`);
	return {id, label: player, script: {orders: parsed.orders, rules: parsed.rules}};
}
