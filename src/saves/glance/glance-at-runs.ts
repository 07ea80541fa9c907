import path from 'node:path';
import {diskTrouble} from '../disk/index.ts';
import {journalsIn} from '../journals-in.ts';
import {holderOf} from '../lock/index.ts';
import {keyOfEnd, type EndedRun} from '../profile-log.ts';
import {beginningIn, endsOf, isFinished, record, type Ends} from './ends-of.ts';

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
	/** When its file was last written, in milliseconds since 1970. */
	readonly writtenAt: number;
};

export type Glances = {
	readonly runs: readonly Glance[];
	/** Why the folder could not be read, as the end of a sentence. A folder that is not there is no trouble. */
	readonly trouble: string | undefined;
};

/** More than anyone scrolls through, and still read in a few milliseconds. Runs that can go on are shown beyond. */
const RUNS_MAX = 100;

/** The latest runs on disk, latest first, by their first and last lines. */
export function glanceAtRuns(folder: string, proven: ReadonlySet<string>): Glances {
	try {
		const runs = journalsIn(folder).flatMap(({file, writtenAt, isFile}, index) => {
			const ends = isFile ? endsOf(file) : undefined;
			if (index >= RUNS_MAX && (ends === undefined || isFinished(ends))) return [];
			const told = glanceAt(file, writtenAt, ends);
			const glance = {...told, proven: isProven(told, proven)};
			return index < RUNS_MAX || glance.outcome === 'left' ? [glance] : [];
		});
		return {runs, trouble: undefined};
	} catch (error) {
		return {runs: [], trouble: diskTrouble(error)};
	}
}

/** Every run in a folder that came to its end, by its last lines. Throws where the folder cannot be read. */
export function endedRunsIn(folder: string): readonly EndedRun[] {
	return journalsIn(folder).flatMap(({file, writtenAt, isFile}) => {
		if (!isFile) return [];
		const {level, outcome, harm, hash} = glanceAt(file, writtenAt, endsOf(file));
		if (harm === null || hash === null) return [];
		return [{journal: path.basename(file), level, hash, won: outcome === 'won', harm}];
	});
}

type Told = Omit<Glance, 'proven'>;

function isProven({file, outcome, hash, harm}: Told, ends: ReadonlySet<string>): boolean {
	if (hash === null || harm === null) return false;
	return ends.has(keyOfEnd({journal: path.basename(file), hash, won: outcome === 'won', harm}));
}

function glanceAt(file: string, writtenAt: number, ends: Ends | undefined): Told {
	const {level, seed} = ends === undefined ? {} : beginningIn(ends);
	if (ends === undefined || typeof level !== 'string' || typeof seed !== 'string') {
		const nothing = {level: '', seed: '', reached: 0, harm: null, hash: null};
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
	const known = {file, level, seed, reached, harm, hash, writtenAt};
	if (end !== undefined) return {...known, outcome: end['won'] === true ? 'won' : 'lost'};
	return {...known, outcome: holderOf(file) === undefined ? 'left' : 'open elsewhere'};
}
