import type {Level} from '../../level/index.ts';
import type {Trial} from './try-level.ts';

/** Something a level promises, and whether the trials bear it out. */
export type Claim = {
	readonly what: string;
	readonly holds: boolean;
	readonly detail: string;
	/** Of a player who should have won: each clause that was not met, and with how many of the seeds. */
	readonly unmet?: readonly string[];
};

/** How often a player won. */
export type PassRate = {
	readonly player: string;
	readonly runs: number;
	readonly won: number;
	/** Seed by seed, in the order of the trials: W where it won, . where it did not, ! where it broke. */
	readonly outcomes: string;
	/** Minutes of harm in the middle one of the runs. */
	readonly harm: number;
	/** Simulated minutes of the middle one of the runs. */
	readonly minutes: number;
};

export type Proof = {
	readonly claims: readonly Claim[];
	readonly rates: readonly PassRate[];
	readonly proven: boolean;
};

/** Players that a level with goals is proven with, over all seeds. */
export const PROVING = ['silent', 'textbook', 'reckless', 'random', 'all-but-the-lesson'] as const;

/** The seeds that a level is proven with: its own, and others that everybody can name. */
export function provingSeeds({seed}: Level, count: number): readonly string[] {
	return [seed, ...Array.from({length: count - 1}, (_, n) => `check-${String(n + 1)}`)];
}

/** What trials prove of a level: that it ends, can be won, and cannot be won without its lesson. */
export function proofOf(level: Level, trials: readonly Trial[]): Proof {
	const of = (player: string) => trials.filter(trial => trial.player === player);
	const quiet = isQuiet(level);
	const claims = [
		soundness(trials),
		...(level.goals === null
			? []
			: [
					always('textbook wins', of('textbook'), true),
					always(quiet ? 'silent wins' : 'silent loses', of('silent'), quiet),
					always('all-but-the-lesson loses', of('all-but-the-lesson'), false),
					...(quiet ? [always('reckless loses', of('reckless'), false)] : []),
				]),
		...level.tasks.flatMap(({id}) => bothWays(id, trials)),
	];
	const players = [...new Set(trials.map(({player}) => player))];
	return {
		claims,
		rates: players.map(player => rateOf(player, of(player))),
		proven: claims.every(({holds}) => holds),
	};
}

/** Where waiting wins, meddling has to lose. */
export function isQuiet({goals}: Level): boolean {
	return goals?.atLimit === 'won';
}

function soundness(trials: readonly Trial[]): Claim {
	const broken = trials.filter(({fault}) => fault !== null);
	const first = broken[0];
	const detail =
		first === undefined
			? `${String(trials.length)} runs`
			: `${first.player}, seed ${first.seed}: ${first.fault ?? ''}`;
	return {what: 'every run ends, and nothing breaks', holds: broken.length === 0, detail};
}

function always(what: string, trials: readonly Trial[], won: boolean): Claim {
	const against = trials.filter(trial => trial.won !== won);
	if (trials.length === 0) return {what, holds: false, detail: 'there is no such player'};
	const first = against[0];
	const detail =
		first === undefined
			? `${String(trials.length)} of ${String(trials.length)}`
			: `not with ${String(against.length)} of ${String(trials.length)} seeds, such as ${first.seed}: ${first.why}`;
	const unmet = won ? unmetOver(against) : [];
	return {what, holds: against.length === 0, detail, ...(unmet.length === 0 ? {} : {unmet})};
}

/** As the first of them found each; clauses that wait for the same are told once. */
function unmetOver(lost: readonly Trial[]): readonly string[] {
	const clauses = new Map<string, {text: string; times: number}>();
	for (const {unmet} of lost) {
		for (const text of unmet) {
			const clause = text.replaceAll(/[\d.,]+/g, '#');
			const known = clauses.get(clause);
			if (known === undefined) clauses.set(clause, {text, times: 1});
			else known.times += 1;
		}
	}
	const of = `of ${String(lost.length)} lost`;
	return [...clauses.values()].map(({text, times}) => `${text} (${String(times)} ${of})`);
}

function bothWays(id: string, trials: readonly Trial[]): readonly Claim[] {
	const met = trials.filter(trial => trial.met.includes(id)).length;
	const missed = trials.length - met;
	return [
		{what: `task ${id} can be met`, holds: met > 0, detail: `${String(met)} runs`},
		{what: `task ${id} can be missed`, holds: missed > 0, detail: `${String(missed)} runs`},
	];
}

function rateOf(player: string, trials: readonly Trial[]): PassRate {
	return {
		player,
		runs: trials.length,
		won: trials.filter(({won}) => won).length,
		outcomes: trials.map(({won, fault}) => (fault !== null ? '!' : won ? 'W' : '.')).join(''),
		harm: middle(trials.map(({harm}) => harm)),
		minutes: middle(trials.map(({ticks}) => ticks)) / 60,
	};
}

function middle(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
