import type {Condition} from '../condition.types.ts';

/** Tools and looks whose findings a panel keeps on showing; of the throttles, each its own. */
export const SEEN_INSTRUMENTS = [
	'answers',
	'zones',
	'enactors',
	'hosts',
	'curve',
	'probe',
	'nlb',
	'throttles.gate',
	'throttles.launches',
	'throttles.lambda',
] as const;
export type SeenInstrument = (typeof SEEN_INSTRUMENTS)[number];

/** Who writes in the chat. */
export const CHAT_ROLES = [
	'account-manager',
	'executive',
	'support',
	'status-desk',
	'neighbour',
] as const;

/** The area that every seat holds. */
export const EVERYONE = 'everyone';

/**
 * The smallest bundle of what is seen and what is ordered. Metrics, alerts (as `group.id`), counts and automations are
 * names or beginnings with a `*`; looks and orders are named by how their words begin.
 */
export type Area = {
	readonly panels: readonly string[];
	readonly metrics: readonly string[];
	/** Areas whose signs it sees judged, without their values. */
	readonly judges: readonly string[];
	/** The same where the fog is thin. */
	readonly standsOn: readonly string[];
	readonly alerts: readonly string[];
	/** Alerts of which it sees how many there are. */
	readonly counts: readonly string[];
	readonly logs: readonly string[];
	readonly instruments: readonly SeenInstrument[];
	readonly automations: readonly string[];
	readonly chat: readonly (typeof CHAT_ROLES)[number][];
	/** Whether it sees which orders others have given, and not what came of them. */
	readonly states: boolean;
	readonly looks: readonly string[];
	readonly orders: readonly string[];
};

/** What a person does in a room. */
export type Role = {
	readonly title: string;
	readonly areas: readonly string[];
	/** Areas that it sees and orders nothing in. */
	readonly reads: readonly string[];
	/** One line for who holds it. */
	readonly card: string;
};

/** For so many people the seats, and the roles or areas of each. */
export type Staffing = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * Something that one seat sees and another has to know. Metrics, looks and orders that tell it are named by how they begin;
 * `words` is whatever is said. With `withinMinutes` it is a critical task of whoever owns it.
 */
export type KeyFact = {
	readonly what: string;
	readonly when: Condition;
	/** The area or role that sees it, and those that have to know. */
	readonly of: string;
	readonly needs: readonly string[];
	readonly told: readonly string[];
	/** How the orders begin that wait for it. */
	readonly for: readonly string[];
	/** From when it can be seen; null where it is only followed. */
	readonly withinMinutes: number | null;
};

/** What a level sets for itself: each replaces by its name what stands there in any level. */
export type OwnRoles = {
	readonly areas: Readonly<Record<string, Area>>;
	readonly roles: Readonly<Record<string, Role>>;
	readonly staffing: Staffing;
	readonly facts: Readonly<Record<string, KeyFact>>;
};

/** How people can share a night. */
export type Roles = OwnRoles & {
	/** Metrics that tell how a system is. */
	readonly signs: readonly string[];
};

/** A place for one person, or for several at one keyboard. */
export type Seat = {
	readonly id: string;
	readonly title: string;
	/** A line for each role that it holds. */
	readonly cards: readonly string[];
	readonly areas: readonly string[];
	readonly reads: readonly string[];
};
