// Everything that comes from a disk or goes to one goes through here.
export {O_RDWR, pause, type Disk} from './disk.ts';
export {
	readBytes,
	readText,
	STANDARD,
	withoutMark,
	type ReadBytes,
	type ReadText,
	type Unreadable,
} from './read.ts';
export {codeOf, diskTrouble} from './trouble.ts';
export {
	draftBeside,
	isStandardOutput,
	rename,
	syncFile,
	syncFolder,
	writeAll,
	writeAtomic,
	writeOut,
	type WriteOptions,
	type Written,
} from './write.ts';
