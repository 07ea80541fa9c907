export {diskTrouble} from './disk-trouble.ts';
export {createJournalFile, reopenJournalFile, rescueJournal, type JournalFile} from './journal-file.ts';
export {noteCommitment, noteEndedRun, noteReviews, noteRuns, readRuns} from './profile.ts';
export {bestRuns, BOARDS, runsOn, type Board, type Played} from './records.ts';
export {readJournal, type ReadJournal} from './read-journal.ts';
export {
	dayOf,
	dueReviews,
	reviewStanding,
	withDrills,
	withTry,
	type Review,
} from './reviews.ts';
export {lockRun, type RunLock} from './run-lock.ts';
export {indexRuns, unfinishedRun, type SavedRun, type UnfinishedRun} from './runs.ts';
export {writeAtomic} from './write-atomic.ts';
