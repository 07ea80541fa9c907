import {
	castOf,
	measuredBy,
	readyForFractions,
	THE_REGION,
	type Cast,
	type World,
} from '../sim/index.ts';
import {
	alertsOf,
	createAlertBoard,
	judge,
	obeyMarks,
	shelvesOf,
	type AlertBoard,
} from './alert-board.ts';
import {automationsOf} from './automations.ts';
import {addLine, askedAt, converse, createChat, linesOfTeams, type Chat} from './chat/index.ts';
import {createBoard, dashboardOf, keepBoard} from './dashboard.ts';
import {createLog, tail, write, type Log} from './log.ts';
import {metricIndex, METRICS} from './metrics.ts';
import {followOrders, ordersOf, type OrderReports} from './order-reports.ts';
import {NOTHING_OWN, type LevelOwn, type OwnRemark} from './level-own.types.ts';
import type {Observation, Reading, StatusUpdate, TeamPresence} from './observation.types.ts';
import {historyOf} from './charts.ts';
import {
	COLUMNS,
	createPipeline,
	deliver,
	LOST,
	sample,
	SAMPLE_SECONDS,
	type Pipeline,
} from './pipeline.ts';
import type {PanelId} from './panel-ids.ts';
import {withoutPanels} from './panels.ts';
import {surfaceOf} from './public-surface.ts';
import {createInspections} from './inspections.ts';
import {clockOf} from './words.ts';

/** The operator's screen as it stood when sign-in was lost: internal tools show nothing newer. */
type Screen = {
	/** LOST while signed in. */
	frozenSince: number;
	minute: number;
	readonly values: Float64Array;
	readonly sampledAt: Float64Array;
};

/** Everything between the Region and the operator's eyes. Plain data, limited in every direction. */
export type Observer = OrderReports & {
	/** Panels that are dark now, and those that always are. */
	dark: readonly PanelId[];
	readonly alwaysDark: readonly PanelId[];
	readonly screen: Screen;
	readonly alerts: AlertBoard;
	readonly log: Log;
	readonly chat: Chat;
	/** Counts at the last second, to notice what is new. */
	pagesSeen: number;
	postsSeen: number;
	presentSeen: number;
};

/**
 * Somebody who starts to watch now: what was done before is no news. The level says how loudly people ask, from
 * 0 to 3, which panels stay dark, and what it adds to what can be seen.
 */
export function createObserver(
	world: World,
	pressure = 0,
	dark: readonly PanelId[] = [],
	own: LevelOwn = NOTHING_OWN,
): Observer {
	const running: number[] = [];
	const cast = castOf(world);
	world.orders.forEach(({state}, index) => {
		if (state === 'running') running.push(index);
	});
	return readyForFractions({
		news: 0,
		dark,
		alwaysDark: dark,
		pipeline: createPipeline(),
		screen: {
			frozenSince: LOST,
			minute: LOST,
			values: new Float64Array(COLUMNS).fill(LOST),
			sampledAt: new Float64Array(COLUMNS).fill(LOST),
		},
		alerts: createAlertBoard(own.alerts, cast),
		log: createLog(),
		board: createBoard(),
		chat: createChat(pressure, own.chat, cast.includes('incidentCall')),
		answers: [],
		inspections: createInspections(),
		reports: [],
		ordersSeen: world.orders.length,
		running,
		pagesSeen: 0,
		postsSeen: 0,
		presentSeen: presentOf(world),
	});
}

/** What a level says is so in this second: who has reason to speak, and which panels have gone dark. */
export function heed(
	observer: Observer,
	called: (remark: number) => boolean,
	darkened: readonly PanelId[],
): void {
	const reasons = observer.chat.called;
	for (let remark = 0; remark < reasons.length; remark++) {
		reasons[remark] = called(remark) ? 1 : 0;
	}
	darken(observer, darkened);
}

/** These panels are dark now, beside those that always are. */
export function darken(observer: Observer, darkened: readonly PanelId[]): void {
	if (darkened.length === 0 && observer.dark.length === observer.alwaysDark.length) return;
	const dark = [...new Set([...observer.alwaysDark, ...darkened])];
	const isSame =
		dark.length === observer.dark.length && dark.every(id => observer.dark.includes(id));
	if (isSame) return;
	observer.dark = dark;
	observer.news += 1;
}

/** Somebody who is not on the call writes, whatever they see. */
export function hearFrom(
	{chat}: Observer,
	{now}: World,
	{from, role, words}: Pick<OwnRemark, 'from' | 'role'> & {readonly words: string},
): void {
	addLine(chat, {at: now, from, role, text: words});
}

/** One second of watching, after the world's own. */
export function observeStep(observer: Observer, world: World): void {
	const {pipeline, screen, alerts, log, board} = observer;
	const delaySeconds = world.telemetry.output.metricDelaySeconds;
	shutOrOpen(screen, pipeline, world);
	if (world.now % SAMPLE_SECONDS === 0) {
		sample(pipeline, world);
		while (deliver(pipeline, world.now, delaySeconds)) judge(alerts, pipeline, world);
		keepBoard(board, pipeline, world);
		converse(observer.chat, surfaceOf(world, board));
		if (observer.chat.isOfCall) hearTeams(observer, world);
	}
	obeyMarks(alerts, world);
	write(log, world);
	if (screen.frozenSince === LOST) tail(log, world.now, delaySeconds);
	followOrders(observer, world);
	countNews(observer, world);
}

