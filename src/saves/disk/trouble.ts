const SENTENCES: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk is full',
	EFBIG: 'the file may not grow any further',
	EACCES: 'permission is denied',
	EPERM: 'permission is denied',
	EROFS: 'the file system is read-only',
	ENOENT: 'there is no such file',
	ENOTDIR: 'part of the path is a file, not a directory',
	EISDIR: 'it is a directory',
	EEXIST: 'it exists already',
	ENAMETOOLONG: 'the name is too long',
	ELOOP: 'it is a link that leads back to itself',
	ENXIO: 'it is a socket, or nobody is at its other end',
	EBUSY: 'another program is using it',
	ETXTBSY: 'another program is using it',
	EMFILE: 'too many files are open',
	ENFILE: 'too many files are open',
	EIO: 'the disk has an error',
	EPIPE: 'whoever read it has gone',
	EAGAIN: 'nothing moved at the other end of the pipe',
};

/** An error of the file system, as a part of a sentence for people. */
export function diskTrouble(error: unknown): string {
	const code = codeOf(error);
	if (code === undefined) return error instanceof Error ? error.message : String(error);
	return SENTENCES[code] ?? `the system says ${code}`;
}

/** A reason of ours among those of the file system. */
export class DiskRefuses extends Error {
	override name = 'DiskRefuses';
}

/** Whether an error is of the disk, and not a fault of ours. */
export function isOfTheDisk(error: unknown): boolean {
	return error instanceof DiskRefuses || codeOf(error) !== undefined;
}

export function codeOf(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}
