import path from 'node:path';
import {LEVEL_LENGTH_MAX, type Level} from '../level/index.ts';
import {readText, shownPath, wordFor} from '../saves/index.ts';
import {
	isQuiet,
	proofOf,
	PROVING,
	provingSeeds,
	type PlayerScript,
	type Proof,
	type Trial,
} from '../session/index.ts';
import {sweep, type Job, type Outcome} from '../jobs/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import type {ProofAsked} from './job-trades.ts';
import {loadLevel, type LevelFolder} from './level-folder.ts';
import {scriptOf} from './level-script.ts';
import {ownLevels} from './levels-folder.ts';
import {readScript} from './order-file.ts';
import {briefOf, keptResults, progressLine, wayFor, type Way} from './sweeps.ts';
import {columns, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	seeds: {type: 'string'},
	json: {type: 'boolean'},
	nats: {type: 'string'},
} as const;
const SEEDS = 10;
const SEEDS_MAX = 1_000;

/** `levels check [PATH]`: is it written well, and does it teach? Without a path, every level of ours. */
export async function levelsCheckCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['PATH'], optional: 1});
	if (!parsed.ok) return badInput(parsed.message);
	const seeds = Number(parsed.values.seeds ?? SEEDS);
	if (!Number.isInteger(seeds) || seeds < 1 || seeds > SEEDS_MAX) {
		return badInput(`--seeds expects a whole number from 1 to ${String(SEEDS_MAX)}.`);
	}
	const [path] = parsed.positionals;
	const read = await Promise.all((path === undefined ? ownLevels() : [path]).map(readToProve));
	const wrong = read.flatMap(each => ('sentences' in each ? each.sentences : []));
	if (wrong.length > 0) return badInput(...wrong);
	const levels = read.flatMap(each => ('sentences' in each ? [] : each));
	const proofs: (Proof & {readonly level: string})[] = [];
	const way = await wayFor(parsed.values.nats);
	if (typeof way === 'string') return badInput(way);
	await prove(levels, {seeds, way}, (level, proof) => {
		proofs.push({level: level.id, ...proof});
		if (parsed.values.json !== true) print(told(level, proof));
	});
	await way.close();
	if (parsed.values.json === true) printJson({levels: proofs});
	return proofs.every(({proven}) => proven) ? EXIT.done : EXIT.no;
}

/** A level and its players' scripts. */
type ToProve = {
	readonly level: Level;
	readonly scripts: Readonly<Record<string, PlayerScript>>;
};

/** What is to be proven, or everything that is wrong in any of it. */
async function readToProve(
	path: string,
): Promise<ToProve | {readonly sentences: readonly string[]}> {
	const loaded = await loadLevel(path);
	if (!loaded.ok) return loaded;
	const wrong = [...otherName(loaded), ...missingPlayers(loaded)];
	if (wrong.length > 0) return {sentences: wrong};
	const scripts = scriptsOf(loaded);
	return 'sentences' in scripts ? scripts : {level: loaded.level, scripts: scripts.byPlayer};
}

/** A level that calls itself otherwise than its folder would stand for another in every list. */
function otherName({level, folder}: LevelFolder): readonly string[] {
	const name = path.basename(path.resolve(folder));
	if (level.id === name) return [];
	const file = path.join(folder, 'level.yaml');
	const read = readText(file, LEVEL_LENGTH_MAX);
	const line = read.ok ? read.text.split('\n').findIndex(each => /^id:/.test(each)) : -1;
	const place = `${shownPath(file)}:${String(Math.max(0, line) + 1)}:1`;
	return [`${place}: “${level.id}” is no name for it: expected the name of its folder, “${name}”.`];
}

/** Who has to be there for a level that can be won to be proven. */
function missingPlayers(folder: LevelFolder): readonly string[] {
	if (folder.level.goals === null) return [];
	return NEEDED.flatMap(({player, what, quiet}) => {
		if (quiet && !isQuiet(folder.level)) return [];
		if (scriptOf(folder, player) !== undefined) return [];
		const file = shownPath(path.join(folder.folder, 'players', `${player}.orders`));
		return [`${file}:1:1: it is missing: expected the commands of a player who ${what}.`];
	});
}

