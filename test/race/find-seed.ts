import {ENDPOINTS} from '../../src/sim/dns/index.ts';
import {runHistory, type Emptied} from './history.ts';

// Prints seeds whose regional record empties within 23:48:00-23:48:59 with no other name emptied before:
// the level's luck is chosen, and nothing else about the race is.
//   npx tsx test/race/find-seed.ts [--from 1] [--to 20000] [--factor 110]

const FIRST_SECOND = 1680;
const LAST_SECOND = 1739;
/** Long enough after it to see which names follow. */
const AFTER_SECONDS = 1800;

const from = argument('--from', 1);
const to = argument('--to', 20_000);
const factor = argument('--factor', 110);
let found = 0;
for (let number = from; number <= to; number++) {
	const seed = String(number);
	const first = runHistory(seed, {factor, seconds: LAST_SECOND + 1, stopAtFirst: true}).emptied[0];
	if (first?.endpoint !== ENDPOINTS[0]!.id || !isInMinute(first)) continue;
	found++;
	const {emptied, dns} = runHistory(seed, {factor, seconds: LAST_SECOND + AFTER_SECONDS});
	const others = emptied.filter(name => name.endpoint !== first.endpoint);
	console.log(
		`seed ${seed}: regional empty at ${clock(first.at)}, plan ${String(dns.zones.root[0])} gone, ` +
			`rollback ${String(dns.zones.rollback[0])}; ` +
			`after it: ${others.map(name => `${name.endpoint} ${clock(name.at)}`).join(', ') || 'none'}`,
	);
}
console.log(`${String(found)} of ${String(to - from + 1)} seeds`);

function isInMinute({at}: Emptied): boolean {
	return at >= 1000 * FIRST_SECOND && at < 1000 * (LAST_SECOND + 1);
}

/** Milliseconds of the level as PDT: it begins at 23:20. */
function clock(at: number): string {
	const seconds = Math.floor(at / 1000) + (23 * 60 + 20) * 60;
	const digits = (value: number) => String(value).padStart(2, '0');
	const hours = digits(Math.floor(seconds / 3600) % 24);
	const minutes = digits(Math.floor(seconds / 60) % 60);
	return `${hours}:${minutes}:${digits(seconds % 60)}.${String(at % 1000).padStart(3, '0')}`;
}

function argument(name: string, otherwise: number): number {
	const index = process.argv.indexOf(name);
	return index < 0 ? otherwise : Number(process.argv[index + 1]);
}
