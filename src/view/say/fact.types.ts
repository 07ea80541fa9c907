import type {Trend, Unit, Verdict} from '../../observe/index.ts';

export type {Trend, Verdict};

/** An order that a key of a fact gives, through the same card as any order. */
export type Act = {readonly key: string; readonly label: string; readonly order: string};

/** One thing that can be seen, said once: every face draws, reads out or sends this and nothing else. */
export type Fact<Of = unknown> = {
	/** Stays the same while the thing does, and differs from all others of its panel. */
	readonly id: string;
	readonly label: string;
	/** A number in its unit, or words; null where nothing has arrived. */
	readonly value: number | string | null;
	readonly unit: Unit | '';
	/** Its state in a word or two, `CRIT`, `STUCK`, `PAGE`; empty where nobody judges it. */
	readonly word: string;
	readonly verdict: Verdict;
	readonly trend: Trend;
	/** Seconds since it was true; null where it is true now. */
	readonly age: number | null;
	/** The whole of it in a sentence, its state included. */
	readonly text: string;
	readonly acts: readonly Act[];
	/** What it is made of, for whoever draws it. */
	readonly of: Of;
};

/** Facts that belong together, in the order in which they are told. */
export type Group<Of = unknown> = {
	/** None where they stand by themselves. */
	readonly title?: string;
	readonly facts: readonly Fact<Of>[];
};

/** All that a panel has to say. */
export type Facts<
	Groups extends Readonly<Record<string, Group>> = Readonly<Record<string, Group>>,
> = {
	readonly title: string;
	/** A count, a state; empty where there is none. */
	readonly note: string;
	/** What the note says of the panel, where it judges. */
	readonly noted?: Verdict;
	readonly groups: Groups;
	/** Whether there was something to list, and the filter let nothing of it through. */
	readonly emptied: boolean;
};

/** How it is looked at. */
export type Sight = {
	/** Shows only what holds these words, or with a leading `!` what lacks them; see `passes`. */
	readonly filter: string;
	/** Of lists that go back for hours, only so many of the newest. */
	readonly most?: number;
};
