import {cleanText, suspectsOf, type Condition, type Level} from '../level/index.ts';
import {
	assert,
	castOf,
	hashes,
	hashOf,
	harmOf,
	WORLD,
	wordsOf,
	type Order,
	type Switch,
	type World,
} from '../sim/index.ts';
import {parseOrder} from './command.ts';
import {completions} from './completions.ts';
import {compileConditions, createMemory, evaluateRows, hintsNow} from './goals/index.ts';
import {grammarIn} from './grammar.ts';
import {handAlone, READ_NOTE, waitingNote, withHandover} from './handover/solo.ts';
import {FIRST_SUM, seal} from './journal-chain.ts';
import {formatOf, NAME_LENGTH_MAX} from './journal.schema.ts';
import type {JournalLine} from './journal.types.ts';
import {weighNote} from './notes.ts';
import type {KeptNote} from './notes.types.ts';
import {resultOf} from './result.ts';
import {marksOf} from './score/marks.ts';
import {newsOf, seenIn} from './observation.ts';
import {ASKED, ASKS, createProbing} from './probes/index.ts';
import {relive} from './relive/relive.ts';
import type {Give, Source} from './relive/source.ts';
import {isFull, noRoomFor} from './room.ts';
import {give, hear, startRun, type Run} from './run.ts';
import type {Problem, Session} from './session.types.ts';
import type {RoomPlan} from './talk/index.ts';
import {notesHash} from './verify.ts';

/** What decides whether a note may be kept now. */
function momentOf({world, evaluator: {level}}: Run, lines: number) {
	const full = isFull('note', lines);
	const suspects = Object.keys(suspectsOf(level));
	return {now: world.now, ended: world.ending !== null, full, suspects};
}

function completed(level: Level, run: Run, text: string): readonly string[] {
	return completions(text, {
		grammar: grammarIn(castOf(run.world)),
		suspects: Object.keys(suspectsOf(level)),
		seen: () => seenIn(run),
	});
}

export const MARK_EVERY_SECONDS = 60;
const ADVANCE_MAX = 1_000_000;

/** How a run is opened, and where its journal goes. */
export type OpenOptions = {
	/** The game's version and the major version of Node, as the shell knows them. */
	readonly game: string;
	readonly node: number;
	readonly seed?: string | undefined;
	readonly switches?: readonly Switch[] | undefined;
	readonly parameters?: Level['parameters'] | undefined;
	/** Handed each journal line as it comes to be, without its line feed. */
	readonly onLine?: ((line: string) => void) | undefined;
	readonly markEverySeconds?: number | undefined;
	/** False where nobody will look: half the work of a second is showing it. */
	readonly observed?: boolean | undefined;
	/** The seats of a team that plays together. */
	readonly room?: RoomPlan | undefined;
};

/** A session whose journal can be told how far play has come. */
export type JournalledSession = Session & {
	/** Notes the second in the journal, so that a crash costs nothing before it. */
	noteReached(): void;
	/** Lives on with somebody else's orders, each journalled as it is given, until a second or the end. */
	follow(source: Source, until: number): void;
	/** Judges conditions in each second from now on, whoever asks: what comes back says which are so. */
	watch(conditions: readonly Condition[]): () => readonly boolean[];
};

/** Begins a run. */
export function open(level: Level, options: OpenOptions): JournalledSession {
	const seed = options.seed ?? level.seed;
	const switches = options.switches ?? [];
	const parameters = options.parameters ?? {};
	const run = startRun(level, {seed, switches, parameters, observed: options.observed ?? true});
	const session = sessionOf(run, level, options, {
		...{length: 0, sum: FIRST_SUM, notes: []},
		ofRoom: options.room !== undefined,
	});
	session.write({
		kind: 'begin',
		format: formatOf(options),
		level: level.id,
		levelHash: level.hash,
		seed,
		world: WORLD,
		game: options.game,
		node: options.node,
		switches,
		parameters: parameters,
		...(options.room === undefined ? {} : {room: options.room}),
	});
	return session;
}

/** What a journal holds already: its characters, the checksum of its last line, and the notes in it. */
export type Written = {
	readonly length: number;
	readonly sum: string;
	readonly notes: readonly KeptNote[];
	/** Whether a team plays it: its notes are handed over at its table. */
	readonly ofRoom: boolean;
	/** The second in which it left another run, where it did. */
	readonly forkedAt?: number | undefined;
};

