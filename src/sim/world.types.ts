import type {
	Agenda,
	StepContext,
	Fact,
	Fault,
	Levers,
	RandomStreams,
	Order,
	Switch,
	Switches,
	Tick,
	Troubles,
} from './kernel/index.ts';
import type {Cast} from './cast.ts';
import type {Inputs, Region, Setups, SubsystemName} from './subsystems.ts';

/** What a level and a player choose before the first second. */
export type WorldSettings = {
	readonly seed: string;
	/** Local time (PDT) of tick 0, in seconds since midnight of 19 October. */
	readonly startSecondsOfDay: number;
	/** The run ends here whatever has happened. */
	readonly limit: Tick;
	/** Values in place of the declared ones: subsystem, then parameter. */
	readonly parameters: Readonly<Partial<Record<SubsystemName, Readonly<Record<string, number>>>>>;
	readonly switches: readonly Switch[];
	readonly faults: readonly ScheduledFault[];
	/** Absent or null where it is the whole Region. */
	readonly cast?: Cast | null;
	/** Absent where the night is played as October 20 was. */
	readonly rules?: LevelRules;
};

/** What a level changes about how its night is played. */
export type LevelRules = {
	/** Factor on how long orders take. */
	readonly orderDelay: number;
	/** Orders of the player whose words begin so are refused. */
	readonly withheld: readonly string[];
	/** Whoever judges the level ends the run with `endRun`; the world itself never does. */
	readonly judgedElsewhere: boolean;
};

export type ScheduledFault = {readonly at: Tick; readonly to: SubsystemName; readonly fault: Fault};

/** An order as given: what the journal holds. */
export type Attempt = {readonly number: number; readonly by: string; readonly order: Order};

export type OrderRecord = {
	readonly number: number;
	readonly by: string;
	readonly order: Order;
	/** The order in its canonical words. */
	readonly words: string;
	readonly at: Tick;
	/** When it takes effect; equal to `at` for a refusal. */
	due: Tick;
	state: 'running' | 'done' | 'failed' | 'refused';
	/** Why not, as a stable word; empty while all is well. */
	code: string;
	/** One sentence for the person who gave it. */
	message: string;
};

export type Ending = {readonly at: Tick; readonly won: boolean; readonly why: string};

/** Ticks at which milestones were reached (-1: not yet) and since when their condition holds (-1: it does not). */
export type MilestoneClock = {readonly reachedAt: Int32Array; readonly holdsSince: Int32Array};

/** Minutes of harm so far, by kind, in the order of HARM_PARTS. */
export type HarmMeter = {readonly minutes: Float64Array};

/** Everything that a save holds. */
export type WorldState = Region & {
	now: Tick;
	readonly agenda: Agenda;
	/** What faults have made wrong and what lasts. */
	readonly troubles: Troubles;
	/** What operators have set and what stands. */
	readonly levers: Levers;
	readonly orders: OrderRecord[];
	readonly milestones: MilestoneClock;
	readonly harm: HarmMeter;
	ending: Ending | null;
};

export type World = WorldState & {
	readonly settings: WorldSettings;
	readonly switches: Switches;
	/** What the systems wrote in their logs in the last second. */
	readonly facts: Fact[];
	readonly derived: Derived;
};

/** Derived from the settings; never saved. */
export type Derived = {
	readonly ctx: StepContext & {now: Tick};
	readonly streams: RandomStreams;
	readonly setups: Setups;
	readonly inputs: Inputs;
};
