import type {Level} from '../level/index.ts';
import {proofOf, PROVING, provingSeeds, type PlayerScript, type Proof} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, scriptOf, type LevelFolder} from './level-folder.ts';
import {ownLevels} from './levels-folder.ts';
import {tryOnAllCores} from './proof-crew.ts';
import {readScript} from './run.ts';
import {columns, print} from './terminal-text.ts';

const OPTIONS = {seeds: {type: 'string'}, json: {type: 'boolean'}} as const;
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
	const read = (path === undefined ? ownLevels() : [path]).map(readToProve);
	const wrong = read.flatMap(each => ('sentences' in each ? each.sentences : []));
	if (wrong.length > 0) return badInput(...wrong);
	const proofs: (Proof & {readonly level: string})[] = [];
	for (const each of read) {
		if ('sentences' in each) continue;
		const proof = await prove(each.level, each.byPlayer, seeds);
		proofs.push({level: each.level.id, ...proof});
		if (parsed.values.json !== true) print(told(each.level, proof));
	}
	if (parsed.values.json === true) {
		print(JSON.stringify(path === undefined ? proofs : proofs[0], null, '\t'));
	}
	return proofs.every(({proven}) => proven) ? EXIT.done : EXIT.no;
}

type ToProve =
	| {readonly level: Level; readonly byPlayer: Readonly<Record<string, PlayerScript>>}
	| {readonly sentences: readonly string[]};

/** A level and its players' scripts, or everything that is wrong in any of them. */
function readToProve(path: string): ToProve {
	const loaded = loadLevel(path);
	if (!loaded.ok) return loaded;
	const scripts = scriptsOf(loaded);
	return 'sentences' in scripts ? scripts : {level: loaded.level, byPlayer: scripts.byPlayer};
}

/** Every proving player on every seed. */
export async function prove(
	level: Level,
	scripts: Readonly<Record<string, PlayerScript>>,
	seeds: number,
): Promise<Proof> {
	const players = PROVING.filter(player => player === 'random' || player in scripts);
	const names = provingSeeds(level, seeds);
	const jobs = players.flatMap(player => names.map(seed => ({player, seed})));
	const trials = await tryOnAllCores({task: 'proof', level, scripts}, jobs);
	return proofOf(level, trials);
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
		'',
		proven ? 'Proven.' : 'Not proven.',
	].join('\n');
}
