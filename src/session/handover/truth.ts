import type {Condition, Level} from '../../level/index.ts';
import {METRICS, SYSTEMS, limitsOf, verdictOn} from '../../observe/index.ts';
import {harmOf, ORDERS, type World} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';
import type {Journal} from '../journal.types.ts';
import {BY} from '../relive/change.ts';
import {recordedRunOf, type RecordedRun} from '../relive/recorded-run.ts';
import {relive} from '../relive/relive.ts';
import {allOf, givenSource, heardSource} from '../relive/source.ts';
import {notesIn} from '../relive/replay.ts';
import {copyRun, endOf, runFrom, startRun, type Run, type RunCopy} from '../run.ts';
import {emptyRoom, withNote} from '../talk/room.ts';
import {
	beginsAlike,
	isBeyond,
	notItem,
	owedItem,
	PROMISE_ITEM,
	requestItem,
	runningItem,
	standingItem,
	suspectItem,
	systemItem,
	teamItem,
	triedItem,
	watchItem,
} from './grade.ts';
import type {Truth, TrueItem, TrueMetric} from './handover.types.ts';
import {standingIn} from './standing.ts';
import {FLAT, suspectsIn, trendOf} from './true-state.ts';

const TREND_SECONDS = 600;
export const WATCHED_MINUTES = 180;
const TRIED_SECONDS = 6 * 3_600;
/** Minutes of harm above which an order is one not to be given. */
const COSTS_MINUTES = 10;
/** Nobody has published these lines: what lies within a tenth of one is told. */
const TENTH = 0.1;

/** Sweeping orders that are put in front of the night as it went on, to see what they would have cost. */
export const SWEEPING: readonly string[] = [
	'throttle launches off',
	'throttle terminations off',
	'terminate unreachable',
	'restart dwfm all',
	'workers dwfm 32',
	'timeout dwfm 30',
	'throttle pollers 100',
	'throttle async 100',
	'drain zone use1-az1',
	'resume dns-automation',
	'resume nlb-failover',
	'resume redshift-replacement',
	'delete rollback regional',
	'gate dwfm off',
];

/**
 * What was so in second `at` of a run, for a note to be held against. The night is lived up to there and on from there
 * twice, with nobody acting and as it went, and once for each order that is tried: this takes seconds.
 */
export function truthAt(
	level: Level,
	journal: Journal,
	at: number,
	tried: readonly string[] = SWEEPING,
): Truth {
	const recorded = recordedRunOf(level, journal);
	const run = startRun(level, {...recorded, observed: false, afterEnd: 'live on'});
	const source = allOf([givenSource(recorded.orders), heardSource(recorded)]);
	relive(run, source, {until: Math.max(run.world.now, at - TREND_SECONDS)});
	const before = valuesIn(run.world);
	relive(run, source, {until: at});
	const kept = copyRun(run);
	const metrics = metricsIn(run.world, before);
	const close: string[] = closeTrends(before, metrics);
	const later = [goneOn(kept, recorded, at, false), goneOn(kept, recorded, at, true)];
	const notes = notesIn(journal).filter(note => note.at <= at);
	const {loops} = notes.reduce(withNote, emptyRoom([]));
	const requests = loops.filter(({state}) => IS_OPEN.includes(state)).map(({n}) => n);
	const {promisedAt} = run.world.incidentCall.output;
	const items = [
		...stateItems(run, metrics),
		...doneItems(run.world),
		...pendingItems(run.world, requests),
		...watchItems(metrics, later),
		...notItems(kept, recorded, metrics, tried, close),
	];
	return {
		...{at, items, metrics, requests, promisedAt, later, close},
		suspects: suspectsIn(run),
		orders: Object.fromEntries(
			run.world.orders
				.filter(({number}) => number > 0)
				.map(({number, words, state}) => [number, {what: words, state}]),
		),
		given: recorded.orders
			.filter(each => each.at > at)
			.map(({at: when, words}) => ({at: when, what: words})),
	};
}

const IS_OPEN: readonly string[] = ['open', 'accepted', 'confirmed', 'given'];

