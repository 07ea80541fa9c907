// Everything that comes from a disk or goes to one goes through here.
export {DISK, O_RDWR, pause, type Disk} from './disk.ts';
export {
	copyWhole,
	kindOf,
	makeFolder,
	makeScratch,
	namesIn,
	removeWhole,
	whyNoFolder,
	writeFolder,
} from './folder.ts';
export {shownPath} from './shown-path.ts';
export {
	readBytes,
	readJson,
	readText,
	STANDARD,
	withoutMark,
	type ReadBytes,
	type ReadText,
	type Unreadable,
} from './read.ts';
export {codeOf, DiskRefuses, diskTrouble, isOfTheDisk} from './trouble.ts';
export {
	append,
	draftBeside,
	isStandardOutput,
	openOut,
	rename,
	syncFile,
	syncFolder,
	writeAll,
	writeAtomic,
	writeNew,
	writeOut,
	type WriteOptions,
	type Written,
} from './write.ts';
