import {stateOf, SYSTEMS, verdictOf} from '../../observe/index.ts';
import type {Alert, Observation, OpenCondition, OrderReport} from '../../observe/index.ts';
import {isWait} from '../../session/index.ts';
import {VERDICT_WORDS} from './fact.ts';
import type {Verdict} from './fact.types.ts';
import {KINDS, type Happening, type Kind} from './happening.ts';
import {count, measure} from './measure.ts';
import {roomHappenings} from './room-happenings.ts';

/** What stands now, and has no moment of its own: told last. */
const STANDING: readonly Kind[] = ['system', 'services', 'over'];

/** What came about between two looks at the same run, newest first; after a way back, what the room says of it. */
export function happened(before: Observation, after: Observation): readonly Happening[] {
	if (isThroughOtherEyes(before, after)) return [];
	if (isWayBack(before, after)) return roomHappenings(before, after);
	return [
		...endOf(before, after),
		...ordersOf(before, after),
		...alertsOf(before, after),
		...callOf(before, after),
		...postsOf(before, after),
		...chatOf(before, after),
		...changesOf(before, after),
		...openOf(before, after),
		...systemsOf(before, after),
		...roomHappenings(before, after),
	].sort(
		(a, b) =>
			Number(STANDING.includes(a.kind)) - Number(STANDING.includes(b.kind)) ||
			b.at - a.at ||
			KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
	);
}

/** Whoever serves a drill looks through the eyes of one seat after another, and a probe blanks what was seen: nothing has happened by it. */
export function isThroughOtherEyes(before: Observation, after: Observation): boolean {
	if ((before.probe === undefined) !== (after.probe === undefined)) return true;
	return before.room?.seat !== after.room?.seat;
}

/** Whether everybody was taken back to an earlier second: what is gone has not happened. */
export function isWayBack(before: Observation, after: Observation): boolean {
	return after.now < before.now;
}

function happening(kind: Kind, at: number, word: string, text: string, group = ''): Happening {
	return {at, kind, word, text, lines: [], group};
}

function endOf(before: Observation, after: Observation): readonly Happening[] {
	const {ended} = after;
	if (ended === null || before.ended !== null) return [];
	return [happening('end', ended.at, ended.won ? 'WON' : 'LOST', ended.why)];
}

const ORDER_WORDS = {done: 'DONE', failed: 'FAILED', refused: 'REFUSED'} as const;

function ordersOf(before: Observation, after: Observation): readonly Happening[] {
	const were = new Map(before.orders.map(({order, state}) => [order, state]));
	return after.orders.flatMap(report => {
		if (report.state === 'waiting' || report.state === 'running') return [];
		if (were.get(report.order) === report.state) return [];
		const at = report.state === 'refused' ? report.at : report.due;
		return [
			{
				...happening('order', at, ORDER_WORDS[report.state], toldOf(report)),
				lines: report.lines,
				of: String(report.order),
			},
		];
	});
}

/** What a look brought back says more than that it was done. */
function toldOf({text, state, message, lines}: OrderReport): string {
	return state === 'done' && lines.length > 0 ? `${text}:` : `${text}: ${message}`;
}

const SEVERITY_WORDS = {page: 'PAGE', ticket: 'TICKET', info: 'INFO'} as const;

function alertsOf(before: Observation, after: Observation): readonly Happening[] {
	const known = new Map(before.alerts.map(alert => [keyOf(alert), alert]));
	return after.alerts.flatMap(alert => {
		const was = known.get(keyOf(alert));
		const {id, severity, title, group, raisedAt, clearedAt} = alert;
		if (clearedAt !== null) {
			if (was === undefined || was.clearedAt !== null) return [];
			return [happening('over', clearedAt, 'RESOLVED', title, group)];
		}
		if (was !== undefined) return [];
		const kind = severity === 'page' ? 'page' : 'alert';
		return [{...happening(kind, raisedAt, SEVERITY_WORDS[severity], title, group), of: id}];
	});
}

function keyOf({id, raisedAt}: Alert): string {
	return `${id} ${String(raisedAt)}`;
}

function callOf(before: Observation, after: Observation): readonly Happening[] {
	const were = new Map(before.teams.map(({team, state}) => [team, state]));
	return after.teams.flatMap(({team, state, since}) => {
		if (were.get(team) === state) return [];
		if (state === 'present')
			return [happening('team', since, 'ON CALL', `team ${team} has joined`)];
		return were.get(team) === 'present'
			? [happening('team', since, 'AWAY', `team ${team} has left the call`)]
			: [];
	});
}