/** Teams on the call say what they find. */
function hearTeams(observer: Observer, world: World): void {
	const {chat} = observer;
	const {seed, startSecondsOfDay} = world.settings;
	const {teams} = world.incidentCall.output;
	const lines = linesOfTeams(chat.teams, {
		now: world.now,
		seed,
		startSecondsOfDay,
		teams,
		reading: metric => shownAt(observer, metricIndex(metric)),
		askedAt: id => askedAt(chat, id),
	});
	for (const line of lines) addLine(chat, line);
}

/** What the operator sees now. Built when asked for; it shares nothing with the observer. */
export function look(observer: Observer, world: World): Observation {
	const {incidentCall: call, identity: access, settings, now} = world;
	const cast = castOf(world);
	const isOfCall = cast.includes('incidentCall');
	const values = isShut(observer) ? observer.screen.values : observer.pipeline.values;
	return withoutPanels({
		now,
		clock: clockOf(now, settings.startSecondsOfDay),
		news: observer.news,
		metrics: readingsOf(observer, cast),
		alerts: alertsOf(observer.alerts, world),
		shelves: shelvesOf(observer.alerts, world),
		log: observer.log.lines.slice(),
		dashboard: dashboardOf(observer.board, values, world),
		answers: observer.answers.slice(),
		instruments: {...observer.inspections},
		automations: automationsOf(world),
		orders: ordersOf(observer, world),
		teams: isOfCall ? call.output.teams.map((team): TeamPresence => ({...team})) : [],
		chat: observer.chat.lines.slice(),
		updates: isOfCall ? call.output.updates.map((update): StatusUpdate => ({...update})) : [],
		access: cast.includes('identity') ? access.output.operator : 'signed-in',
		severity: isOfCall ? call.output.severity : 'none',
		open: [],
		ended: world.ending === null ? null : {...world.ending},
		withheld: {
			...{orders: settings.rules?.withheld ?? [], panels: observer.dark},
			...(cast === THE_REGION ? {} : {cast}),
		},
		room: null,
	});
}

/** A metric as the operator has it now; null where nothing has arrived, or what it tells takes a look that nobody took. */
export function seenNow(observer: Observer, id: string): number | null {
	const index = metricIndex(id);
	if (IS_ANSWER[index] === true && !hasAskedTheName(observer)) return null;
	return shownAt(observer, index).value;
}

/** A column as screens show it: as it arrived last, or as it stood when sign-in was lost. */
function shownAt(observer: Observer, index: number): Pick<Reading, 'value' | 'sampledAt'> {
	const shut = METRICS[index]?.reach === 'internal' && isShut(observer);
	const {values, sampledAt} = shut ? observer.screen : observer.pipeline;
	const value = values[index] ?? LOST;
	return {value: value === LOST ? null : value, sampledAt: Math.max(0, sampledAt[index] ?? 0)};
}

const IS_ANSWER = METRICS.map(({id}) => id.startsWith('dns.answers.'));

function hasAskedTheName({answers, inspections}: Observer): boolean {
	return answers.length > 0 || inspections.zones.length > 0;
}

function isShut(observer: Observer): boolean {
	return observer.screen.frozenSince !== LOST;
}

/** When sign-in is lost the screen keeps what it showed; when it is back it shows what there is. */
function shutOrOpen(screen: Screen, pipeline: Pipeline, world: World): void {
	const shut = world.identity.output.operator === 'failing';
	if (!shut) {
		screen.frozenSince = LOST;
		return;
	}
	if (screen.frozenSince !== LOST) return;
	screen.frozenSince = world.now;
	screen.minute = pipeline.minute;
	screen.values.set(pipeline.values);
	screen.sampledAt.set(pipeline.sampledAt);
}

/** The subsystem that each metric measures. */
const MEASURED_BY = METRICS.map(({id}) => measuredBy(id));

function readingsOf(observer: Observer, cast: Cast): Readonly<Record<string, Reading>> {
	const {pipeline, screen} = observer;
	const readings: Record<string, Reading> = {};
	METRICS.forEach(({id, label, unit, reach}, index) => {
		if (!cast.some(name => name === MEASURED_BY[index])) return;
		const shut = reach === 'internal' && isShut(observer);
		const history = historyOf(pipeline, index, (shut ? screen : pipeline).minute);
		readings[id] = {id, label, unit, ...shownAt(observer, index), history};
	});
	return readings;
}

function countNews(observer: Observer, world: World): void {
	const {alerts, board} = observer;
	const newest = world.incidentCall.output.posts.at(-1);
	const posted = newest?.at === world.now ? 1 : 0;
	const present = presentOf(world);
	observer.news += alerts.pages - observer.pagesSeen + posted;
	observer.news += Math.max(0, board.newsroom.posted - observer.postsSeen);
	observer.news += Math.max(0, present - observer.presentSeen);
	observer.pagesSeen = alerts.pages;
	observer.postsSeen = board.newsroom.posted;
	observer.presentSeen = present;
}

function presentOf(world: World): number {
	let present = 0;
	for (const {state} of world.incidentCall.output.teams) if (state === 'present') present += 1;
	return present;
}
