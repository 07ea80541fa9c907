import {DISK, withoutMark, type Disk} from '../disk/index.ts';

/** The first and the last bytes of a journal, as text. */
export type Ends = {readonly head: string; readonly tail: string};

const HEAD_BYTES = 8_192;
const TAIL_BYTES = 16 * 1024;
/** What was said about a run may follow its end. */
const FINISHED = /\n\{"kind":"end"[^\n]*\}\r?\n((\{"kind":"note"|#)[^\n]*\n)*$/;

/** Undefined where the file cannot be read. Only what is known to be a file may be asked for. */
export function endsOf(file: string, disk: Disk = DISK): Ends | undefined {
	try {
		const fd = disk.openSync(file, 'r');
		try {
			const {size} = disk.fstatSync(fd);
			const head = piece(fd, 0, HEAD_BYTES, disk);
			return {
				head: withoutMark(head),
				tail:
					size <= HEAD_BYTES ? head : piece(fd, Math.max(0, size - TAIL_BYTES), TAIL_BYTES, disk),
			};
		} finally {
			disk.closeSync(fd);
		}
	} catch {
		return undefined;
	}
}

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

function piece(fd: number, from: number, bytes: number, disk: Disk): string {
	const buffer = Buffer.alloc(bytes);
	return buffer.toString('utf8', 0, disk.readSync(fd, buffer, 0, bytes, from));
}
