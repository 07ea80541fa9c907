import {clockOf, type Level} from '../../level/index.ts';
import {
	chooseSeed,
	fork,
	open,
	resume,
	type Changes,
	type Replayer,
	type Resumed,
	type RoomPlan,
} from '../../session/index.ts';
import type {House, LeftRun, OnTrouble, Started, Through} from '../house.types.ts';
import type {JournalledSession} from '../../session/index.ts';

/** Where runs are kept, and which version writes them. */
export type Keeping = Pick<House, 'journals' | 'versions'>;

/** The run that is asked to be gone on with; a new one where none was left; a sentence where one was, and cannot go on. */
export async function continued(
	asked: Asked,
	house: Keeping,
	onTrouble: OnTrouble,
): Promise<Started | string> {
	const {level, room} = asked;
	const ofRoom = room !== undefined;
	const left = await house.journals.left(level.id, ofRoom);
	if (left.found === 'trouble') return left.message;
	if (left.found === 'run') {
		for (const sentence of left.passed) onTrouble(sentence);
		if (left.run.read.lack !== undefined) onTrouble(left.run.read.lack);
		return goOn(left.run.file, level, house, onTrouble, ofRoom);
	}
	if (left.passed.length > 0) {
		return [...left.passed, `There is nothing else to resume; ${house.journals.advice.anew}`].join(
			' ',
		);
	}
	onTrouble(`No run of ${level.title} was left to resume: this is a new one.`);
	return beginWith(asked, house, onTrouble);
}

/** Where a run was left, in a sentence. */
export function whereItStopped(
	{read}: (LeftRun & {readonly found: 'run'})['run'],
	level: Level,
): string {
	const {begin, reached, cutAt} = read.journal;
	const clock = clockOf(level, begin.seed).at(reached);
	const cut = cutAt === null ? '' : ' (its last line was cut off; only that line is lost)';
	return `A run of ${level.title}, seed ${begin.seed}, stopped at ${clock} PDT${cut}.`;
}

/** Takes a run up where it was left, in its own journal; a sentence where that cannot be. */
export async function goOn(
	file: string,
	level: Level,
	{journals, versions}: Keeping,
	onTrouble: OnTrouble,
	ofRoom = false,
): Promise<Started | string> {
	const taken = await journals.takeUp(
		file,
		({journal}, onLine) => {
			const refuse = (why: string) =>
				({ok: false, message: `${journals.shown(file)}: ${why}`}) as const;
			if (journal.ended) return refuse('the run has ended meanwhile.');
			const isOfRoom = journal.begin.room !== undefined;
			if (isOfRoom !== ofRoom) return refuse(isOfRoom ? OF_A_TEAM : OF_ONE);
			const resumed = resume(level, journal, {...versions, onLine});
			if (resumed.ok) return resumed;
			return refuse(`${resumed.problem.message} The file is as it was; ${journals.advice.anew}`);
		},
		onTrouble,
	);
	return startedFrom(taken);
}

const OF_ONE = 'one person plays that run: `outage-oncall play --continue` resumes it.';
const OF_A_TEAM = 'a team plays that run: `outage-oncall host --continue` resumes it.';

/** What a new run is of. Without a seed it has its level's own. */
export type Asked = {
	readonly level: Level;
	readonly seed: string | undefined;
	readonly changes: Changes;
	/** The seats of a team that plays together. */
	readonly room?: RoomPlan;
};

/** Begins a run. A seed of the player's own is a place to look from: not every one makes the level's story. */
export async function beginWith(
	{level, seed, changes, room}: Asked,
	house: Keeping,
	onTrouble: OnTrouble,
): Promise<Started | string> {
	const chosen = chooseSeed(level, seed);
	if (!chosen.ok) return chosen.message;
	if (chosen.said !== '') onTrouble(chosen.said);
	const run = {level: level.id, seed: chosen.seed};
	return inNewJournal(run, house, onTrouble, onLine => ({
		ok: true,
		session: open(level, {...house.versions, seed: chosen.seed, ...changes, onLine, room}),
	}));
}

/** A run that leaves a replay at the second it shows, in a journal of its own. */
export function branch(
	replayer: Replayer,
	house: Keeping,
	onTrouble: OnTrouble,
): Promise<Started | string> {
	return inNewJournal(replayer.session, house, onTrouble, onLine =>
		replayer.fork({...house.versions, onLine}),
	);
}

/** A run of its own that goes on from an earlier second of another, whose journal stays as it is. */
export async function branchOff(
	file: string,
	at: number,
	level: Level,
	house: Keeping,
	onTrouble: OnTrouble,
	openedAs?: string,
): Promise<Started | string> {
	const read = await house.journals.read(file);
	if (!read.ok) return read.message;
	const {seed} = read.journal.begin;
	return inNewJournal({level: level.id, seed}, house, onTrouble, onLine =>
		fork(level, read.journal, at, {...house.versions, onLine, openedAs}),
	);
}

async function inNewJournal(
	run: {readonly level: string; readonly seed: string},
	{journals}: Keeping,
	onTrouble: OnTrouble,
	live: (onLine: (line: string) => void) => Resumed,
): Promise<Started | string> {
	const unlivable: string[] = [];
	const begun = await journals.begin(
		{level: run.level, seed: run.seed},
		onLine => {
			const lived = live(onLine);
			if (lived.ok) return lived;
			unlivable.push(lived.problem.message);
			return {ok: false, message: lived.problem.message};
		},
		onTrouble,
	);
	const started = startedFrom(begun);
	const isOfTheFolder = typeof started === 'string' && unlivable.length === 0;
	return isOfTheFolder ? `${started} ${journals.advice.elsewhere}`.trimEnd() : started;
}

function startedFrom(through: Through<JournalledSession>): Started | string {
	return through.ok ? {session: through.session, file: through.file} : through.message;
}
