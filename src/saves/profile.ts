import fs from 'node:fs';
import path from 'node:path';
import {diskTrouble} from './disk/index.ts';
import {keptRun} from './kept-run.ts';
import {reviewsIn, type Review} from './reviews.ts';
import type {SavedRun} from './runs.ts';
import {areSettings, SETTINGS, settingsFrom, type Settings} from './settings.ts';
import {writeAtomic} from './disk/index.ts';

/** What a player has done so far. */
export type Achievements = {
	readonly runsEnded: number;
	readonly runsWon: number;
	/** Least harm of a run that was won, by level. */
	readonly leastHarm: Readonly<Record<string, number>>;
};

type Stored = {
	readonly settings: Settings;
	readonly achievements: Achievements;
	/** Rebuilt from the journals at the end of each run: losing it loses nothing. */
	readonly runs: readonly SavedRun[];
	/** What the player means to do differently; shown before the next run. */
	readonly commitment: string;
	/** The player's own costly decisions, to be taken again. */
	readonly reviews: readonly Review[];
};

export type EndedRun = {readonly level: string; readonly won: boolean; readonly harm: number};

const DEFAULTS: Stored = {
	settings: settingsFrom(undefined),
	achievements: {runsEnded: 0, runsWon: 0, leastHarm: {}},
	runs: [],
	commitment: '',
	reviews: [],
};
const RUNS_MAX = 200;
const FILE = 'config.json';
const BACKUP = 'config.bak.json';

const SCHEMA = {
	settings: {
		type: 'object',
		properties: {
			...Object.fromEntries(
				Object.entries(SETTINGS).map(([name, {values}]) => [
					name,
					{type: 'string', enum: [...values]},
				]),
			),
			keys: {
				type: 'object',
				additionalProperties: {type: 'array', items: {type: 'string', minLength: 1}},
			},
		},
	},
	achievements: {
		type: 'object',
		properties: {
			runsEnded: {type: 'number', minimum: 0},
			runsWon: {type: 'number', minimum: 0},
			leastHarm: {type: 'object', additionalProperties: {type: 'number', minimum: 0}},
		},
		required: ['runsEnded', 'runsWon', 'leastHarm'],
	},
	runs: {type: 'array', items: {type: 'object'}},
	commitment: {type: 'string'},
	reviews: {type: 'array'},
} as const;

/**
 * The settings as they stand, without loading `conf`: the first frame does not wait for a validator.
 * Anything unreadable is the default.
 */
export function readSettings(folder: string): Settings {
	const stored = parsed(path.join(folder, FILE));
	return settingsFrom(isRecord(stored) ? stored['settings'] : undefined);
}

/** Keeps the settings. Says in a sentence what went wrong, if anything did. */
export function writeSettings(
	folder: string,
	settings: Settings,
	time: Date,
): Promise<string | undefined> {
	return change(folder, time, stored => ({...stored, settings}));
}

/**
 * Notes a run that ended, and the index of runs. Says in a sentence what went wrong, if anything did:
 * the journals are elsewhere, so nothing here is worth stopping for.
 */
export function noteEndedRun(
	folder: string,
	run: EndedRun,
	runs: readonly SavedRun[],
	time: Date,
): Promise<string | undefined> {
	return change(folder, time, stored => ({
		...stored,
		achievements: withRun(stored.achievements, run),
		runs: runs.slice(0, RUNS_MAX),
	}));
}

/** The index of runs as it was kept; what is damaged in it is left out. */
export function readRuns(folder: string): readonly SavedRun[] {
	const stored = parsed(path.join(folder, FILE));
	const runs = isRecord(stored) ? stored['runs'] : undefined;
	return Array.isArray(runs) ? runs.flatMap((run: unknown) => keptRun(run) ?? []) : [];
}

/** Keeps the index of runs. Says in a sentence what went wrong, if anything did. */
export function noteRuns(
	folder: string,
	runs: readonly SavedRun[],
	time: Date,
): Promise<string | undefined> {
	return change(folder, time, stored => ({...stored, runs: runs.slice(0, RUNS_MAX)}));
}

/** What the player means to do differently, or nothing. */
export function readCommitment(folder: string): string {
	const stored = parsed(path.join(folder, FILE));
	const words = isRecord(stored) ? stored['commitment'] : undefined;
	return typeof words === 'string' ? words : '';
}