function postsOf(before: Observation, after: Observation): readonly Happening[] {
	// Old posts go when there are many, so that they cannot be told by their number.
	const last = before.dashboard.posts.at(-1)?.at ?? -1;
	const known = new Set(
		before.dashboard.posts.map(({at, by, text}) => `${String(at)} ${by} ${text}`),
	);
	const posts = after.dashboard.posts
		.filter(({at, by, text}) => at >= last && !known.has(`${String(at)} ${by} ${text}`))
		.map(({at, by, text}) => happening('post', at, 'POST', `${by}: ${text}`));
	const promised = after.dashboard.promisedAt;
	const late = promised !== null && promised < after.now && before.now <= promised;
	return late
		? [...posts, happening('promise', promised, 'LATE', 'the promised update is due')]
		: posts;
}

function chatOf(before: Observation, after: Observation): readonly Happening[] {
	// Old lines go when there are many; nobody writes twice in a second.
	const last = before.chat.at(-1)?.at ?? -1;
	return after.chat
		.filter(({at}) => at > last)
		.map(({at, from, text}) => ({
			...happening('chat', at, 'CHAT', `${from}: ${text}`, 'chat'),
			of: from,
		}));
}

const ACCESS = {
	'signed-in': ['SIGNED IN', 'internal tools are back'],
	failing: ['SIGN-IN FAILS', 'internal tools show stale data'],
	'break-glass': ['BREAK-GLASS', 'internal tools work, and every use is audited'],
} as const;

/** What stands differently from before: who may sign in, what is paused, how bad it is said to be. */
function changesOf(before: Observation, after: Observation): readonly Happening[] {
	const told: Happening[] = [];
	if (after.access !== before.access) {
		const [word, text] = ACCESS[after.access];
		told.push(happening('access', after.now, word, text));
	}
	if (after.severity !== before.severity) {
		told.push(happening('severity', after.now, after.severity.toUpperCase(), 'is declared'));
	}
	const were = new Map(before.automations.map(({id, state}) => [id, state]));
	for (const {id, state, since, by} of after.automations) {
		if (were.get(id) === state) continue;
		const whose = by === null ? '' : ` by ${by}`;
		told.push(happening('automation', since, state.toUpperCase(), `${id}${whose}`));
	}
	const {impacted, resolved} = after.dashboard;
	if (impacted !== before.dashboard.impacted) {
		const text = `${count(impacted, 'service')} impacted, were ${String(before.dashboard.impacted)}; ${String(resolved)} resolved`;
		told.push(happening('services', after.now, 'SERVICES', text));
	}
	return told;
}

/** What the level still asks for, as it opens and closes. Levers are told as what they stand for; values are systems. */
function openOf(before: Observation, after: Observation): readonly Happening[] {
	const were = new Map(before.open.filter(isNeeded).map(each => [each.id, each]));
	const are = new Set(after.open.map(({id}) => id));
	const opened = after.open.filter(each => isNeeded(each) && !were.has(each.id));
	// With nothing left the run ends: where it goes on, nobody is told what is open.
	const isTold = after.ended === null && after.open.some(isNeeded);
	const gone = [...were.values()].filter(each => !are.has(each.id) && !isWait(each));
	const closed = isTold ? gone : [];
	return [
		...opened.map(({text}) => happening('open', after.now, 'STILL OPEN', text)),
		...closed.map(({text}) => happening('open', after.now, 'CLOSED', text)),
	];
}

function isNeeded({needed}: OpenCondition): boolean {
	return needed;
}

const HEAVY: Readonly<Record<Verdict, number>> = {crit: 0, warn: 1, unknown: 2, ok: 3};

/** Systems that stand otherwise now than they did; the worst first. */
function systemsOf(before: Observation, after: Observation): readonly Happening[] {
	return SYSTEMS.flatMap(system => {
		const was = verdictOf(system, before.metrics);
		const now = verdictOf(system, after.metrics);
		if (now === was || (was === 'unknown' && now === 'ok')) return [];
		return [{system, is: stateOf(system, after.metrics), was}];
	})
		.sort((a, b) => HEAVY[a.is.verdict] - HEAVY[b.is.verdict])
		.map(({system, is, was}) => {
			const {sign, reading, value, verdict} = is;
			const said =
				value === null ? '' : ` ${measure(value, reading?.unit ?? 'count')} ${sign.counts}`;
			const before = was === 'unknown' ? '' : `, was ${VERDICT_WORDS[was]}`;
			const text = `${sign.of ?? system.name}${said}${before}`;
			return {...happening('system', after.now, VERDICT_WORDS[verdict], text), of: system.id};
		});
}
