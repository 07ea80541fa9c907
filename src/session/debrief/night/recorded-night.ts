import {TELLING_ALERT} from '../../../observe/index.ts';
import type {World} from '../../../sim/index.ts';
import type {Recorder} from '../../relive/relive.ts';
import type {Run} from '../../run.ts';
import {controlLoops} from './control-loops.ts';
import type {Night} from './night.types.ts';
import {noting} from './stretches.ts';
import {systemsHit} from './systems-hit.ts';

/** As often as metrics are judged by people: nothing that is told of a night is shorter. */
const EVERY_SECONDS = 60;

/** Notes what a run was while it is lived again, from the second in which the player took over. */
export function recordedNight(run: Run): {
	readonly record: Recorder;
	readonly told: () => Night;
} {
	const hit = systemsHit(EVERY_SECONDS);
	const loops = controlLoops(EVERY_SECONDS);
	const shutOut = noting(EVERY_SECONDS);
	let before = stateOf(run);
	let lateSeconds = 0;
	let telling: Night['seen']['telling'] = null;
	let firstPage: number | null = null;
	const race = {
		...{emptied: null as number | null, answered: null as number | null},
		oldestApplySeconds: 0,
	};
	return {
		record: again => {
			const {world} = again;
			const [answers] = world.dns.output.answers;
			if (race.emptied === null && answers === 0) race.emptied = world.now;
			if (race.emptied !== null && race.answered === null && (answers ?? 0) > 0)
				race.answered = world.now;
			telling ??= tellingIn(again);
			firstPage ??= firstPageIn(again);
			if (world.now % EVERY_SECONDS !== 0) return;
			hit.record(again);
			if (hit.isCalm()) before = stateOf(again);
			loops.record(again);
			shutOut.note(world.identity.output.operator === 'failing', world.now);
			lateSeconds = Math.max(lateSeconds, world.telemetry.output.metricDelaySeconds);
			race.oldestApplySeconds = Math.max(race.oldestApplySeconds, oldestApply(world));
		},
		told: () => {
			const {world} = run;
			const {leaderGapSeconds} = world.derived.setups.dns.parameters;
			const own = world.orders.filter(({number}) => number > 0);
			return {
				...hit.told(),
				loops: loops.told(),
				before,
				seen: {
					firstPage,
					telling,
					looked: firstOf(own, ({order}) => order.id === 'dig'),
					lateSeconds,
				},
				tools: {
					shutOut: shutOut.spans,
					brokeGlass: firstOf(
						own,
						({order, state}) => order.id === 'break-glass-access' && state === 'done',
					),
					refused: own.filter(({code}) => code === 'not-signed-in').length,
				},
				race: {
					leaderGapSeconds,
					...race,
					regressions: world.dns.output.regressions,
					locksLost: world.dns.output.enactors.reduce((sum, {lostLocks}) => sum + lostLocks, 0),
				},
			};
		},
	};
}

function stateOf({world, observer}: Run): Night['before'] {
	const {leased, broken} = world.dwfm.output;
	return {
		at: world.now,
		leasesBroken: broken,
		leases: leased + broken,
		alarms: observer?.alerts.raised.length ?? 0,
		slowestApplySeconds: oldestApply(world),
	};
}

function oldestApply(world: World): number {
	return Math.max(...world.dns.output.enactors.map(({passAgeSeconds}) => passAgeSeconds));
}

/** The alarm that names the cause, in the second in which it stands for the first time. */
function tellingIn({observer}: Run): Night['seen']['telling'] {
	if (observer === null) return null;
	const {raised} = observer.alerts;
	const alert = raised.find(({id}) => id === TELLING_ALERT);
	if (alert === undefined) return null;
	const pages = raised.filter(({severity}) => severity === 'page').length;
	return {at: alert.raisedAt, severity: alert.severity, pages, standing: raised.length};
}

function firstPageIn({observer}: Run): number | null {
	return firstOf(
		(observer?.alerts.raised ?? []).map(({severity, raisedAt: at}) => ({severity, at})),
		({severity}) => severity === 'page',
	);
}

function firstOf<Row extends {readonly at: number}>(
	rows: readonly Row[],
	isIt: (row: Row) => boolean,
): number | null {
	return rows.find(isIt)?.at ?? null;
}
