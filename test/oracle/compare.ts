import {HOST_MODES} from '../../src/sim/dwfm/index.ts';
import {simulateEntities, type EntityScript, type EntityStep} from './entities.ts';
import {at, EMPTY_AT, playNight, RESTORED_AT, type Script, type Step} from './night.ts';

const ROLLING_EVERY = 190;

/** One script, played by crowds and by entities. */
export type Comparison = {
	readonly name: string;
	readonly emptyAt?: number;
	readonly restoredAt?: number;
	readonly until: number;
	readonly breaks?: {readonly at: number; readonly share: number};
	/** When the gate of 4 attempts a second is set and the rolling restart begins. */
	readonly recoverAt?: number;
};

export const COMPARISONS: readonly Comparison[] = [
	{name: 'a tenth of the leases breaks', until: 3600, breaks: {at: 600, share: 0.1}},
	{name: 'a fifth of the leases breaks', until: 3600, breaks: {at: 600, share: 0.2}},
	{
		name: 'the night as it happened',
		emptyAt: EMPTY_AT,
		restoredAt: RESTORED_AT,
		until: at('05:40'),
		recoverAt: at('04:14'),
	},
	{name: 'nobody acts', until: 9000, breaks: {at: 600, share: 1}},
];

export type Difference = {
	readonly rmse: number;
	readonly max: number;
	/** Broken share at the end, crowds and entities. */
	readonly ends: readonly [number, number];
};

/** Differences of the broken curves as shares of the fleet. */
export function compare(comparison: Comparison, hosts: number): Difference {
	const {crowds, connections} = playCrowds(comparison, hosts);
	const entities = simulateEntities({
		hosts,
		dropletsPerHost: 10_000,
		storeUnitsPerSecond: 90 * hosts,
		until: comparison.until,
		seed: 20_251_020,
		connections,
		steps: entitySteps(comparison, hosts),
	});
	const fleet = hosts * 10_000;
	let squares = 0;
	let max = 0;
	for (let now = 1; now <= comparison.until; now++) {
		const difference = (crowds[now]! - entities[now]!) / fleet;
		squares += difference * difference;
		max = Math.max(max, Math.abs(difference));
	}
	const last = comparison.until;
	return {
		rmse: Math.sqrt(squares / last),
		max,
		ends: [crowds[last]! / fleet, entities[last]! / fleet],
	};
}

function playCrowds(comparison: Comparison, hosts: number) {
	const crowds = new Float64Array(comparison.until + 1);
	const connections: {at: number; host: number; cut: boolean}[] = [];
	const before = new Uint8Array(hosts);
	const {emptyAt, restoredAt, until} = comparison;
	const script: Script = {
		...(emptyAt === undefined ? {} : {emptyAt}),
		...(restoredAt === undefined ? {} : {restoredAt}),
		until,
		demand: 0,
		parameters: {hosts, storeUnitsPerSecond: 90 * hosts},
		steps: crowdSteps(comparison, hosts),
	};
	playNight(script, ({dwfm, now}) => {
		crowds[now] = dwfm.output.broken;
		for (let host = 0; host < hosts; host++) {
			// A restarting host is out of action in both models without a word about its connections.
			const mode = HOST_MODES[dwfm.hostModes[host]!];
			const cut = mode === 'cutOff' ? 1 : 0;
			if (mode === 'restarting' || before[host] === cut) continue;
			before[host] = cut;
			connections.push({at: now, host, cut: cut === 1});
		}
	});
	return {crowds, connections};
}

function crowdSteps({breaks, recoverAt}: Comparison, hosts: number): Step[] {
	const steps: Step[] = [];
	if (breaks !== undefined) steps.push([breaks.at, `break ${String(breaks.share)}`]);
	if (recoverAt !== undefined) {
		steps.push([recoverAt, 'gate dwfm 4']);
		const batch = String(Math.max(1, hosts / 10));
		steps.push([recoverAt, `restart dwfm batch ${batch} every ${String(ROLLING_EVERY)}`]);
	}
	return steps;
}

function entitySteps({breaks, recoverAt}: Comparison, hosts: number): EntityScript['steps'] {
	const steps: EntityStep[] = [];
	if (breaks !== undefined) steps.push({...breaks, do: 'break'});
	if (recoverAt === undefined) return steps;
	steps.push({at: recoverAt, do: 'gate', rate: 4});
	for (let host = 0; host < hosts; host++) {
		const batch = Math.floor(host / Math.max(1, hosts / 10));
		steps.push({at: recoverAt + batch * ROLLING_EVERY, do: 'restart', host});
	}
	return steps;
}