function valuesIn(world: World): Readonly<Record<string, number>> {
	return Object.fromEntries(METRICS.map(({id, read}) => [id, read(world)]));
}

function metricsIn(
	world: World,
	before: Readonly<Record<string, number>>,
): Readonly<Record<string, TrueMetric>> {
	return Object.fromEntries(
		Object.entries(valuesIn(world)).map(([id, value]): [string, TrueMetric] => {
			const reading = {
				id,
				label: id,
				unit: 'count',
				value,
				sampledAt: world.now,
				history: [],
			} as const;
			return [id, {value, verdict: verdictOn(reading), trend: trendOf(before[id] ?? value, value)}];
		}),
	);
}

/** Metrics whose trend would be another one with a line a tenth higher or lower. */
function closeTrends(
	before: Readonly<Record<string, number>>,
	metrics: Truth['metrics'],
): string[] {
	return Object.entries(metrics).flatMap(([id, {value}]) => {
		const was = before[id] ?? value;
		const larger = Math.max(Math.abs(was), Math.abs(value));
		return isClose(Math.abs(value - was), FLAT * larger) ? [id] : [];
	});
}

function isClose(value: number, line: number): boolean {
	return line > 0 && Math.abs(value - line) <= TENTH * line;
}

/** How metrics went on from there, a value a minute. */
function goneOn(
	kept: RunCopy,
	recorded: RecordedRun,
	at: number,
	asItWent: boolean,
): Readonly<Record<string, readonly number[]>> {
	const run = runFrom(kept);
	const traces: Record<string, number[]> = {};
	const note = ({world}: Run) => {
		if ((world.now - at) % 60 !== 0) return;
		for (const {id, read} of METRICS) (traces[id] ??= []).push(read(world));
	};
	note(run);
	const orders = asItWent ? recorded.orders : [];
	relive(run, allOf([givenSource(orders), heardSource(recorded)]), {
		until: at + 60 * WATCHED_MINUTES,
		recorders: [note],
	});
	return traces;
}

function stateItems(run: Run, metrics: Truth['metrics']): readonly TrueItem[] {
	const ill = SYSTEMS.filter(system =>
		system.signs.some(({metric}) => ['warn', 'crit'].includes(metrics[metric]?.verdict ?? 'ok')),
	);
	return [
		...ill.map(({name}) => ({field: 'state', id: systemItem(name), what: name}) as const),
		...[...new Set(suspectsIn(run))].map(
			suspect => ({field: 'state', id: suspectItem(suspect), what: suspect}) as const,
		),
	];
}

/** What stands, by how the order begins that set it; and what was tried twice and came to nothing. */
function doneItems(world: World): readonly TrueItem[] {
	const failed = world.orders.filter(
		({number, state}) => number > 0 && (state === 'failed' || state === 'refused'),
	);
	const words = failed.map(each => each.words);
	const twice = [...new Set(words.filter((each, index) => words.indexOf(each) !== index))];
	return [
		...standingIn(world).map(
			({begins}) => ({field: 'done', id: standingItem(begins), what: begins}) as const,
		),
		...twice.map(what => ({field: 'done', id: triedItem(what), what}) as const),
	];
}

function pendingItems(world: World, requests: readonly number[]): readonly TrueItem[] {
	const item = (id: string, what: string): TrueItem => ({field: 'pending', id, what});
	const {teams, promisedAt} = world.incidentCall.output;
	return [
		...world.orders
			.filter(({number, state}) => number > 0 && state === 'running')
			.map(({number, words}) => item(runningItem(number), words)),
		...requests.map(n => item(requestItem(n), `request ${String(n)}`)),
		...(promisedAt === null ? [] : [item(PROMISE_ITEM, 'the next update')]),
		...teams
			.filter(({state}) => state === 'paged')
			.map(({team}) => item(teamItem(team), `${team}, paged`)),
		...standingIn(world)
			.filter(({isDebt}) => isDebt)
			.map(({begins}) => item(owedItem(begins.replace(/^pause /u, '')), begins)),
	];
}

