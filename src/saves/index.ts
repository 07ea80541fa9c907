export {
	diskTrouble,
	isStandardOutput,
	openOut,
	readText,
	shownPath,
	writeOut,
} from './disk/index.ts';
export {
	fingerprintOf,
	forgetKey,
	isPublicKey,
	isSigner,
	knownKeys,
	newKey,
	ownKey,
	trustKey,
	type OwnKey,
} from './keys.ts';
export {ROLES, signatureLine, signaturesIn, type Role, type SignatureRead} from './signatures.ts';
export {sealWith, shelfBeside, wordFor, type Seal, type Shelf} from './kept-debriefs.ts';
export type {JournalFile} from './journal-file.ts';
export {noteDrills} from './profile.ts';
export {noteRuns, readRuns} from './run-cache.ts';
export {bestRuns, BOARDS, runsOn, type Board, type Played} from './records.ts';
export {
	fileOfRun,
	journalFrom,
	readJournal,
	readRun,
	salvageJournal,
	shownRun,
	type ReadJournal,
} from './read-journal.ts';
export {forgetName, type Forgotten} from './forget.ts';
export {noteWho, readWho, type ReadWho, type Who} from './who.ts';
export {isRoom} from './is-room.ts';
export {takeRooms, type OpenRooms} from './open-rooms.ts';
export {roomSecret} from './room-secret.ts';
export {beginRun, takeUpRun, type Through} from './run-door.ts';
export {
	indexRuns,
	leftRun,
	type IndexedRuns,
	type LeftRun,
	type SavedRun,
	type UnfinishedRun,
} from './runs.ts';
