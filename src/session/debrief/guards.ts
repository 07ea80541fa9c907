import {SWITCHES, valueAt, type Switch} from '../../sim/index.ts';
import type {Outcome} from './debrief.types.ts';
import type {JobResult} from './search-state.ts';

/** One slice of the cheese: what should have stood in the way, and the fixes that would close its hole. */
type Slice = {readonly id: string; readonly what: string; readonly fixes: readonly Switch[]};

const SLICES: readonly Slice[] = [
	{
		id: 'an old plan is refused',
		what: 'the writer checks that its plan is newer than the live one',
		fixes: [
			'fencing-token',
			'recheck-per-endpoint',
			'max-plan-age',
			'lock-fairness',
			'single-writer',
		],
	},
	{
		id: 'clean-up spares what is live',
		what: 'no tree is deleted while a name points at it',
		fixes: ['cleanup-live-check', 'plan-rate-slow-lane'],
	},
	{
		id: 'a name keeps its last address',
		what: 'an empty answer never goes out, or heals by itself',
		fixes: [
			'non-zero-floor',
			'last-known-good',
			'rollback-null-ok',
			'zonal-dns',
			'short-negative-ttl',
		],
	},
	{
		id: 'people find it and can act',
		what: 'the telling alarm is on top, access does not depend on the Region, the procedure is written',
		fixes: ['alarm-priority', 'regional-sts', 'freeze-switch', 'human-readable-names'],
	},
	{
		id: 'leases outlive the store',
		what: 'a server keeps its lease while nobody can check it',
		fixes: ['dwfm-no-dynamodb', 'lease-grace'],
	},
	{
		id: 'recovery takes on what it can finish',
		what: 'work is let in no faster than it is done, and dead work is dropped',
		fixes: [
			'queue-backpressure',
			'drop-expired',
			'jittered-release',
			'dwfm-runbook',
			'recovery-drills',
		],
	},
	{
		id: 'the network serves the new first',
		what: 'state that somebody waits for is not behind state that nobody needs',
		fixes: ['network-priority'],
	},
	{
		id: 'health checks cannot empty a balancer',
		what: 'one zone may be lost to a bad signal, not all',
		fixes: ['nlb-velocity-control', 'nlb-gate-on-network'],
	},
];

/** A guard as it stood that night. */
export type Guard = {
	readonly id: string;
	readonly what: string;
	/** `there` where a fix of it was on; `missing` where one would have helped; `no matter` otherwise. */
	readonly state: 'there' | 'missing' | 'no matter';
	/** The fix of it that would have helped most, or null. */
	readonly best: Fix | null;
};

/** One fix, had it been in place, with the orders as they were. */
export type Fix = {
	readonly name: Switch;
	readonly what: string;
	readonly verdict: 'prevents' | 'saves' | 'no difference' | 'does not fit';
	/** Minutes of harm; all of it where the trouble would not have come. */
	readonly saves: number;
};

/** Every fix that was tried, most useful first. */
export function fixesOf(
	base: Outcome,
	results: ReadonlyMap<Switch, JobResult>,
	least: number,
): readonly Fix[] {
	const harm = base.harm.total;
	return [...results]
		.flatMap(([name, {outcome, came}]): readonly Fix[] => {
			const what = SWITCHES[name];
			if (came === 'prevented') return [{name, what, verdict: 'prevents', saves: harm}];
			if (outcome === null) return [];
			const saves = savedBy(base, outcome);
			if (saves >= least) return [{name, what, verdict: 'saves', saves}];
			// The later orders were chosen for a night without the fix; in one with it they may do harm.
			const verdict = saves <= -least ? 'does not fit' : 'no difference';
			return [{name, what, verdict, saves}];
		})
		.sort((a, b) => b.saves - a.saves || (a.name < b.name ? -1 : 1));
}

/** A night that was not lived on is held against the run as it stood in the last minute that both know. */
function savedBy(base: Outcome, {harm, atLeast, traces}: Outcome): number {
	const [lived = [], whole = []] = [traces['harm'], base.traces['harm']];
	const last = Math.min(lived.length, whole.length) - 1;
	return atLeast && last >= 0
		? valueAt(whole, last) - valueAt(lived, last)
		: base.harm.total - harm.total;
}

export function guardsOf(fixes: readonly Fix[], on: readonly Switch[]): readonly Guard[] {
	return SLICES.map(({id, what, fixes: names}) => {
		if (names.some(name => on.includes(name))) return {id, what, state: 'there', best: null};
		const helpful = fixes.filter(
			({name, verdict}) => names.includes(name) && (verdict === 'prevents' || verdict === 'saves'),
		);
		const best = helpful[0] ?? null;
		return {id, what, state: best === null ? 'no matter' : 'missing', best};
	});
}