/** Lines of the panels that are crossed in either night, for the worse or back to well. */
function watchItems(metrics: Truth['metrics'], later: Truth['later']): readonly TrueItem[] {
	return SYSTEMS.flatMap(({signs}) => signs).flatMap(({metric: id}): readonly TrueItem[] => {
		const limits = limitsOf(id);
		const now = metrics[id];
		if (limits === null || now === undefined) return [];
		const {worse, warn, crit} = limits;
		const better = worse === 'above' ? 'below' : 'above';
		const crosses = (side: 'above' | 'below', line: number) =>
			!isBeyond(now.value, side, line) &&
			later.some(trace => (trace[id] ?? []).some(value => isBeyond(value, side, line)));
		return [
			...(crosses(worse, crit) ? ([[worse, crit]] as const) : []),
			...(now.verdict !== 'ok' && crosses(better, warn) ? ([[better, warn]] as const) : []),
		].map(([side, line]) => ({
			field: 'watch',
			id: watchItem(id, side),
			what: `${id} ${side} ${String(line)}`,
		}));
	});
}

/** Orders that would have cost much in front of the night as it went on, or that the level calls unsafe and that can be given. */
function notItems(
	kept: RunCopy,
	recorded: RecordedRun,
	metrics: Truth['metrics'],
	tried: readonly string[],
	close: string[],
): readonly TrueItem[] {
	const named = unsafeBeginnings(kept.evaluator.level);
	const trials = tried.flatMap(words => {
		const parsed = parseOrder(words);
		return parsed.ok ? [{words, ...trial(kept, recorded, words)}] : [];
	});
	if (trials.length === 0) return [];
	const asItWent = trial(kept, recorded, null);
	return trials.flatMap(({words, harm, won, refused}): readonly TrueItem[] => {
		if (refused) return [];
		if (isClose(harm - asItWent.harm, COSTS_MINUTES)) close.push(words);
		const costs = harm - asItWent.harm > COSTS_MINUTES || (asItWent.won && !won);
		const isNamed = named.some(begins => beginsAlike(words, begins));
		if (!costs && !(isNamed && bearsOnIll(words, kept, metrics))) return [];
		return [{field: 'not', id: notItem(words), what: words}];
	});
}

function trial(
	kept: RunCopy,
	recorded: RecordedRun,
	words: string | null,
): {readonly harm: number; readonly won: boolean; readonly refused: boolean} {
	const run = runFrom(kept);
	const {now} = run.world;
	const added = words === null ? [] : [{order: 0, by: BY, at: now + 1, words}];
	const orders = [...added, ...recorded.orders.filter(({at}) => at > now)];
	relive(run, allOf([givenSource(orders), heardSource(recorded)]), {
		until: Math.min(recorded.until, now + TRIED_SECONDS),
	});
	const given = run.world.orders.find(({at, by}) => at === now + 1 && by === BY);
	return {
		harm: harmOf(run.world).total,
		won: endOf(run)?.won === true,
		refused: given?.state === 'refused',
	};
}

/** Whether what an order moves is not well, or was paused and is owed. */
function bearsOnIll(words: string, kept: RunCopy, metrics: Truth['metrics']): boolean {
	const resumed = /^resume (?<id>\S+)$/u.exec(words)?.groups?.['id'];
	if (resumed !== undefined) {
		return standingIn(runFrom(kept).world).some(({begins}) => begins === `pause ${resumed}`);
	}
	const parsed = parseOrder(words);
	if (!parsed.ok) return false;
	const {moves = []} = ORDERS[parsed.order.id] ?? {};
	return moves.some(id => !['ok', 'unknown'].includes(metrics[id]?.verdict ?? 'ok'));
}

/** How the orders begin that a level calls unsafe. */
function unsafeBeginnings({unsafe}: Pick<Level, 'unsafe'>): readonly string[] {
	return unsafe.flatMap(({when}) => ordersIn(when));
}

function ordersIn(condition: Condition): readonly string[] {
	if ('done' in condition) return [condition.done];
	if ('given' in condition) return [condition.given];
	if ('all' in condition) return condition.all.flatMap(ordersIn);
	if ('any' in condition) return condition.any.flatMap(ordersIn);
	if ('holds' in condition) return ordersIn(condition.holds);
	if ('first' in condition) return ordersIn(condition.first);
	return [];
}
