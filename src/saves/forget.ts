import {isSameName} from '../level/index.ts';
import {commandsWith, mayHold, withoutName} from '../session/index.ts';
import {DISK, diskTrouble, readText, shownPath, writeAtomic, type Disk} from './disk/index.ts';
import {clearShelves} from './kept-debriefs.ts';
import {forgetKey, knownKeys} from './keys.ts';
import {journalsIn} from './journals-in.ts';
import {lockRun} from './lock/index.ts';
import {readJournal} from './read-journal.ts';
import {signer} from './signatures.ts';
import {readWho, whoFile} from './who.ts';

/** What became of a name in a folder of saves. */
export type Forgotten = {
	/** Names that lay beside runs, and journals that were written anew. */
	readonly beside: number;
	readonly within: number;
	/** A sentence for each thing that whoever asked has to know. */
	readonly said: readonly string[];
	/** The same for each file that still holds the name, or cannot be asked. */
	readonly left: readonly string[];
};

/**
 * Takes a name out of everything that is kept: beside runs, in the journals of rooms, where it signed, and among the keys that
 * are trusted. Runs stay what they are. Throws where the folder cannot be read.
 */
export function forgetName(
	folder: string,
	state: string,
	name: string,
	disk: Disk = DISK,
): Forgotten {
	const [said, left]: [string[], string[]] = [[], []];
	let [beside, within] = [0, 0];
	for (const {file, isFile} of journalsIn(folder, disk)) {
		if (!isFile) continue;
		try {
			if (removedBeside(file, name, left, disk)) beside += 1;
			if (writtenAnew(file, name, {said, left}, disk)) within += 1;
		} catch (error) {
			left.push(`${shownPath(file)}: ${diskTrouble(error)}.`);
		}
	}
	const keys = knownKeys(state);
	if (keys.ok) {
		for (const each of Object.keys(keys.known).filter(known => isSameName(known, name))) {
			const trouble = forgetKey(state, each);
			if (trouble === undefined) said.push(`The key of ${each} is not trusted any more.`);
			else left.push(trouble);
		}
	} else left.push(keys.why);
	return {beside, within, said, left};
}

/** The whole of what lies there goes: a team alone may be somebody too. */
function removedBeside(journal: string, name: string, left: string[], disk: Disk): boolean {
	const read = readWho(journal, disk);
	if (!read.ok) left.push(read.message);
	if (!read.ok || read.who === undefined || !isSameName(read.who.name, name)) return false;
	disk.unlinkSync(whoFile(journal));
	return true;
}

type Told = {readonly said: string[]; readonly left: string[]};

function writtenAnew(file: string, name: string, {said, left}: Told, disk: Disk): boolean {
	const text = readText(file, undefined, disk);
	if (!text.ok) left.push(`${shownPath(file)}: ${text.why}.`);
	if (!text.ok || !mayHold(text.text, name)) return false;
	const locked = lockRun(file, {disk});
	if (!locked.ok) {
		left.push(`${shownPath(file)}: ${locked.why}.`);
		return false;
	}
	try {
		const read = readJournal(file, disk);
		if (!read.ok) {
			left.push(read.message);
			return false;
		}
		const ordered = commandsWith(read.journal, name);
		if (ordered.length > 0) {
			left.push(
				`${shownPath(file)}: the name stays in what was ordered, which is the run itself: line ${ordered.join(', ')}.`,
			);
		}
		const bare = withoutName(read.text, name);
		const lines = (bare ?? read.text).split('\n');
		// A signature is of the words that were there: of others it would only say that they were changed.
		const kept = lines.filter(line => {
			const by = signer(line);
			return by === undefined || (bare === undefined && !isSameName(by, name));
		});
		const isUnsigned = kept.length < lines.length;
		if (bare === undefined && !isUnsigned) return false;
		const {atimeMs, mtimeMs} = disk.statSync(file);
		writeAtomic(file, kept.join('\n'), disk);
		disk.utimesSync(file, atimeMs / 1_000, mtimeMs / 1_000);
		clearShelves(file, disk);
		if (isUnsigned) {
			said.push(`${shownPath(file)}: its signatures were of the name too, and are gone.`);
		}
		return true;
	} finally {
		locked.lock.release();
	}
}
