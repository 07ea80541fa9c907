import type {Alert} from '../../observe/index.ts';
import type {Recorder} from '../relive/relive.ts';

/** How alarms were to live with, by the measures of ISA-18.2 and EEMUA 191. */
export type AlarmCraft = {
	/** Alarms that came, in ten-minute windows from the takeover on. */
	readonly windows: readonly number[];
	readonly windowSeconds: number;
	/** When the first window begins. */
	readonly from: number;
	readonly raised: number;
	readonly bySeverity: Readonly<Record<Alert['severity'], number>>;
	/** How it did in each measure, beside what the standards hold to be manageable. */
	readonly measures: readonly Judged[];
	/** The ten that came most often, with how often; what chatters stands here first. */
	readonly frequent: readonly {
		readonly id: string;
		readonly title: string;
		readonly times: number;
	}[];
	/** Alarms that stood longest without a break, and for how long. */
	readonly longest: readonly {
		readonly id: string;
		readonly title: string;
		readonly seconds: number;
	}[];
};

/** One measure of a run. */
export type Judged = {
	readonly id:
		| 'average'
		| 'peak'
		| 'in-flood'
		| 'standing'
		| 'stale'
		| 'shelved'
		| 'chattering'
		| 'most-frequent'
		| 'pages';
	readonly what: string;
	readonly value: number;
	readonly unit: 'count' | 'share';
	/** What is held to be manageable, at most. */
	readonly limit: number;
	readonly met: boolean;
	/** Where the limit stands. */
	readonly standard: string;
};

const WINDOW_SECONDS = 600;
/** ISA-18.2: more than so many in ten minutes are a flood. */
const FLOOD = 10;
const MINUTE = 60;
/** An alarm that comes three times within a minute chatters (ISA-18.2); ours are held for half a minute, so ten are allowed. */
const CHATTER_TIMES = 3;
const CHATTER_SECONDS = 600;
/** ISA-18.2 calls an alarm stale after a day; a run is shorter, and a shift is eight hours. */
const STALE_SECONDS = 8 * 3_600;
const SHOWN = 10;

type Raised = {
	readonly id: string;
	readonly title: string;
	readonly severity: Alert['severity'];
	readonly at: number;
	until: number | null;
};

type Recorded = {
	readonly from: number;
	readonly until: number;
	readonly raised: readonly Raised[];
	/** A minute at a time. */
	readonly standing: readonly number[];
	readonly shelved: readonly number[];
};

/** Notes every alarm as it comes and goes, in sight or on a shelf. */
export function recordedAlarms(): {readonly record: Recorder; readonly told: () => Recorded} {
	const raised: Raised[] = [];
	const standing: number[] = [];
	const shelved: number[] = [];
	const open = new Map<string, Raised>();
	let from: number | null = null;
	let until = 0;
	return {
		record: ({world: {now, incidentCall}, observer}) => {
			const board = observer?.alerts.raised ?? [];
			from ??= now;
			until = now;
			if (board.length !== open.size || board.at(-1)?.raisedAt === now) {
				const ids = new Set(board.map(({id}) => id));
				for (const [id, alarm] of open) {
					if (ids.has(id)) continue;
					alarm.until = now;
					open.delete(id);
				}
				for (const {id, title, severity, raisedAt: at} of board) {
					if (open.has(id)) continue;
					const alarm: Raised = {id, title, severity, at, until: null};
					open.set(id, alarm);
					if (at >= from) raised.push(alarm);
				}
			}
			if (now % MINUTE !== 0) return;
			standing.push(board.length);
			shelved.push(incidentCall.output.shelved.length);
		},
		told: () => ({from: from ?? 0, until, raised, standing, shelved}),
	};
}

