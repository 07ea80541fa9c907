import {beginningIn} from '../play/kept/index.ts';
import {DISK, type Disk} from './disk/index.ts';
import {endsOf} from './glance/ends-of.ts';

/** Whether a journal is of a room, by its first line. */
export function isRoom(file: string, disk: Disk = DISK): boolean {
	const ends = endsOf(file, disk);
	return ends !== undefined && beginningIn(ends)['room'] !== undefined;
}