/** Keeps it until the next one. Says in a sentence what went wrong, if anything did. */
export function noteCommitment(
	folder: string,
	commitment: string,
	time: Date,
): Promise<string | undefined> {
	return change(folder, time, stored => ({...stored, commitment}));
}

/** Decisions that come back, as far as the profile can be read. */
export function readReviews(folder: string): readonly Review[] {
	const stored = parsed(path.join(folder, FILE));
	return reviewsIn(isRecord(stored) ? stored['reviews'] : undefined);
}

/** More would take longer to come round than anybody plays. */
const REVIEWS_MAX = 60;

/** Keeps what becomes of the reviews. Says in a sentence what went wrong, if anything did. */
export function noteReviews(
	folder: string,
	changed: (reviews: readonly Review[]) => readonly Review[],
	time: Date,
): Promise<string | undefined> {
	return change(folder, time, stored => ({
		...stored,
		reviews: changed(reviewsIn(stored.reviews)).slice(-REVIEWS_MAX),
	}));
}

async function change(
	folder: string,
	time: Date,
	changed: (stored: Stored) => Stored,
): Promise<string | undefined> {
	try {
		const mended = mend(folder, time);
		const {default: Conf} = await import('conf');
		const conf = new Conf<Stored>({
			projectName: 'outage-oncall',
			cwd: folder,
			schema: SCHEMA,
			defaults: DEFAULTS,
			accessPropertiesByDotNotation: false,
		});
		backUp(folder);
		const stored = conf.store;
		// Settings of an older form are rewritten in today's.
		conf.store = changed({...stored, settings: settingsFrom(stored.settings)});
		if (isWhole(folder)) return mended;
		// On a full disk conf says nothing and leaves half a file (stack 5).
		restore(folder);
		return 'The profile could not be written, probably because the disk is full; it stays as it was.';
	} catch (error) {
		return `The profile could not be written: ${diskTrouble(error)}.`;
	}
}

function withRun(before: Achievements, {level, won, harm}: EndedRun): Achievements {
	const least = before.leastHarm[level];
	const better = won && (least === undefined || harm < least);
	return {
		runsEnded: before.runsEnded + 1,
		runsWon: before.runsWon + (won ? 1 : 0),
		leastHarm: better ? {...before.leastHarm, [level]: harm} : before.leastHarm,
	};
}

/** Sets a file aside that `conf` would throw at, and puts the last good one in its place. */
function mend(folder: string, time: Date): string | undefined {
	const file = path.join(folder, FILE);
	if (!fs.existsSync(file) || isWhole(folder)) return undefined;
	const stamp = time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
	const aside = path.join(folder, `config.corrupt-${stamp}.json`);
	fs.renameSync(file, aside);
	const restored = restore(folder) ? ' The one before it was restored.' : ' It begins anew.';
	return `The profile was damaged and is kept as ${aside}.${restored}`;
}

function isWhole(folder: string): boolean {
	return looksRight(parsed(path.join(folder, FILE)));
}

/** The part of the schema that tells a damaged file; `conf` checks the rest. */
function looksRight(value: unknown): boolean {
	if (!isRecord(value)) return false;
	const {settings, achievements, runs} = value;
	if (settings !== undefined && !areSettings(settings)) return false;
	if (achievements !== undefined) {
		if (!isRecord(achievements) || !isRecord(achievements['leastHarm'])) return false;
		const counts = [achievements['runsEnded'], achievements['runsWon']];
		const numbers = [...counts, ...Object.values(achievements['leastHarm'])];
		if (!numbers.every(number => typeof number === 'number' && number >= 0)) return false;
	}
	return runs === undefined || (Array.isArray(runs) && runs.every(isRecord));
}

function backUp(folder: string): void {
	const file = path.join(folder, FILE);
	if (isWhole(folder)) writeAtomic(path.join(folder, BACKUP), fs.readFileSync(file, 'utf8'));
}

function restore(folder: string): boolean {
	const backup = path.join(folder, BACKUP);
	if (!looksRight(parsed(backup))) return false;
	writeAtomic(path.join(folder, FILE), fs.readFileSync(backup, 'utf8'));
	return true;
}

function parsed(file: string): unknown {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8')) as unknown;
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