const NEEDED = [
	{player: 'textbook', what: 'does what the lesson says, and wins', quiet: false},
	{
		player: 'all-but-the-lesson',
		what: 'does everything right but for the lesson, and loses',
		quiet: false,
	},
	{player: 'reckless', what: 'meddles, and loses', quiet: true},
] as const;

/** Every proving player on every seed of every level; each level is told as soon as it and those before it are known. */
async function prove(
	levels: readonly ToProve[],
	{seeds, way}: {readonly seeds: number; readonly way: Way},
	tell: (level: Level, proof: Proof) => void,
): Promise<void> {
	const byLevel = levels.map(each => trialsOf(each, seeds));
	const jobs = byLevel.flat();
	let words = '';
	const line = progressLine(() => words);
	const owed = sweep(jobs, {
		runner: way.runner,
		results: keptResults(),
		tell: (done, of) => (words = `${String(done)} of ${String(of)} runs`),
	});
	for (const [at, {level}] of levels.entries()) {
		const from = byLevel.slice(0, at).reduce((sum, {length}) => sum + length, 0);
		const own = byLevel[at] ?? [];
		const outcomes = await Promise.all(owed.slice(from, from + own.length));
		line.clear();
		tell(
			level,
			proofOf(
				level,
				own.flatMap((job, index) => trialFrom(job, outcomes[index])),
			),
		);
	}
	line.end();
}

function trialsOf({level, scripts}: ToProve, seeds: number): readonly Job[] {
	const brief = briefOf('proof', {level, scripts});
	const players = PROVING.filter(player => player === 'random' || player in scripts);
	const names = provingSeeds(level, seeds);
	return players.flatMap(player =>
		names.map(seed => {
			const asked: ProofAsked = {player, seed};
			return {key: wordFor(brief.word, asked), brief, asked};
		}),
	);
}

/** A run that breaks whoever does it is a trial as well; one that was not begun is none. */
function trialFrom({asked}: Job, outcome: Outcome | null | undefined): readonly Trial[] {
	if (outcome === null || outcome === undefined) return [];
	if (outcome.ok) return [outcome.answer as Trial];
	const of = asked as ProofAsked;
	return [{...of, won: false, why: '', ticks: 0, harm: 0, unmet: [], met: [], fault: outcome.why}];
}

/** The order files of the players, or what is wrong in them. Nobody needs a file to be silent. */
export function scriptsOf(
	folder: LevelFolder,
):
	| {readonly byPlayer: Readonly<Record<string, PlayerScript>>}
	| {readonly sentences: readonly string[]} {
	const byPlayer: Record<string, PlayerScript> = {silent: {orders: [], rules: []}};
	for (const player of PROVING) {
		const file = scriptOf(folder, player);
		if (file === undefined) continue;
		const script = readScript(file, folder.level, folder.level.seed);
		if ('sentences' in script) return script;
		byPlayer[player] = {orders: script.orders, rules: script.rules};
	}
	return {byPlayer};
}

/** Which clauses of the win kept away who should have won. */
function unmetIn(claims: Proof['claims']): readonly string[] {
	const unmet = claims.flatMap(claim => claim.unmet ?? []);
	return unmet.length === 0
		? []
		: ['', 'Win conditions not met:', ...unmet.map(text => `  ${text}`)];
}

function told({id, title}: Level, {claims, rates, proven}: Proof): string {
	const rows = rates.map(({player, runs, won, harm, minutes}) => [
		player,
		`${String(won)}/${String(runs)}`,
		`${String(Math.round((100 * won) / runs))} %`,
		harm.toFixed(1),
		minutes.toFixed(0),
	]);
	return [
		`${id}  ${title}`,
		'',
		...columns([['player', 'won', 'rate', 'harm', 'minutes'], ...rows]),
		'',
		...columns(claims.map(({what, holds, detail}) => [holds ? 'yes' : 'NO ', what, detail])),
		...unmetIn(claims),
		'',
		proven ? 'Proven.' : 'Not proven.',
	].join('\n');
}
