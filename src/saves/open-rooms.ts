import path from 'node:path';
import {JOURNAL_ENDING} from '../play/kept/index.ts';
import {
	copyWhole,
	diskTrouble,
	makeFolder,
	readJson,
	shownPath,
	writeAtomic,
} from './disk/index.ts';
import {lockRun, type RunLock} from './lock/index.ts';
import {asideOf} from './settings-file.ts';

/** A room that a server has open, by the journal that is its truth. */
type OpenRoom = {
	readonly journal: string;
	/** Whether everybody who finds the lobby may join it. */
	readonly listed: boolean;
};

/** Which rooms of a folder are open, on disk as it changes: whoever serves the folder next takes them up. */
export type OpenRooms = {
	/** Those that were open when the folder was taken. */
	readonly left: readonly OpenRoom[];
	/** Sentences about what of the list could not be read. */
	readonly passed: readonly string[];
	/** Where it could not be written, a sentence says why. */
	readonly write: (rooms: readonly OpenRoom[]) => string | undefined;
	readonly release: () => void;
};

const FILE = 'open-rooms.json';
const FORMAT = 1;

/** Takes a folder, so that no other server has its rooms. */
export function takeRooms(
	folder: string,
): {readonly ok: true; readonly rooms: OpenRooms} | {readonly ok: false; readonly message: string} {
	const file = path.join(folder, FILE);
	const refuse = (why: string) => ({ok: false, message: `${shownPath(folder)}: ${why}.`}) as const;
	try {
		makeFolder(folder);
	} catch (error) {
		return refuse(diskTrouble(error));
	}
	const locked = lockRun(file);
	if (!locked.ok) {
		return refuse(locked.held ? 'another server has the rooms of this folder' : locked.why);
	}
	try {
		return {ok: true, rooms: openRooms(file, locked.lock)};
	} catch (error) {
		locked.lock.release();
		return refuse(diskTrouble(error));
	}
}

function openRooms(file: string, {release}: RunLock): OpenRooms {
	const read = readJson(file);
	const rooms = read.ok ? roomsIn(read.value) : [];
	const why = read.ok || read.absent ? undefined : read.why;
	const wrong = rooms === undefined ? 'it is damaged' : why;
	return {
		left: rooms ?? [],
		passed: wrong === undefined ? [] : [setAside(file, wrong)],
		write(open) {
			try {
				writeAtomic(file, `${JSON.stringify({format: FORMAT, rooms: open}, null, '\t')}\n`);
				return undefined;
			} catch (error) {
				return `${shownPath(file)}: it cannot be written: ${diskTrouble(error)}.`;
			}
		},
		release,
	};
}

/** What cannot be read is kept before another list takes its place. */
function setAside(file: string, wrong: string): string {
	const aside = asideOf(path.dirname(file), 'open-rooms.damaged', '.json', new Date());
	copyWhole(file, aside);
	return `${shownPath(file)}: ${wrong}. A copy is kept as ${shownPath(aside)}; the journals of its rooms are whole.`;
}

function roomsIn(value: unknown): readonly OpenRoom[] | undefined {
	const {format, rooms} = fieldsOf(value);
	if (format !== FORMAT || !Array.isArray(rooms)) return undefined;
	return rooms.flatMap((each: unknown) => {
		const {journal, listed} = fieldsOf(each);
		if (typeof journal !== 'string' || !isOfTheFolder(journal)) return [];
		return [{journal, listed: listed === true}];
	});
}

function isOfTheFolder(journal: string): boolean {
	return path.basename(journal) === journal && journal.endsWith(JOURNAL_ENDING);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? {...value} : {};
}
