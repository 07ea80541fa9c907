import type {Mode, Team, Tick} from '../kernel/index.ts';
import type {StatusUpdate} from './status-update.ts';

export const SEVERITIES = ['none', 'sev-3', 'sev-2', 'sev-1'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const TEAM_STATES = ['asleep', 'paged', 'present'] as const;
export type TeamState = (typeof TEAM_STATES)[number];

/** One team's place on the conference call. */
export type CallTeam = {
	readonly team: Team;
	state: TeamState;
	since: number;
	/** Whether the page went on to a second person. */
	escalated: boolean;
};

/** What customers have been told to do. The world asks whether they do it. */
export type Advice = {retryHard: boolean; pinZone: boolean; noZone: boolean; flush: boolean};

/** Words published on the Health Dashboard, or noted on the call's timeline. */
export type Words = {readonly at: number; readonly by: string; readonly text: string};

/** An alert somebody has acknowledged or shelved, by alert id, group or `all`. */
export type Mark = {readonly at: number; readonly by: string; readonly alert: string};

export type IncidentCallInputs = {
	/** Share of customers' requests to DynamoDB that fail. */
	readonly customerErrors: number;
	/** Share of packets lost at the border network. */
	readonly packetLossShare: number;
};

export type IncidentCallOutput = {
	/** In the order of TEAMS. */
	readonly teams: CallTeam[];
	severity: Severity;
	readonly advice: Advice;
	/** Oldest first, at most POSTS_MAX. */
	readonly posts: Words[];
	/** Structured updates, oldest first, at most POSTS_MAX; each is a post as well. */
	readonly updates: StatusUpdate[];
	/** The tick the next update is promised for, or null. */
	promisedAt: number | null;
	/** Promises whose time passed without a post. */
	promisesBroken: number;
	/** Oldest first, at most MARKS_MAX. */
	readonly acknowledged: Mark[];
	/** Shelved now, oldest first, at most MARKS_MAX. A shelf empties itself: see `shelfSeconds`. */
	readonly shelved: Mark[];
	/** The scribe's lines, oldest first, at most NOTES_MAX. */
	readonly notes: Words[];
};

export type IncidentCall = {
	/** One chart for each team, in the order of TEAMS. */
	readonly modes: Mode[];
	/** Seconds that errors, and packet loss, have stood over their thresholds without a break. */
	errorsSeconds: number;
	lossSeconds: number;
	/** Whether automatic detection has paged for the trouble that stands now. */
	detected: boolean;
	/** When the next update was last promised. */
	promisedSince: Tick;
	readonly output: IncidentCallOutput;
};

export const POSTS_MAX = 200;
export const MARKS_MAX = 400;
export const NOTES_MAX = 200;
