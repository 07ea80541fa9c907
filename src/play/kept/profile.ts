import {reviewsIn, withDrills, withTry, type Review} from './reviews.ts';

/** What a player has done so far. */
export type Achievements = {
	readonly runsEnded: number;
	readonly runsWon: number;
	/** Least harm of a run that was won, by level. */
	readonly leastHarm: Readonly<Record<string, number>>;
};

/** A run that came to its end before this program's eyes. */
export type EndedRun = {
	/** The name of its journal, without the folder. */
	readonly journal: string;
	readonly level: string;
	/** Of the state it ended in, as its end line has it. */
	readonly hash: string;
	readonly won: boolean;
	readonly harm: number;
};

/** What version 0.1 kept among the settings, by the hash of it. */
export type Before = {
	readonly from: string;
	readonly achievements: Achievements;
	readonly commitment: string;
	readonly reviews: readonly Review[];
};

export type Entry =
	| ({readonly kind: 'run'} & EndedRun)
	| ({readonly kind: 'before'} & Before)
	| {readonly kind: 'commitment'; readonly text: string}
	| {readonly kind: 'drills'; readonly drills: readonly Review['drill'][]; readonly day: number}
	| {
			readonly kind: 'tried';
			readonly drill: string;
			readonly day: number;
			readonly success: boolean;
	  }
	/** So many unreadable lines are known, and a copy with them is kept. */
	| {readonly kind: 'damage'; readonly lines: number};

/** A profile as its entries tell it, in the order in which they were written; clocks have no say. */
export type Profile = {
	readonly achievements: Achievements;
	/** Runs whose end was seen, by `keyOfEnd`. */
	readonly ends: ReadonlySet<string>;
	/** What the player means to do differently, or nothing. */
	readonly commitment: string;
	readonly reviews: readonly Review[];
	/** What version 0.1 kept and is part of this, by its hash. */
	readonly from: ReadonlySet<string>;
	/** Unreadable lines that nobody has been told of. */
	readonly damaged: number;
	/** Those that somebody was told of. */
	readonly known: number;
};

/** More would take longer to come round than anybody plays. */
const REVIEWS_MAX = 60;

/** Tells the end of one run from every other. */
export function keyOfEnd({journal, hash, won, harm}: Omit<EndedRun, 'level'>): string {
	return JSON.stringify([journal, hash, won, harm]);
}

/** Entries as they are added. Each begins a line of its own, even where a full disk took half of the one before. */
export function profileLines(entries: readonly Entry[]): string {
	return entries.map(entry => `\n${JSON.stringify(entry)}\n`).join('');
}

export function profileFrom(text: string): Profile {
	const lines = text.split('\n');
	lines.pop(); // What has no line feed yet is being written.
	const written = lines.filter(line => line !== '').map(entryFrom);
	const entries = written.filter(entry => entry !== undefined);
	const known = entries.reduce(
		(most, entry) => (entry.kind === 'damage' ? Math.max(most, entry.lines) : most),
		0,
	);
	const runs = new Map(
		entries.flatMap(entry => (entry.kind === 'run' ? [[keyOfEnd(entry), entry] as const] : [])),
	);
	const before = new Map(
		entries
			.flatMap(entry => (entry.kind === 'before' ? [[entry.from, entry] as const] : []))
			.reverse(),
	);
	return {
		achievements: achievementsOf([...runs.values()], [...before.values()]),
		ends: new Set(runs.keys()),
		from: new Set(before.keys()),
		commitment: entries.reduce(commitmentAfter, ''),
		reviews: reviewsAfter(entries).slice(-REVIEWS_MAX),
		damaged: Math.max(0, written.length - entries.length - known),
		known,
	};
}

