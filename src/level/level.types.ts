import type {Cast, Fault, SubsystemName, Switch, Tick, WorldSettings} from '../sim/index.ts';
import type {Condition} from './condition.types.ts';
import type {Dials} from './dials/index.ts';
import type {Inject} from './injects/inject.types.ts';
import type {CHAT_ROLES, OwnRoles} from './roles/roles.types.ts';
import type {Suspect} from './suspects.ts';

export const LEVEL_KINDS = ['ladder', 'drill', 'exam', 'sandbox', 'tutorial'] as const;
export type LevelKind = (typeof LEVEL_KINDS)[number];

/** An order, in its canonical words, that meets the world in second `at`. */
export type PlannedOrder = {readonly at: number; readonly words: string};

/** How a level ends. Without goals it ends as October 20 did. */
export type Goals = {
	readonly win: Condition;
	/** What is said to somebody who has won. */
	readonly why: string;
	readonly lose: readonly {readonly when: Condition; readonly why: string}[];
	/** What it means that the time is up and nothing else has ended the run. */
	readonly atLimit: 'lost' | 'won';
};

/** Something that has to be done, by then where a time is named. */
export type CriticalTask = {
	readonly id: string;
	readonly what: string;
	/** What must have come about for it to be asked of anybody; always, without it. */
	readonly asked?: Condition;
	readonly met: Condition;
	readonly before: Tick | null;
	/** It has to be so when the run ends, however often it was so before. */
	readonly atEnd?: boolean;
	/** Areas whose task it is where several people play; without it, those that have its orders. */
	readonly of?: readonly string[];
};

/** Words of an order, and when it should have been given: `at`, or as soon as people can decide where that is null. */
export type Alternative = {readonly at: Tick | null; readonly words: string};

/** A moment that mattered, and other orders that could have been given in it. */
export type DecisionPoint = {
	readonly id: string;
	readonly what: string;
	readonly when: Condition;
	readonly alternatives: readonly Alternative[];
};

/** The trouble comes again with everything back on: does the repair hold? */
export type Recurrence = {
	/** Times count from the moment it comes again. */
	readonly faults: WorldSettings['faults'];
	readonly minutes: number;
	readonly holds: Condition;
};

/** A fault that waits for something to be so, from the first second of the level on. */
export type ConditionalFault = {
	readonly when: Condition;
	/** Struck again after so many seconds while it is so; null where once is enough. */
	readonly againSeconds: number | null;
	readonly to: SubsystemName;
	readonly fault: Fault;
};

/** Another night of the same level. Only the clock, the faults, the fixes and the numbers differ. */
export type Variation = {
	readonly id: string;
	readonly startSecondsOfDay: number;
	readonly faults: WorldSettings['faults'];
	readonly conditionalFaults: readonly ConditionalFault[];
	readonly switches: readonly Switch[];
	readonly parameters: WorldSettings['parameters'];
};

/** What a seed must make happen, for it to be a seed of this level. */
export type Story =
	/** The race empties the regional name within these seconds. */
	| {readonly kind: 'name-empties'; readonly from: Tick; readonly until: Tick}
	/** This is so in that second, with nobody but the night shift having acted. */
	| {readonly kind: 'condition'; readonly when: Condition; readonly at: Tick};

/** An alarm of a level's own: a line through a metric as monitoring delivers it. */
export type LevelAlert = {
	readonly id: string;
	readonly group: string;
	readonly severity: 'page' | 'ticket' | 'info';
	readonly metric: string;
	readonly compare: 'above' | 'below';
	readonly threshold: number;
	/** Where it lets go. */
	readonly clearAt: number;
	readonly forSeconds: number;
	/** With `{}` for the value. */
	readonly title: string;
};

/** What somebody outside the call writes in a level, and why. */
export type LevelRemark = {
	readonly from: string;
	readonly role: (typeof CHAT_ROLES)[number];
	readonly when: Condition;
	readonly afterSeconds: number;
	/** Null where it is said once. */
	readonly againSeconds: number | null;
	/** Said in turn, each once in a run. */
	readonly words: readonly string[];
};

