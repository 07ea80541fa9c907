import type {ChatRole} from '../observation.types.ts';
import type {PanelId} from '../panel-ids.ts';

/** What a look brings back that panels keep on showing; of the throttles, each its own. */
export type InstrumentPart =
	| 'answers'
	| 'zones'
	| 'enactors'
	| 'hosts'
	| 'curve'
	| 'probe'
	| 'nlb'
	| 'throttles.gate'
	| 'throttles.launches'
	| 'throttles.lambda';

/** What one seat sees. Plain data; what is not named here is not seen. */
export type Sees = {
	/** Whether there is nothing that it does not see: an observation is then what it is. */
	readonly everything: boolean;
	/** Names under which its own orders stand. */
	readonly as: readonly string[];
	/** Panels that are not dark. */
	readonly panels: readonly PanelId[];
	/** Seats that see a panel, by panel. */
	readonly panelsOf: Readonly<Partial<Record<PanelId, readonly string[]>>>;
	/** By id: a `verdict` is how it stands and where it goes, without value and history. */
	readonly metrics: Readonly<Record<string, 'full' | 'verdict'>>;
	/** Whether it sees what share of each service’s requests fails. */
	readonly serviceErrors: boolean;
	/** By id: a `count` is how many of its group stand. */
	readonly alerts: Readonly<Record<string, 'full' | 'count'>>;
	/** Groups of which it has every alert, one way or the other: it may take the group as a whole. */
	readonly groups: readonly string[];
	readonly logs: readonly string[];
	readonly instruments: readonly InstrumentPart[];
	readonly automations: readonly string[];
	readonly chat: readonly ChatRole[];
	/** How orders and looks begin; the longest that fits an order says whether it is seen whole. */
	readonly orders: readonly {readonly begins: string; readonly seen: boolean}[];
	/** Whether it sees of all other orders what, by whom and until when. */
	readonly states: boolean;
	/** Looks that the seat has not, by how they begin. */
	readonly withheld: readonly string[];
};
