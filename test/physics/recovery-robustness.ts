import {NLB_PARAMETERS} from '../../src/sim/nlb/index.ts';
import {randomStreams, type ParameterTable} from '../../src/sim/kernel/index.ts';
import {LAUNCHES_PARAMETERS} from '../../src/sim/launches/index.ts';
import {NETWORK_PARAMETERS} from '../../src/sim/network/index.ts';
import {clockOf, runRecovery, watchMilestones, type Milestones} from './recovery.driver.ts';

// npx tsx test/physics/recovery-robustness.ts [samples] [spread]
// Every parameter of the three folders moved at once, under the open-loop orders of the day.

const samples = Number(process.argv[2] ?? 200);
const spread = Number(process.argv[3] ?? 0.2);
const draw = randomStreams('robustness');

/** Times of day and counts that make up the setting are not physics, and stay. */
const FIXED = ['daytimeFromSeconds', 'daytimeUntilSeconds', 'placementTries', 'crowdedUtilisation'];

function shaken(name: string, table: ParameterTable, sample: number): Record<string, number> {
	const {between} = draw(name, sample);
	return Object.fromEntries(
		Object.entries(table).map(([key, {value}]) => {
			const factor = between(1 - spread, 1 + spread);
			return [key, FIXED.includes(key) ? value : value * factor];
		}),
	);
}

const runs: Milestones[] = [];
for (let sample = 0; sample < samples; sample++) {
	const {found, watch} = watchMilestones();
	runRecovery({
		overrides: {
			launches: shaken('launches', LAUNCHES_PARAMETERS, sample),
			network: shaken('network', NETWORK_PARAMETERS, sample),
			balancers: shaken('balancers', NLB_PARAMETERS, sample),
		},
		watch,
	});
	runs.push(found);
}

const names = Object.keys(runs[0] ?? {}) as (keyof Milestones)[];
for (const name of names) {
	const reached = runs.flatMap(run => run[name] ?? []).sort((a, b) => a - b);
	const share = ((100 * reached.length) / samples).toFixed(1).padStart(5);
	const [low, middle, high] = [0.1, 0.5, 0.9].map(part =>
		clockOf(reached[Math.floor(part * (reached.length - 1))] ?? null),
	);
	console.log(`${name.padEnd(16)} ${share} %   p10 ${low!}   p50 ${middle!}   p90 ${high!}`);
}
