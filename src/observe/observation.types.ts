import type {Instruments} from './instruments.types.ts';
import type {Cast} from '../sim/index.ts';
import type {PanelId} from './panel-ids.ts';
import type {Handing} from './handover.ts';
import type {ProbeSeen} from './probe.ts';
import type {RoomSeen} from './room.ts';

/**
 * What an operator can see: late, partial, sometimes wrong. The screen knows the Region only through
 * these types; nothing here can be asked for the truth.
 */
export type Observation = {
	/** Seconds since the level began. */
	readonly now: number;
	readonly clock: Clock;
	/** Grows by one at each thing worth stopping for: a page, an order finished or refused, a dashboard post. */
	readonly news: number;
	readonly metrics: Readonly<Record<string, Reading>>;
	/** Raised and not yet cleared first, then the recently cleared; newest first within each. */
	readonly alerts: readonly Alert[];
	/** What was shelved and hides alerts now, oldest first. */
	readonly shelves: readonly Shelf[];
	/** Oldest first, at most LOG_LINES_MAX. */
	readonly log: readonly LogLine[];
	readonly dashboard: Dashboard;
	/** The last `dig` of each name and type, newest first. */
	readonly answers: readonly Answer[];
	/** What the looks brought back last, as data. */
	readonly instruments: Instruments;
	readonly automations: readonly Automation[];
	/** Every order given, oldest first. */
	readonly orders: readonly OrderReport[];
	readonly teams: readonly TeamPresence[];
	/** What people write, on the call and outside of it, oldest first, the last 200. */
	readonly chat: readonly ChatLine[];
	/** Structured status updates, oldest first; each stands on the dashboard as a post as well. */
	readonly updates: readonly StatusUpdate[];
	readonly access: Access;
	readonly severity: 'none' | 'sev-3' | 'sev-2' | 'sev-1';
	/** What still keeps the level from being won, as far as it can be seen; the run fills it in. */
	readonly open: readonly OpenCondition[];
	/** The note of one who plays alone, from one sitting to the next; absent where none was written. */
	readonly handing?: Handing;
	/** Questions that wait for answers, while nothing else is seen; absent where none do. */
	readonly probe?: ProbeSeen;
	/** Null while the run goes on. */
	readonly ended: Ended | null;
	readonly withheld: Withheld;
	/** Null where one person plays alone. */
	readonly room: RoomSeen | null;
};

/** What the level keeps from its player. */
export type Withheld = {
	/** Beginnings of the words of orders that are refused, looks among them. */
	readonly orders: readonly string[];
	/** Panels that stay dark: what they alone are for is not in the observation either. */
	readonly panels: readonly PanelId[];
	/** Of panels that others see: the seats that do. */
	readonly whose?: Readonly<Partial<Record<PanelId, readonly string[]>>>;
	/** The subsystems that the level is about, where it is not the whole Region. */
	readonly cast?: Cast;
};

/** Something that is not yet as winning asks, or that people have set and that stands. */
export type OpenCondition = {
	/** The same from second to second. */
	readonly id: string;
	/** As it stands, in an operator's words: `launch throttle at 100 %`. */
	readonly text: string;
	/** What it is about, without how it stands: `launch throttle`. */
	readonly about: string;
	/** When it counts as closed: `below 60 s`; empty where the text says it. */
	readonly until: string;
	/** False for what stands and is not asked for by the level. */
	readonly needed: boolean;
};

export type Clock = {
	/** `HH:MM:SS`. */
	readonly pdt: string;
	readonly utc: string;
	/** `19 Oct` or `20 Oct`, in PDT. */
	readonly date: string;
};

/** One metric as the monitoring pipeline last delivered it. */
export type Reading = {
	readonly id: string;
	readonly label: string;
	readonly unit: Unit;
	/** Null when nothing has arrived, or the tool that shows it has not been opened. */
	readonly value: number | null;
	/** When the value was sampled: the gap to `now` is how stale it is. */
	readonly sampledAt: number;
	/** One value a minute, oldest first, at most HISTORY_MINUTES; NaN where the pipeline lost it. */
	readonly history: readonly number[];
	/** For whoever may know how it stands and not its value: said by who has the value, which is then null. */
	readonly judged?: Judgement;
};

