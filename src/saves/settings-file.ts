import path from 'node:path';
import {areSettings, settingsFrom, type Settings} from '../play/kept/index.ts';
import {
	DISK,
	diskTrouble,
	kindOf,
	makeFolder,
	readJson,
	rename,
	writeAtomic,
	shownPath,
} from './disk/index.ts';
import {lockRun, type RunLock} from './lock/index.ts';

type Stored = {readonly settings: Settings};

const DEFAULTS: Stored = {settings: settingsFrom(undefined)};
const FILE = 'config.json';
const BACKUP = 'config.bak.json';

/**
 * The settings as they stand, without loading `conf`: the first frame does not wait for it.
 * Anything unreadable is the default.
 */
export function readSettings(folder: string): Settings {
	const stored = parsed(path.join(folder, FILE));
	return settingsFrom(isRecord(stored) ? stored['settings'] : undefined);
}

/** That the settings cannot be read, in a sentence; nothing where they can, or where there are none. */
export function settingsTrouble(folder: string): string | undefined {
	const file = path.join(folder, FILE);
	if (kindOf(file) === 'nothing' || isWhole(folder)) return undefined;
	return `${shownPath(file)}: the settings in it cannot be read, and those that nobody changed hold. The next one that is set keeps this file aside.`;
}

/** Whether a change is kept, and in a sentence what went wrong before or with it. */
export type SettingsKept = {readonly kept: boolean; readonly said: string};

/** Changes the settings as they stand in the file. */
export async function changeSettings(
	folder: string,
	changed: (settings: Settings) => Settings,
	time: Date,
): Promise<SettingsKept> {
	let lock: RunLock | undefined;
	try {
		makeFolder(folder);
		const locked = lockRun(path.join(folder, FILE));
		if (!locked.ok && locked.held) {
			return notKept('another program is writing them. Try once more');
		}
		lock = locked.ok ? locked.lock : undefined;
		const mended = mend(folder, time);
		const {default: Conf} = await import('conf');
		const conf = new Conf<Stored>({
			projectName: 'outage-oncall',
			cwd: folder,
			defaults: DEFAULTS,
			accessPropertiesByDotNotation: false,
		});
		backUp(folder);
		const stored = conf.store;
		// Settings of an older form are rewritten in today's.
		conf.store = {...stored, settings: changed(settingsFrom(stored.settings))};
		if (isWhole(folder)) return {kept: true, said: mended ?? ''};
		// On a full disk conf says nothing and leaves half a file (stack 5).
		restore(folder);
		return notKept('the disk is probably full, and they stay as they were');
	} catch (error) {
		return notKept(diskTrouble(error));
	} finally {
		lock?.release();
	}
}

function notKept(why: string): SettingsKept {
	return {kept: false, said: `The settings could not be written: ${why}.`};
}

/** Sets a file aside that `conf` would throw at, and puts the last good one in its place. */
function mend(folder: string, time: Date): string | undefined {
	const file = path.join(folder, FILE);
	if (kindOf(file) === 'nothing' || isWhole(folder)) return undefined;
	const aside = asideOf(folder, 'config.corrupt', '.json', time);
	rename(file, aside, DISK);
	const restored = restore(folder) ? ' Those before them were restored.' : ' They begin anew.';
	return `The settings were damaged and are kept as ${shownPath(aside)}.${restored}`;
}

/** A name that nothing has yet, for what is set aside: two of one second are two files. */
export function asideOf(folder: string, name: string, ending: string, time: Date): string {
	const stamp = time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
	for (let copy = 1; ; copy++) {
		const suffix = copy === 1 ? '' : `.${String(copy)}`;
		const file = path.join(folder, `${name}-${stamp}${suffix}${ending}`);
		if (DISK.lstatSync(file, {throwIfNoEntry: false}) === undefined) return file;
	}
}

function isWhole(folder: string): boolean {
	return looksRight(parsed(path.join(folder, FILE)));
}

function looksRight(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const {settings} = value;
	return settings === undefined || areSettings(settings);
}

function backUp(folder: string): void {
	copyIfWhole(path.join(folder, FILE), path.join(folder, BACKUP));
}

function restore(folder: string): boolean {
	return copyIfWhole(path.join(folder, BACKUP), path.join(folder, FILE));
}

function copyIfWhole(from: string, to: string): boolean {
	const value = parsed(from);
	if (!looksRight(value)) return false;
	writeAtomic(to, `${JSON.stringify(value, null, '\t')}\n`);
	return true;
}

function parsed(file: string): unknown {
	const read = readJson(file);
	return read.ok ? read.value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