/** A session over a run that may already be under way. */
export function sessionOf(
	run: Run,
	level: Level,
	options: OpenOptions,
	written: Written,
): JournalledSession & {write(line: JournalLine): void} {
	const {world} = run;
	const notes = [...written.notes];
	const probing = createProbing(level, world.settings.seed, notes);
	const watching: (() => void)[] = [];
	const writer = writerOf(world, options, written, () => notes);
	const {write, writeSecond, writeReached} = writer;
	const given: Give = (by, order) => {
		const name = nameOf(by);
		const number = give(run, name, order);
		write({kind: 'do', at: world.now + 1, order: number, by: name, what: wordsOf(order)});
	};
	const session: JournalledSession & {write(line: JournalLine): void} = {
		...{level: level.id, limit: level.limit, suspects: suspectsOf(level)},
		seed: world.settings.seed,
		forkedAt: written.forkedAt ?? null,
		write,
		get now() {
			return world.now;
		},
		get observation() {
			return written.ofRoom ? seenIn(run) : probing.seen(withHandover(seenIn(run), notes), run);
		},
		get ended() {
			return world.ending !== null;
		},
		get news() {
			return newsOf(run) + probing.asked;
		},
		get notes() {
			return notes;
		},
		note(by, note) {
			const weighed = weighNote(note, notes, momentOf(run, writer.length));
			if (weighed.as === 'problem') return weighed.problem;
			if (weighed.as === 'known') return undefined;
			const kept = {at: world.now, by: nameOf(by), note: weighed.note};
			notes.push(kept);
			probing.hear(kept);
			hear(run, kept.note);
			write({kind: 'note', ...kept});
			return undefined;
		},
		get given() {
			return run.given;
		},
		attempt: (by, text) =>
			probing.unanswered() ??
			unreadAlone(written, notes) ??
			attempted(run, text, writer.length, order => given(by, order)),
		...(written.ofRoom ? {} : {hand: handing(level, notes, () => session)}),
		advance(seconds) {
			assert(seconds >= 0 && seconds <= ADVANCE_MAX, 'time moves forward, and not for ever');
			const asks = probing.pass(run, seconds, [writeSecond, ...watching]);
			if (asks) session.note(ASKS, ASKED);
		},
		watch: conditions => watchOver(run, conditions, watching),
		follow: (source, until) =>
			void relive(run, source, {until, recorders: [writeSecond], give: given}),
		noteReached: writeReached,
		...told(level, run, options),
	};
	return session;
}

/** What can be asked of a run beside what is seen. */
function told(
	level: Level,
	run: Run,
	{game}: OpenOptions,
): Pick<Session, 'complete' | 'result' | 'marks' | 'hints'> {
	const result = () => resultOf(run, game);
	return {
		complete: text => completed(level, run, text),
		result,
		marks: () => marksOf({level, run, result: result()}),
		hints: () => hintsNow(run.evaluator, run.evaluation),
	};
}

function unreadAlone({ofRoom}: Written, notes: readonly KeptNote[]): Problem | undefined {
	if (ofRoom || waitingNote(notes) === undefined) return undefined;
	return {message: READ_NOTE, suggestions: []};
}

/** Whoever plays alone leaves a note to the next sitting. */
function handing(level: Level, notes: readonly KeptNote[], session: () => Session) {
	return (by: string, text: string): Problem | undefined =>
		handAlone(by, text, {
			notes,
			seen: session().observation,
			suspects: Object.keys(suspectsOf(level)),
			keep: note => session().note(by, note),
		});
}

/** Whatever writes the journal of a world that is under way. */
function writerOf(
	world: World,
	options: OpenOptions,
	written: Written,
	notesSoFar: () => readonly KeptNote[],
) {
	const markEvery = options.markEverySeconds ?? MARK_EVERY_SECONDS;
	let {sum, length} = written;
	let noted = world.now as number;
	const write = (line: JournalLine) => {
		const sealed = seal(line, sum);
		sum = sealed.sum;
		length += sealed.text.length + 1;
		if ('at' in line && line.kind !== 'do') noted = line.at;
		options.onLine?.(sealed.text);
	};
	return {
		get length() {
			return length;
		},
		write,
		writeSecond: () => {
			if (options.onLine === undefined) return; // Marks cost time, and nobody keeps them.
			if (world.now % markEvery === 0) write({kind: 'mark', at: world.now, hashes: hashes(world)});
			if (world.ending !== null) write(endLine(world, notesSoFar()));
		},
		writeReached: () => {
			if (world.now > noted && world.ending === null) write({kind: 'reached', at: world.now});
		},
	};
}

/** What a run came to, for the journal of a world that has ended. */
export function endLine(world: World, notes: readonly KeptNote[]): JournalLine {
	assert(world.ending !== null, 'only what has ended has an end');
	const {won, why} = world.ending;
	const harm = harmOf(world).total;
	return {kind: 'end', at: world.now, hash: hashOf(world), won, why, harm, notes: notesHash(notes)};
}

/** Gives an order as it is typed, or says why it cannot be. */
function attempted(
	{world, waiting: attempts}: Run,
	text: string,
	length: number,
	give: (order: Order) => void,
): Problem | undefined {
	if (world.ending !== null) return {message: 'The run has ended.', suggestions: []};
	const parsed = parseOrder(text, grammarIn(castOf(world)));
	if (!parsed.ok) return parsed.problem;
	const crowded = noRoomFor(parsed.order, attempts, length);
	if (crowded === undefined) give(parsed.order);
	return crowded;
}

/** Conditions that whoever serves the drill waits for; the level knows nothing of them. */
function watchOver(
	{world, evaluation}: Run,
	conditions: readonly Condition[],
	watching: (() => void)[],
): () => readonly boolean[] {
	const compiled = compileConditions(conditions);
	const memory = createMemory(compiled);
	const judge = () => {
		const {since, suspected} = evaluation;
		evaluateRows(compiled, memory, {world, since, suspected});
	};
	judge();
	watching.push(judge);
	return () => compiled.asked.map(row => memory.holds[row] === 1);
}

function nameOf(by: string): string {
	return cleanText(by).slice(0, NAME_LENGTH_MAX);
}