export type Verdict = 'ok' | 'warn' | 'crit' | 'unknown';
export type Trend = '' | 'rising' | 'falling' | 'steady';
export type Judgement = {readonly verdict: Verdict; readonly trend: Trend};

export type Unit = 'share' | 'count' | 'per-second' | 'seconds';

export type Alert = {
	readonly id: string;
	readonly severity: 'page' | 'ticket' | 'info';
	/** The team or service it belongs to, and what the flood is grouped by. */
	readonly group: string;
	readonly title: string;
	readonly raisedAt: number;
	readonly clearedAt: number | null;
	readonly acknowledgedBy: string | null;
	/** A page that stood so long unacknowledged that it went on to a second person. */
	readonly escalated: boolean;
};

/** Something taken out of sight by `shelve`: an alert, a group, or `all`. */
export type Shelf = {
	readonly alert: string;
	readonly by: string;
	readonly at: number;
	/** When it comes back by itself. */
	readonly until: number;
	/** Alerts that stand now and are out of sight because of it. */
	readonly hides: number;
};

export type LogLine = {
	readonly at: number;
	readonly source: string;
	readonly level: 'info' | 'warn' | 'error';
	readonly text: string;
};

/** The public Health Dashboard, as customers see it. */
export type Dashboard = {
	readonly impacted: number;
	readonly resolved: number;
	readonly services: readonly ServiceStatus[];
	/** Oldest first. */
	readonly posts: readonly Post[];
	/** The tick the operator promised the next update for, if a promise stands. */
	readonly promisedAt: number | null;
};

export type ServiceStatus = {
	readonly name: string;
	readonly state: 'normal' | 'impacted' | 'resolved';
	/** Share of requests failing, as the service's own canary saw it last; null for who sees only the public page. */
	readonly errors: number | null;
};

export type Post = {readonly at: number; readonly by: string; readonly text: string};

export type Answer = {
	readonly at: number;
	readonly name: string;
	readonly type: 'A' | 'AAAA';
	/** Always NOERROR that night: the name exists, it just has no addresses. */
	readonly status: 'NOERROR' | 'SERVFAIL';
	readonly addresses: readonly string[];
	readonly ttlSeconds: number;
};

export type Automation = {
	readonly id: string;
	readonly label: string;
	readonly state: 'running' | 'paused';
	readonly by: string | null;
	readonly since: number;
};

export type OrderReport = {
	readonly order: number;
	readonly by: string;
	readonly text: string;
	readonly at: number;
	/** When it takes or took effect. */
	readonly due: number;
	/** `waiting` is for the next second to try it. */
	readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'refused';
	/** One sentence: what happened, or why not. */
	readonly message: string;
	/** What a look brought back, line by line. */
	readonly lines: readonly string[];
};

export type TeamPresence = {
	readonly team: string;
	readonly state: 'asleep' | 'paged' | 'present';
	readonly since: number;
	/** Whether its second person was woken as well. */
	readonly escalated: boolean;
};

/**
 * A line in the chat. Whoever is not on the call knows what the public knows, and who has joined; a team on the call
 * knows its own instruments.
 */
export type ChatLine = {
	readonly at: number;
	readonly from: string;
	readonly role: ChatRole | 'team';
	readonly text: string;
	/** Of a team: which, and the metrics that it read for it. */
	readonly team?: string;
	readonly shows?: readonly string[];
};

export type ChatRole = 'account-manager' | 'executive' | 'support' | 'status-desk' | 'neighbour';

/** A structured status update as it was published. */
export type StatusUpdate = {
	readonly at: number;
	readonly by: string;
	readonly scope: string;
	readonly impact: string;
	readonly action: string;
	/** When its author promised the next one. */
	readonly nextAt: number;
};

export type Access = 'signed-in' | 'failing' | 'break-glass';

export type Ended = {readonly at: number; readonly won: boolean; readonly why: string};
