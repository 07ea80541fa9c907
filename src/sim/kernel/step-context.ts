import type {Agenda} from './agenda.ts';
import type {RandomStreams} from './random-streams.ts';
import type {Fact} from './fact.ts';
import type {Levers} from './levers.ts';
import type {Switches} from './switches.ts';
import type {Tick} from './tick.ts';
import type {Troubles} from './troubles.ts';

/** What every subsystem is handed in a second: the time, the timer, luck, and somewhere to write its log. */
export type StepContext = {
	readonly now: Tick;
	readonly agenda: Agenda;
	readonly streams: RandomStreams;
	readonly say: (fact: Fact) => void;
	/** What faults have made wrong and what lasts; absent where no level can strike. */
	readonly troubles?: Troubles;
	/** What operators have set; absent where nobody can. */
	readonly levers?: Levers;
};

/** The conditions a subsystem works under for the whole run. */
export type Setup<Parameters> = {
	readonly parameters: Parameters;
	readonly switches: Switches;
};
