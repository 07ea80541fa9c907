// Every declared parameter moved at once by up to 20 %, many nights, the day's own orders (open loop).
// Prints what is reached, and where it falls short, why. `npm run robustness [-- SAMPLES]`.
import {swept} from '../jobs/swept.ts';
import type {NightResult} from './night.ts';

const SAMPLES = Number(process.argv[2] ?? 400);

const results = await swept(
	'robustness',
	Array.from({length: SAMPLES}, (_, sample) => sample),
);

const count = (holds: (result: NightResult) => boolean) => results.filter(holds).length;
const failed = [
	row(
		'collapse until someone acts',
		count(r => r.collapsed),
		SAMPLES,
		1,
	),
	row(
		'network latency elevated',
		count(r => r.latencyElevated),
		SAMPLES,
		0.9,
	),
	row(
		'NLB errors started',
		count(r => r.nlbErrors),
		SAMPLES,
		0.9,
	),
].filter(met => !met).length;
console.log(
	`fewer than 5 % of leases held until someone acts: ${String(count(r => r.leasedBefore < 0.05))} of ${String(SAMPLES)}`,
);
console.log(
	`all leases back by 11:00: ${String(count(r => r.allLeases !== null))} of ${String(SAMPLES)}`,
);

for (const {sample, collapsed, latencyElevated, nlbErrors, ...numbers} of results) {
	if (collapsed && latencyElevated && nlbErrors) continue;
	const {stuckBefore, wonBack, latencyMostSeconds, nlbErrorsMost} = numbers;
	console.log(
		`sample ${String(sample)}: managers stuck before anybody acts ${percent(stuckBefore)}, leases won back ${percent(wonBack)}, ` +
			`latency at most ${latencyMostSeconds.toFixed(0)} s of 600, NLB errors at most ${percent(nlbErrorsMost)} of 0.2 %`,
	);
}
process.exitCode = failed === 0 ? 0 : 1;

function row(what: string, met: number, of: number, bar: number): boolean {
	const isMet = met >= bar * of;
	console.log(
		`${what.padEnd(30)} ${String(met).padStart(4)} of ${String(of)}  ${percent(met / of).padStart(7)}  bar ${percent(bar)}  ${isMet ? 'met' : 'NOT MET'}`,
	);
	return isMet;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