function achievementsOf(runs: readonly EndedRun[], before: readonly Before[]): Achievements {
	const leastHarm: Record<string, number> = {};
	const note = (level: string, harm: number) => {
		leastHarm[level] = Math.min(leastHarm[level] ?? Infinity, harm);
	};
	for (const {achievements} of before) {
		for (const [level, harm] of Object.entries(achievements.leastHarm)) note(level, harm);
	}
	const won = runs.filter(run => run.won);
	for (const {level, harm} of won) note(level, harm);
	const sum = (key: 'runsEnded' | 'runsWon') =>
		before.reduce((total, {achievements}) => total + achievements[key], 0);
	return {
		runsEnded: sum('runsEnded') + runs.length,
		runsWon: sum('runsWon') + won.length,
		leastHarm,
	};
}

function commitmentAfter(now: string, entry: Entry): string {
	if (entry.kind === 'commitment') return entry.text;
	return entry.kind === 'before' && now === '' ? entry.commitment : now;
}

function reviewsAfter(entries: readonly Entry[]): readonly Review[] {
	let reviews: readonly Review[] = [];
	for (const entry of entries) {
		if (entry.kind === 'drills') reviews = withDrills(reviews, entry.drills, entry.day);
		if (entry.kind === 'tried') reviews = withTry(reviews, entry.drill, entry.day, entry.success);
		if (entry.kind === 'before') {
			const known = new Set(reviews.map(({drill}) => drill.id));
			reviews = [...reviews, ...entry.reviews.filter(({drill}) => !known.has(drill.id))];
		}
	}
	return reviews;
}

/** One line, or undefined where it is no entry. */
function entryFrom(line: string): Entry | undefined {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return undefined;
	}
	if (!isRecord(value)) return undefined;
	switch (value['kind']) {
		case 'run':
			return isEndedRun(value) ? {...value, kind: 'run'} : undefined;
		case 'before':
			return beforeFrom(value);
		case 'commitment':
			return typeof value['text'] === 'string'
				? {kind: 'commitment', text: value['text']}
				: undefined;
		case 'drills': {
			const {drills, day} = value;
			if (!isNumber(day) || !Array.isArray(drills)) return undefined;
			const reviews = drills.map((drill: unknown) => ({drill, madeOn: day, tries: []}));
			return {kind: 'drills', day, drills: reviewsIn(reviews).map(({drill}) => drill)};
		}
		case 'tried': {
			const {drill, day, success} = value;
			const whole = typeof drill === 'string' && isNumber(day) && typeof success === 'boolean';
			return whole ? {kind: 'tried', drill, day, success} : undefined;
		}
		case 'damage':
			return isNumber(value['lines']) ? {kind: 'damage', lines: value['lines']} : undefined;
		default:
			return undefined;
	}
}

function isEndedRun(value: unknown): value is EndedRun {
	if (!isRecord(value)) return false;
	const {journal, level, hash, won, harm} = value;
	const texts = [journal, level, hash].every(text => typeof text === 'string');
	return texts && typeof won === 'boolean' && isNumber(harm);
}

function beforeFrom(value: Readonly<Record<string, unknown>>): Entry | undefined {
	const {from, achievements, commitment, reviews} = value;
	if (typeof from !== 'string') return undefined;
	return {
		kind: 'before',
		from,
		achievements: achievementsIn(achievements),
		commitment: typeof commitment === 'string' ? commitment : '',
		reviews: reviewsIn(reviews),
	};
}

/** Achievements from wherever they stood; what is damaged in them counts as nothing. */
export function achievementsIn(value: unknown): Achievements {
	const found = isRecord(value) ? value : {};
	const least = isRecord(found['leastHarm']) ? found['leastHarm'] : {};
	const count = (number: unknown) => (isNumber(number) && number >= 0 ? Math.floor(number) : 0);
	return {
		runsEnded: count(found['runsEnded']),
		runsWon: count(found['runsWon']),
		leastHarm: Object.fromEntries(
			Object.entries(least).flatMap(([level, harm]) => (isNumber(harm) ? [[level, harm]] : [])),
		),
	};
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
