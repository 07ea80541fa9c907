import {createHash} from 'node:crypto';
import path from 'node:path';
import {achievementsIn, JOURNAL_ENDING, reviewsIn, type Before} from '../play/kept/index.ts';
import {
	codeOf,
	copyWhole,
	DISK,
	diskTrouble,
	isOfTheDisk,
	kindOf,
	makeFolder,
	namesIn,
	readBytes,
	readJson,
	readText,
	writeAtomic,
	shownPath,
} from './disk/index.ts';
import {endedRunsIn} from './glance/glance-at-runs.ts';
import {lockOf, lockRun} from './lock/index.ts';
import {addToProfile, readProfile} from './profile-log.ts';

const SETTINGS_FILES = ['config.json', 'config.bak.json'] as const;
const SAVES = 'saves';
const STATE_KEYS = ['achievements', 'runs', 'commitment', 'reviews'] as const;
const NAMES_MAX = 100;

/**
 * Brings what version 0.1 kept among the settings to where state lies: first what was achieved, then the journals,
 * one by one. Whatever stops it in between, nothing is lost and nothing counts twice when it is done again. Says in
 * sentences what could not be brought.
 */
export function moveIn(config: string, state: string): readonly string[] {
	return [
		...trouble('What was achieved so far stays among the settings', () => {
			moveProfile(config, state);
		}),
		...trouble(`Earlier runs stay in ${shownPath(path.join(config, SAVES))}`, () => {
			moveJournals(path.join(config, SAVES), path.join(state, SAVES));
		}),
	];
}

function trouble(stays: string, act: () => void): readonly string[] {
	try {
		act();
		return [];
	} catch (error) {
		if (!isOfTheDisk(error)) throw error;
		return [`${stays}: ${diskTrouble(error)}.`];
	}
}

function moveProfile(config: string, state: string): void {
	const kept = SETTINGS_FILES.map(name => path.join(config, name))
		.map(file => ({file, fields: fieldsOf(file)}))
		.flatMap(({file, fields}) => (fields === undefined ? [] : [{file, fields}]));
	const [latest] = kept;
	if (latest === undefined || !STATE_KEYS.some(key => key in latest.fields)) return;
	const before = beforeIn(latest.fields);
	if (!readProfile(state).from.has(before.from)) addToProfile(state, counted(config, before));
	// The copy goes first: nobody brings it back once the settings are without it.
	for (const {file, fields} of [...kept].reverse()) {
		const {settings} = fields;
		writeAtomic(file, `${JSON.stringify(settings === undefined ? {} : {settings}, null, '\t')}\n`);
	}
}

function fieldsOf(file: string): Readonly<Record<string, unknown>> | undefined {
	const read = readJson(file);
	if (!read.ok) return undefined; // Absent, or damaged: whoever changes a setting is told.
	const {value} = read;
	const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isRecord ? (value as Record<string, unknown>) : undefined;
}

function beforeIn({achievements, commitment, reviews}: Readonly<Record<string, unknown>>): Before {
	const text = JSON.stringify([achievements, commitment, reviews]);
	return {
		from: createHash('sha256').update(text).digest('hex').slice(0, 16),
		achievements: achievementsIn(achievements),
		commitment: typeof commitment === 'string' ? commitment : '',
		reviews: reviewsIn(reviews),
	};
}

/** Runs that are on disk are counted by themselves, and no longer among those that were before. */
function counted(config: string, before: Before): Parameters<typeof addToProfile>[1] {
	const runs = endedRunsIn(path.join(config, SAVES));
	const {runsEnded, runsWon, leastHarm} = before.achievements;
	const won = runs.filter(run => run.won).length;
	const achievements = {
		runsEnded: Math.max(0, runsEnded - runs.length),
		runsWon: Math.max(0, runsWon - won),
		leastHarm,
	};
	return [
		{kind: 'before', ...before, achievements},
		...runs.map(run => ({kind: 'run', ...run}) as const),
	];
}

function moveJournals(from: string, to: string): void {
	const names = kindOf(from) === 'folder' ? namesIn(from).filter(isJournalName) : [];
	if (names.length === 0 || isSameFolder(from, to)) return;
	makeFolder(path.dirname(to), 0o700);
	if (DISK.lstatSync(from).isSymbolicLink()) {
		// Whoever keeps runs elsewhere goes on doing so.
		if (kindOf(to) === 'nothing') DISK.symlinkSync(DISK.realpathSync(from), to);
		return;
	}
	makeFolder(to, 0o700);
	for (const name of names) moveJournal(path.join(from, name), to, name);
	removeIfEmpty(from);
}

/** A run that another program holds is brought the next time. */
function moveJournal(file: string, folder: string, name: string): void {
	if (isHeldByOlder(file)) return;
	const locked = lockRun(file);
	if (!locked.ok) return;
	try {
		if (DISK.lstatSync(file, {throwIfNoEntry: false})?.isFile() === true) move(file, folder, name);
	} finally {
		locked.lock.release();
	}
}

/** Version 0.1 puts the number of its process into a file that has the name of the lock. */
function isHeldByOlder(file: string): boolean {
	try {
		const read = readText(lockOf(file));
		const holder = read.ok ? Number(read.text) : 0;
		return Number.isInteger(holder) && holder > 0 && process.kill(holder, 0);
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

/** The new name is there before the old one goes, and never takes the place of another run. */
function move(file: string, folder: string, name: string): void {
	for (let copy = 1; copy <= NAMES_MAX; copy++) {
		const suffix = copy === 1 ? '' : `.${String(copy)}`;
		const target = path.join(
			folder,
			`${name.slice(0, -JOURNAL_ENDING.length)}${suffix}${JOURNAL_ENDING}`,
		);
		if (kindOf(target) === 'nothing') bring(file, target);
		else if (!isSameContent(file, target)) continue;
		DISK.unlinkSync(file);
		return;
	}
}

function bring(file: string, target: string): void {
	try {
		DISK.linkSync(file, target);
	} catch {
		// Another disk, or one without links.
		copyWhole(file, target);
	}
}

function isJournalName(name: string): boolean {
	return name.endsWith(JOURNAL_ENDING);
}

function isSameContent(one: string, other: string): boolean {
	const [a, b] = [readBytes(one), readBytes(other)];
	return a.ok && b.ok && a.bytes.equals(b.bytes);
}

function isSameFolder(one: string, other: string): boolean {
	return kindOf(other) === 'folder' && DISK.realpathSync(one) === DISK.realpathSync(other);
}

function removeIfEmpty(folder: string): void {
	try {
		DISK.rmdirSync(folder);
	} catch {
		// What is no journal stays.
	}
}
