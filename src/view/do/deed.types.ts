import type {Running} from './run-to.types.ts';
import type {OrderSpec, Problem, Session, Suspect} from '../../session/index.ts';
import type {Graphs, Preset} from '../input/ui.types.ts';
import type {PanelId} from '../../observe/index.ts';
import type {Danger} from './danger.ts';

/** The ways to play: on the whole screen, by lines, by JSON. */
export const FACES = ['screen', 'plain', 'protocol'] as const;
export type Face = (typeof FACES)[number];

/** What stands in the run, its journal or its clock once it is done: the same from every face. */
export type RunDeed =
	/** An order as typed. A dangerous one is queued once it is confirmed. */
	| {readonly do: 'order'; readonly text: string; readonly confirmed?: boolean}
	| {
			readonly do: 'suspect';
			readonly suspect: Suspect;
			/** 50 to 100 per cent. */
			readonly confidence: number;
			readonly unless: string;
	  }
	/** What is expected of an order: of the last one, unless its number is told. */
	| {readonly do: 'expect'; readonly text: string; readonly order?: number | undefined}
	| {readonly do: 'hint'}
	/** A line of talk to the others of the room. */
	| {readonly do: 'talk'; readonly text: string}
	/** What is said when it is over. */
	| {readonly do: 'note'; readonly about: 'felt' | 'story' | 'commitment'; readonly text: string}
	/** Keeps this second under a name; without one, under its time. */
	| {readonly do: 'snapshot'; readonly name: string}
	/** Back to a snapshot by its name, to a time of day, or to the last snapshot. */
	| {readonly do: 'back'; readonly to: string}
	| {readonly do: 'confirm'; readonly on: boolean}
	/** Whether one is asked about the situation; or the answers, each by the place of its option, null by who does not know. */
	| {readonly do: 'probes'; readonly says: 'on' | 'off' | readonly (number | null)[]}
	| {readonly do: 'panel'; readonly panel: PanelId}
	/** To the next thing that happened, or only to the next that asks for a decision. */
	| {readonly do: 'next'; readonly decision: boolean}
	| {readonly do: 'wait'; readonly seconds: number}
	/** `HH:MM` or `HH:MM:SS` PDT, and `tomorrow` behind it where the clock has just shown it. */
	| {readonly do: 'until'; readonly time: string}
	| {readonly do: 'read'; readonly topic: string}
	| {readonly do: 'score'}
	| {readonly do: 'quit'};

/** What only changes how one face shows the run, or how fast it lets it go. */
export type FaceDeed =
	| {readonly do: 'filter'; readonly text: string}
	| {readonly do: 'help'; readonly topic: string}
	| {readonly do: 'pause' | 'zoom' | 'status' | 'alerts'}
	| {readonly do: 'speed' | 'go'; readonly times: number}
	| {readonly do: 'preset'; readonly preset: Preset}
	| {readonly do: 'graphs'; readonly graphs: Graphs}
	| {readonly do: 'theme'; readonly theme: string}
	| {readonly do: 'orders' | 'log'; readonly last: number | null}
	| {readonly do: 'news'; readonly all: boolean};

/** Everything that can be done, whoever does it and however it was said. */
export type Deed = RunDeed | FaceDeed;
export type DeedOf<Name extends Deed['do']> = Extract<Deed, {readonly do: Name}>;

/** Whose run it is, and what its rules allow. */
export type Doing = {
	readonly session: Session;
	/** Whose name the orders carry. */
	readonly by: string;
	/** Whether it counts: then there is no way back. */
	readonly exam: boolean;
	/** For observers and replays: everything can be looked at, and nothing leaves a mark. */
	readonly readOnly: boolean;
	/** Whether dangerous orders ask first, unless the journal says otherwise. */
	readonly confirm: boolean;
};

/** What the rules of a run keep from being done, by a name that does not change with its wording. */
export type Refusal = {
	readonly code:
		'read-only' | 'exam' | 'ended' | 'not-ended' | 'no-order' | 'no-hint' | 'withheld' | 'room';
	readonly said: string;
};

/** What only the shell can do. */
export type ShellDeed =
	| {readonly type: 'leave'}
	/** Go on from the run as it stood at that second, in a run of its own. */
	| {readonly type: 'fork'; readonly at: number}
	/** A runbook or a note; without a topic, what there is. */
	| {readonly type: 'read'; readonly topic: string}
	/** How the run that has ended stands against others. */
	| {readonly type: 'score'};

/** What a deed came to. `said` words it for every face; words to type stand in it between backticks. */
export type Outcome =
	/** The order is queued, and tried in the next second that passes. */
	| {
			readonly came: 'queued';
			readonly said: string;
			readonly text: string;
			readonly order: number;
			readonly spec: OrderSpec | null;
	  }
	/** It stands in the journal, or holds from now on. */
	| {
			readonly came: 'noted';
			readonly said: string;
			readonly about: DeedOf<
				| 'suspect'
				| 'expect'
				| 'hint'
				| 'talk'
				| 'note'
				| 'snapshot'
				| 'confirm'
				| 'panel'
				| 'probes'
			>['do'];
			readonly order?: number;
			/** Whether a prediction could be read as a metric and its change. */
			readonly understood?: boolean;
			readonly name?: string;
			readonly hint?: string;
	  }
	/** A dangerous order waits for its target. */
	| {readonly came: 'asks'; readonly said: string; readonly text: string; readonly danger: Danger}
	/** Time is to run to a second, or to the news before it. */
	| ({readonly came: 'runs'} & Running)
	/** Nothing of the run changes: the face does it. */
	| {readonly came: 'face'; readonly deed: FaceDeed}
	| {readonly came: 'shell'; readonly said: string; readonly shell: ShellDeed}
	| {readonly came: 'refused'; readonly said: string; readonly code: Refusal['code']}
	| {readonly came: 'problem'; readonly said: string; readonly problem: Problem};
