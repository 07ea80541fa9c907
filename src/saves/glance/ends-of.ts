import type {Ends} from '../../play/kept/index.ts';
import {DISK, withoutMark, type Disk} from '../disk/index.ts';

const HEAD_BYTES = 8_192;
const TAIL_BYTES = 16 * 1024;
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

function piece(fd: number, from: number, bytes: number, disk: Disk): string {
	const buffer = Buffer.alloc(bytes);
	return buffer.toString('utf8', 0, disk.readSync(fd, buffer, 0, bytes, from));
}
