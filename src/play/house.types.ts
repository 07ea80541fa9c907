import type {DrawnFrom, Level, Roles} from '../level/index.ts';
import type {Journal, JournalledSession, Refused, ScoreSoFar, Standings} from '../session/index.ts';
import type {Looks, Place} from '../view/index.ts';
import type {LevelCard, TextCard} from '../view/programs/menu/index.ts';
import type {EndedRun, Entry, Glance, Glances, Profile, Settings} from './kept/index.ts';
import type {Debriefing, DebriefOptions} from './runs/debriefing.ts';

type Maybe<Value> = Value | Promise<Value>;

/** A score that is worked out beside the screen, one run after the other. */
export type Scoring = {
	/** What is known by now; the same object while it is no more. */
	readonly soFar: ScoreSoFar | null;
	/** Where the run stands among those that the level keeps, once it has its score. */
	readonly standing: Standings | null;
	stop(): void;
};

/** A level and what lies beside it. */
export type LevelTexts = {
	readonly level: Level;
	readonly briefing: string;
	readonly debrief: string;
	/** The orders that one of its scripted players gives, by the player's name; undefined where it has none. */
	readonly script: (player: string) => string | undefined;
	/** How its scripted players fared, as it stands in its file. */
	readonly reference: () => unknown;
};

export type LoadedLevel =
	({readonly ok: true} & LevelTexts) | {readonly ok: false; readonly sentences: readonly string[]};

/** A level's card, and when the clocks of its nights start. */
export type ShelvedLevel = LevelCard & DrawnFrom;

/** Of a journal whose lines are kept a moment after they were written, how far it is. */
export type KeptLater = {
	/** How many lines were written, and how many of them are kept. */
	readonly written: number;
	readonly stored: number;
	/** Whether somebody else has the journal now: what was written since is in none. */
	readonly isLost: boolean;
	/** Acts once, when more of it is kept, or it is lost. */
	whenMoved(act: () => void): void;
};

/** One run's journal, append-only, kept as it happens. */
export type RunFile = {
	/** Tells it from every other, and says where it is. */
	readonly path: string;
	/** Appends one line. Never throws: what cannot be written waits in memory and is tried again. */
	readonly write: (line: string) => void;
	/** Whether lines wait that could not be kept so far. */
	readonly isWanting: () => boolean;
	/** Undefined where what is written is kept at once. */
	readonly later?: KeptLater;
	/** Tries once more and gives the run free. Where part of it is lost, a sentence says what became of it. */
	readonly close: () => Maybe<string | undefined>;
};

/** A session and where its journal goes. */
export type Started = {readonly session: JournalledSession; readonly file: RunFile};

export type WholeRun = {readonly journal: Journal; readonly lack: string | undefined};
export type ReadRun =
	({readonly ok: true} & WholeRun) | {readonly ok: false; readonly message: string};

/** What there is to go on with; what has the name of a journal and cannot be read is named in sentences. */
export type LeftRun =
	| {
			readonly found: 'run';
			readonly run: {readonly file: string; readonly read: WholeRun};
			readonly passed: readonly string[];
	  }
	| {readonly found: 'nothing'; readonly passed: readonly string[]}
	/** The latest is there and cannot be gone on with now. */
	| {readonly found: 'trouble'; readonly message: string};

/** What is made of a run's lines, or the sentence why there is no such run. */
export type Lived<Session> =
	{readonly ok: true; readonly session: Session} | {readonly ok: false; readonly message: string};

export type Through<Session> =
	| {readonly ok: true; readonly session: Session; readonly file: RunFile}
	| {readonly ok: false; readonly message: string};

type OnLine = (line: string) => void;
export type OnTrouble = (sentence: string) => void;

/** Where journals are kept, whoever keeps them. A run is locked before it is read, and nobody else writes to it. */
export type Journals = {
	read(file: string): Maybe<ReadRun>;
	/** The latest run of a level that stopped before its end: of one player, unless a room's is asked for. */
	left(level: string, ofRoom?: boolean): Maybe<LeftRun>;
	/** Begins a run in a journal of its own, which is there with its first lines or not at all. */
	begin<Session>(
		run: {readonly level: string; readonly seed: string},
		live: (onLine: OnLine) => Lived<Session>,
		onTrouble: OnTrouble,
	): Maybe<Through<Session>>;
	/** Takes a run up where it was left, in its own journal. */
	takeUp<Session>(
		file: string,
		live: (read: WholeRun, onLine: OnLine) => Lived<Session>,
		onTrouble: OnTrouble,
	): Maybe<Through<Session>>;
	/** The name by which the profile knows a journal, and the other way round. */
	nameOf(file: string): string;
	fileOf(name: string): string;
	/** A journal as it stands in a sentence. */
	shown(file: string): string;
	/** How one begins another run here, and how one keeps it elsewhere, as sentences. */
	readonly advice: {readonly anew: string; readonly elsewhere: string};
};

/** What the profile keeps of a player. */
export type ProfileBook = {
	profile(): Maybe<Profile>;
	/** Notes what happened; a sentence where it could not be noted. */
	note(entries: readonly Entry[]): Maybe<string | undefined>;
	/** Every run that is kept and came to its end. */
	endedRuns(): Maybe<readonly EndedRun[]>;
};

/** A run that is being played, and kept. */
export type KeptRun = {
	/** Closes the journal, once. Where part of it is lost, a sentence says what became of it. */
	close(isSound?: boolean): Maybe<string | undefined>;
};

/** Whatever a shell keeps for its player, and wherever it does. */
export type House = ProfileBook & {
	readonly versions: {readonly game: string; readonly node: number};
	readonly journals: Journals;
	glances(): Maybe<Glances>;
	/** Our own levels, up the ladder and then the rest. */
	levelCards(runs: readonly Glance[]): Maybe<readonly ShelvedLevel[]>;
	/** A level by its name; of a journal, that which it was played in. */
	level(name: string): Maybe<LoadedLevel>;
	levelOf(journal: Journal, name: string): Maybe<LoadedLevel>;
	/** How people share a level; sentences where that cannot be told. */
	rolesOf(level: Level): Maybe<Roles | {readonly sentences: readonly string[]}>;
	texts(
		levels: readonly Pick<ShelvedLevel, 'id' | 'title'>[],
		runs: readonly Pick<Glance, 'level' | 'outcome'>[],
	): readonly TextCard[];
	/** Changes the settings as they are kept; a sentence where that cannot be. */
	changeSettings(changed: (kept: Settings) => Settings): Maybe<string>;
	/** How the game looks here by these settings. */
	dress(settings: Settings): Looks;
	/** Keeps a run safe, however the program ends. */
	keep(started: Started): Maybe<KeptRun>;
	/** Undefined where journals are files already. */
	readonly hands?: Hands;
	/** Begins to score a run that has ended, beside the screen. */
	scoring(loaded: LevelTexts, journal: Journal): Maybe<Scoring>;
	debriefing(
		loaded: LevelTexts,
		journal: Journal,
		of: Pick<DebriefOptions, 'withheld' | 'team'> & {readonly file: string},
	): Maybe<Debriefing | Refused>;
};

/** What a page does so that runs can leave it and come in. Each says in a sentence what came of it. */
export type Hands = {
	save(file: string): Promise<string>;
	take(): Promise<string>;
	/** The run as a link, to read and to copy. */
	link(file: string): Promise<{readonly title: string; readonly text: string}>;
};

/** Where a player sits: the settings, and how the game looks by them. */
export type Desk = {
	readonly settings: Settings;
	readonly looks: Looks;
	/** Whose keys hold: a page leaves some to its browser. */
	readonly place: Place;
};
