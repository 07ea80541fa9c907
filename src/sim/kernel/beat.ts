import type {Agenda} from './agenda.ts';
import type {Luck} from './draws.ts';
import type {Fact} from './fact.ts';
import type {Switches} from './switches.ts';
import type {Tick} from './tick.ts';

/** What every subsystem is handed in a second: the time, the timer, luck, and somewhere to write its log. */
export type Beat = {
	readonly now: Tick;
	readonly agenda: Agenda;
	readonly luck: Luck;
	readonly say: (fact: Fact) => void;
};

/** The conditions a subsystem works under for the whole run. */
export type Conditions<Parameters> = {
	readonly parameters: Parameters;
	readonly switches: Switches;
};
