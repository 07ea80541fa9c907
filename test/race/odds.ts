import {ENDPOINTS} from '../../src/sim/dns/index.ts';
import type {Switch} from '../../src/sim/kernel/index.ts';
import {runHistory, type Setting} from './history.ts';

/** Share of hours in which the regional name, or any name, was emptied; and stale writes an hour. */
export type Odds = {readonly regional: number; readonly any: number; readonly staleWrites: number};

export const SLOWNESSES = [1, 30, 60, 80, 110, 150, 200, 300] as const;
export const KEEPS = [5, 10, 20] as const;

/** What stands between the race and an empty name (canon 6), and the bare system to compare with. */
export const GUARDS: readonly (readonly Switch[])[] = [
	[],
	['fencing-token'],
	['recheck-per-endpoint'],
	['cleanup-live-check'],
	['non-zero-floor'],
	['rollback-null-ok'],
	['last-known-good'],
	['lock-fairness'],
	['max-plan-age'],
	['single-writer'],
	['plan-rate-slow-lane'],
	['zonal-dns'],
];

const HOUR = 3600;

/** Runs an hour of the DNS automation for each of the seeds 1 to `seeds`. */
export function odds(seeds: number, setting: Omit<Setting, 'seconds'>): Odds {
	let regional = 0;
	let any = 0;
	let staleWrites = 0;
	for (let seed = 1; seed <= seeds; seed++) {
		const {emptied, dns} = runHistory(String(seed), {...setting, seconds: HOUR});
		if (emptied.length > 0) any++;
		if (emptied.some(name => name.endpoint === ENDPOINTS[0]!.id)) regional++;
		staleWrites += dns.regressions;
	}
	return {regional: regional / seeds, any: any / seeds, staleWrites: staleWrites / seeds};
}