export function alarmCraftOf({from, until, raised, standing, shelved}: Recorded): AlarmCraft {
	const count = Math.max(1, Math.ceil((until - from) / WINDOW_SECONDS));
	const windows = Array.from({length: count}, () => 0);
	for (const {at} of raised) {
		const index = Math.min(count - 1, Math.floor((at - from) / WINDOW_SECONDS));
		windows[index] = (windows[index] ?? 0) + 1;
	}
	const times = countedById(raised);
	const frequent = [...times.values()].sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
	const longest = raised
		.map(({id, title, at, until: end}) => ({id, title, seconds: (end ?? until) - at}))
		.sort((a, b) => b.seconds - a.seconds || (a.id < b.id ? -1 : 1));
	const severities = (severity: Alert['severity']) =>
		raised.filter(each => each.severity === severity).length;
	const bySeverity = {
		page: severities('page'),
		ticket: severities('ticket'),
		info: severities('info'),
	};
	const all = Math.max(1, raised.length);
	const ten = frequent.slice(0, SHOWN).reduce((sum, each) => sum + each.times, 0);
	return {
		windows,
		windowSeconds: WINDOW_SECONDS,
		from,
		raised: raised.length,
		bySeverity,
		measures: [
			judged('average', raised.length / count),
			judged('peak', Math.max(...windows)),
			judged('in-flood', windows.filter(each => each > FLOOD).length / count),
			judged(
				'standing',
				standing.reduce((sum, each) => sum + each, 0) / Math.max(1, standing.length),
			),
			judged('stale', longest.filter(({seconds}) => seconds >= STALE_SECONDS).length),
			judged('shelved', Math.max(0, ...shelved)),
			judged('chattering', chattering(raised)),
			judged('most-frequent', raised.length < SHOWN ? 0 : ten / all),
			judged('pages', bySeverity.page / all),
		],
		frequent: frequent.filter(each => each.times > 1).slice(0, SHOWN),
		longest: longest.slice(0, SHOWN),
	};
}

const LIMITS: Readonly<Record<Judged['id'], Pick<Judged, 'what' | 'limit' | 'unit' | 'standard'>>> =
	{
		average: {
			what: 'alarms in ten minutes, on average',
			limit: 2,
			unit: 'count',
			standard: 'ISA-18.2: 1 acceptable, 2 manageable',
		},
		peak: {
			what: 'alarms in the worst ten minutes',
			limit: FLOOD,
			unit: 'count',
			standard: 'ISA-18.2 and EEMUA 191: at most 10',
		},
		'in-flood': {
			what: 'of all ten minutes with more than ten alarms',
			limit: 0.01,
			unit: 'share',
			standard: 'ISA-18.2: less than 1 %',
		},
		standing: {
			what: 'alarms that stand, on average',
			limit: 10,
			unit: 'count',
			standard: 'EEMUA 191: fewer than 10',
		},
		stale: {
			what: 'alarms that stood for a whole shift of eight hours',
			limit: 5,
			unit: 'count',
			standard: 'ISA-18.2: fewer than 5 stale ones a day',
		},
		shelved: {
			what: 'shelves at most at a time',
			limit: 30,
			unit: 'count',
			standard: 'EEMUA 191: fewer than 30',
		},
		chattering: {
			what: 'alarms that came three times within ten minutes',
			limit: 0,
			unit: 'count',
			standard: 'ISA-18.2: none that chatters',
		},
		'most-frequent': {
			what: 'of all alarms from the ten that came most often',
			limit: 0.05,
			unit: 'share',
			standard: 'ISA-18.2: 1 to 5 %',
		},
		pages: {
			what: 'of all alarms of the highest priority',
			limit: 0.05,
			unit: 'share',
			standard: 'ISA-18.2: about 5 % high, 15 % medium, 80 % low',
		},
	};

function judged(id: Judged['id'], value: number): Judged {
	const limit = LIMITS[id];
	return {id, ...limit, value, met: value <= limit.limit};
}

function countedById(raised: readonly Raised[]) {
	const times = new Map<string, {readonly id: string; readonly title: string; times: number}>();
	for (const {id, title} of raised) {
		const known = times.get(id);
		if (known === undefined) times.set(id, {id, title, times: 1});
		else known.times += 1;
	}
	return times;
}

/** How many alarms came so often in so short a time that each coming said nothing. */
function chattering(raised: readonly Raised[]): number {
	const at = new Map<string, number[]>();
	for (const alarm of raised) at.set(alarm.id, [...(at.get(alarm.id) ?? []), alarm.at]);
	return [...at.values()].filter(times =>
		times.some((first, index) => {
			const third = times[index + CHATTER_TIMES - 1];
			return third !== undefined && third - first <= CHATTER_SECONDS;
		}),
	).length;
}