/** A level as the game plays it: parsed, checked, times in ticks. */
export type Level = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly kind: LevelKind;
	/** Its place in the ladder, or null beside it. */
	readonly ladder: number | null;
	/** Real minutes it takes, or null where nobody has said. */
	readonly minutes: number | null;
	readonly lesson: string;
	readonly role: string;
	/** Whether it is the night of 20 October itself, so that a run can be measured against the record. */
	readonly isOfRecord: boolean;
	readonly dials: Dials;
	readonly startSecondsOfDay: number;
	readonly limit: Tick;
	readonly seed: string;
	/** Null where any seed will do. */
	readonly story: Story | null;
	readonly faults: WorldSettings['faults'];
	readonly conditionalFaults: readonly ConditionalFault[];
	readonly switches: readonly Switch[];
	readonly parameters: WorldSettings['parameters'];
	/** The second in which the player takes over from the night shift; 0 where nobody was there before. */
	readonly takeover: Tick;
	readonly prelude: readonly PlannedOrder[];
	/** The subsystems that it is about; null where that is the whole Region. */
	readonly cast: Cast | null;
	/** Factor on how long orders take. */
	readonly orderDelay: number;
	readonly withhold: {
		/** Beginnings of the words of orders that are refused. */
		readonly orders: readonly string[];
		readonly instruments: readonly Instrument[];
		/** Panels that stay dark. */
		readonly panels: readonly string[];
	};
	readonly goals: Goals | null;
	readonly tasks: readonly CriticalTask[];
	readonly unsafe: readonly {
		readonly id: string;
		readonly what: string;
		readonly when: Condition;
	}[];
	/** What may be to blame in this level alone. */
	readonly suspects: readonly {readonly id: Suspect; readonly what: string}[];
	/** What is behind the trouble, while it is. */
	readonly diagnosis: readonly {readonly suspect: Suspect; readonly when: Condition}[];
	readonly decisions: readonly DecisionPoint[];
	readonly recurrence: Recurrence | null;
	readonly variations: readonly Variation[];
	readonly hints: readonly {readonly when: Condition; readonly text: string}[];
	readonly alerts: readonly LevelAlert[];
	readonly chat: readonly LevelRemark[];
	/** For how many people there is something to do in it; null where that is as many as a room takes. */
	readonly people: number | null;
	/** How several people share it, where that is not as in any level. */
	readonly areas: OwnRoles['areas'];
	readonly roles: OwnRoles['roles'];
	readonly staffing: OwnRoles['staffing'];
	readonly facts: OwnRoles['facts'];
	/** What whoever serves a drill may bring about. */
	readonly injects: readonly Inject[];
	/** Which orders a room reads back before it gives them. */
	readonly readBack: ReadBack;
	/** Panels that go dark while something is so. */
	readonly darkens: readonly {readonly panel: string; readonly when: Condition}[];
	/** Names everything that moves the world, and no prose: a better summary spoils no journal. */
	readonly hash: string;
};

/** Tools that answer a question no panel does. */
export const INSTRUMENTS = ['curve', 'probe'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/**
 * Names that a level may use and that others define. Handed in, because a level knows the Region and neither
 * its observers nor its grammar.
 */
export type Vocabulary = {
	/** What conditions may measure. */
	readonly metrics: readonly string[];
	/** What alarms may be about: what monitoring delivers. */
	readonly observed: readonly string[];
	/** Alarms of the Region, and whom alarms belong to. */
	readonly alerts: readonly string[];
	readonly alertGroups: readonly string[];
	/** What a console is made of. */
	readonly panels: readonly string[];
	/** Whether these words begin at least one order. */
	readonly beginsOrder: (words: string) => boolean;
	/** An order in its canonical words, or what is wrong with it. */
	readonly order: (words: string) => ReadOrder;
};

export type ReadOrder =
	| {readonly ok: true; readonly words: string}
	| {readonly ok: false; readonly message: string; readonly suggestions: readonly string[]};

/** What is wrong with a level's text, and where. Lines and columns count from 1. */
export type LevelProblem = {
	readonly line: number;
	readonly column: number;
	/** A sentence that says what was expected. */
	readonly message: string;
	readonly suggestions: readonly string[];
};

export type ParsedLevel =
	| {readonly ok: true; readonly level: Level}
	| {readonly ok: false; readonly problems: readonly LevelProblem[]};

/** None, those that ask before they are given, or all that touch the Region. */
export const READ_BACKS = ['free', 'dangerous', 'all'] as const;
export type ReadBack = (typeof READ_BACKS)[number];
