// Speed of the droplet managers: npx tsx test/oracle/bench-droplets.ts
import {hostsStuckIfRestoredNow} from '../../src/sim/dwfm/index.ts';
import {EMPTY_AT, RESTORED_AT, at, createNight, playNight, type Script} from './night.ts';

const HISTORICAL: Script = {
	emptyAt: EMPTY_AT,
	restoredAt: RESTORED_AT,
	until: 54_000,
	steps: [
		[at('04:14'), 'cap 15'],
		[at('04:14'), 'gate dwfm 4'],
		[at('04:14'), 'restart dwfm batch 10 every 190'],
		[at('05:28'), 'cap 132'],
	],
};

const SCRIPTS: Readonly<Record<string, Script>> = {
	'quiet day': {until: 54_000},
	'as it happened': HISTORICAL,
	'nobody acts': {emptyAt: EMPTY_AT, restoredAt: RESTORED_AT, until: 54_000},
};

for (const [name, script] of Object.entries(SCRIPTS)) {
	let best = Infinity;
	for (let run = 0; run < 5; run++) {
		// Processor time: a neighbour on the machine costs us wall time, and says nothing of this code.
		const before = process.cpuUsage();
		playNight(script);
		best = Math.min(best, process.cpuUsage(before).user / 1000);
	}
	const hostTicks = script.until * 100;
	console.log(
		`${name.padEnd(16)} ${(best / 1000).toFixed(3)} s, ` +
			`${(script.until / 3600 / (best / 1000)).toFixed(0)} sim-hours/s, ` +
			`${((best * 1e6) / hostTicks).toFixed(0)} ns per host-tick`,
	);
}

const night = createNight(HISTORICAL);
playNight({...HISTORICAL, until: at('00:45')}, undefined, night);
const started = performance.now();
const stuck = hostsStuckIfRestoredNow(night.dwfm, night.setup, {
	...night.driver.inputs,
	keepSeconds: 1,
});
console.log(
	`probe at 00:45: ${String(stuck)} hosts stuck, ${(performance.now() - started).toFixed(0)} ms`,
);

let bytes = 0;
for (const value of Object.values(night.dwfm))
	if (ArrayBuffer.isView(value)) bytes += value.byteLength;
console.log(`state ${(bytes / 2 ** 20).toFixed(2)} MiB`);
