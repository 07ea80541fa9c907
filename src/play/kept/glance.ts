import {keyOfEnd, type EndedRun} from './profile.ts';

/** The first and the last bytes of a journal, as text. */
export type Ends = {readonly head: string; readonly tail: string};

/** What was said about a run may follow its end. */
const FINISHED = /\n\{"kind":"end"[^\n]*\}\r?\n((\{"kind":"note"|#)[^\n]*\n)*$/;

/** The first line that is not for people. */
export function beginningIn({head}: Ends): Readonly<Record<string, unknown>> {
	return record(head.split('\n').find(line => line !== '' && !line.startsWith('#')) ?? '');
}

export function isFinished({tail}: Ends): boolean {
	return FINISHED.test(tail);
}

export function record(line: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null ? {...value} : {};
	} catch {
		return {};
	}
}

/** What the first and the last lines of a journal tell, without reading all of it. */
export type Glance = {
	readonly file: string;
	readonly level: string;
	readonly seed: string;
	/** The last second that is noted. */
	readonly reached: number;
	readonly outcome: 'won' | 'lost' | 'left' | 'open elsewhere' | 'unreadable';
	/** Whether this end is one of those that somebody saw. */
	readonly proven: boolean;
	/** Of the state that it ended in, as its end line has it; null before. */
	readonly hash: string | null;
	/** Of a run that ended, in minutes of total outage; null before. */
	readonly harm: number | null;
	/** The checksum that its journal ends with, and that of the run it left by going back; null where there is none. */
	readonly sum: string | null;
	readonly leftSum: string | null;
	/** When its file was last written, in milliseconds since 1970. */
	readonly writtenAt: number;
};

export type Glances = {
	readonly runs: readonly Glance[];
	/** Why the folder could not be read, as the end of a sentence. A folder that is not there is no trouble. */
	readonly trouble: string | undefined;
};

type Told = Omit<Glance, 'proven'>;

/** Whether this end is one of those that somebody saw; `journal` is the name of its journal. */
export function isProven(
	journal: string,
	{outcome, hash, harm}: Pick<Glance, 'outcome' | 'hash' | 'harm'>,
	ends: ReadonlySet<string>,
): boolean {
	if (hash === null || harm === null) return false;
	return ends.has(keyOfEnd({journal, hash, won: outcome === 'won', harm}));
}

/** The end of a run by the name of its journal, where it came to one. */
export function endedRun(
	journal: string,
	{level, outcome, harm, hash}: Pick<Glance, 'level' | 'outcome' | 'harm' | 'hash'>,
): EndedRun | undefined {
	if (harm === null || hash === null) return undefined;
	return {journal, level, hash, won: outcome === 'won', harm};
}

/** Undefined ends are those of a journal that cannot be read. */
export function glanceAt(
	{file, writtenAt}: Pick<Glance, 'file' | 'writtenAt'>,
	ends: Ends | undefined,
	isHeld: () => boolean,
): Told {
	const {level, seed, forkedFrom} = ends === undefined ? {} : beginningIn(ends);
	if (ends === undefined || typeof level !== 'string' || typeof seed !== 'string') {
		const nothing = {
			level: '',
			seed: '',
			reached: 0,
			harm: null,
			hash: null,
			sum: null,
			leftSum: null,
		};
		return {file, ...nothing, outcome: 'unreadable', writtenAt};
	}
	// The first piece may be the end of a line, the last the beginning of one: neither is a record.
	const last = ends.tail.split('\n').map(record);
	const reached = last.reduce(
		(most, {at}) => (typeof at === 'number' ? Math.max(most, at) : most),
		0,
	);
	const end = last.find(({kind}) => kind === 'end');
	const harm = typeof end?.['harm'] === 'number' ? end['harm'] : null;
	const hash = typeof end?.['hash'] === 'string' ? end['hash'] : null;
	const sum = sumIn(last.findLast(line => 'sum' in line));
	const leftSum = sumIn(forkedFrom);
	const known = {file, level, seed, reached, harm, hash, sum, leftSum, writtenAt};
	if (end !== undefined) return {...known, outcome: end['won'] === true ? 'won' : 'lost'};
	return {...known, outcome: isHeld() ? 'open elsewhere' : 'left'};
}

function sumIn(value: unknown): string | null {
	const sum = typeof value === 'object' && value !== null && 'sum' in value ? value.sum : undefined;
	return typeof sum === 'string' ? sum : null;
}

/** Whether somebody went back from a run, and what they went on with, or back from in turn, has ended. */
export function isOutlived({sum}: Pick<Glance, 'sum'>, runs: readonly Glance[]): boolean {
	const seen = new Set([sum]);
	// A run that is come to is looked at in turn: the set grows while it is gone through.
	for (const left of seen) {
		for (const run of runs) {
			if (left === null || run.leftSum !== left) continue;
			if (run.outcome === 'won' || run.outcome === 'lost') return true;
			seen.add(run.sum);
		}
	}
	return false;
}
