import {isUtf8} from 'node:buffer';
import fs from 'node:fs';
import {clockOf, seedFault, wordsLike, type Level} from '../level/index.ts';
import {createJournalFile, diskTrouble} from '../saves/index.ts';
import {
	chooseSeed,
	NO_ORDERS,
	open,
	parseOrderFile,
	PLAYERS,
	playerSource,
	scriptSource,
	type PlayerScript,
	type RunResult,
	type Changes,
	type ChosenSeed,
} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {CHANGE_OPTIONS, type ChangeValues} from './change-options.ts';
import {changesOf} from './changes.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, playersOf, scriptOf} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {report} from './report.ts';
import {complain, didYouMean, print} from './terminal-text.ts';

const OPTIONS = {
	seed: {type: 'string'},
	'seed-as-is': {type: 'boolean'},
	orders: {type: 'string'},
	player: {type: 'string'},
	...CHANGE_OPTIONS,
	until: {type: 'string'},
	saves: {type: 'string'},
	json: {type: 'boolean'},
	expect: {type: 'string'},
} as const;

/** What a headless run was asked to do, checked before anything runs. */
type Plan = {
	readonly level: Level;
	readonly seed: string;
	readonly changes: Changes;
	readonly script: PlayerScript;
	readonly until: number;
};

/** `run LEVEL`: a whole run without a screen. */
export function runCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['LEVEL'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {seed, 'seed-as-is': asIs, orders, player, until, saves, json, expect} = parsed.values;
	if (orders !== undefined && player !== undefined) {
		return badInput('A run has --orders or --player, not both.');
	}
	if (expect !== undefined && expect !== 'won' && expect !== 'lost') {
		return badInput(`--expect is won or lost, not “${expect.slice(0, 40)}”.`);
	}
	const loaded = loadLevel(parsed.positionals[0] ?? '');
	if (!loaded.ok) return badInput(...loaded.sentences);
	const scriptFile = player === undefined ? orders : scriptOf(loaded, player);
	const policy = player === undefined ? undefined : PLAYERS[player];
	if (player !== undefined && scriptFile === undefined && policy === undefined) {
		const known = playersOf(loaded);
		return badInput(
			`There is no player “${player.slice(0, 60)}” for ${loaded.level.id}.${didYouMean(wordsLike(player, known)) || ` There are: ${known.join(', ')}.`}`,
		);
	}
	const plan = planOf(loaded.level, {
		...{seed, asIs: asIs === true, orders: scriptFile},
		...{changes: parsed.values, until},
	});
	if (!('level' in plan)) return badInput(...plan.sentences);
	const journal = journalOf(saves, plan);
	if (!journal.ok) return badInput(journal.message);
	const session = open(plan.level, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
		seed: plan.seed,
		...plan.changes,
		observed: policy !== undefined || plan.script.rules.length > 0,
		onLine: journal.write,
	});
	session.note('operator', {about: 'program', text: `run: ${player ?? 'a script of orders'}`});
	const source =
		policy === undefined
			? scriptSource(player ?? 'operator', plan.script)
			: playerSource(policy(plan.seed));
	session.follow(source, plan.until);
	const lost = journal.close();
	const result = session.result();
	print(json === true ? JSON.stringify(result, null, '\t') : report(result));
	if (lost) return EXIT.badInput;
	return cameAs(expect, result) ? EXIT.done : EXIT.no;
}

/** Whether the run came out as it was asked to; a run that goes on has come out as nothing. */
function cameAs(expected: 'won' | 'lost' | undefined, {ended}: RunResult): boolean {
	if (expected === undefined) return true;
	const came = ended === null ? 'unfinished' : ended.won ? 'won' : 'lost';
	if (came !== expected) complain(`The run was to be ${expected}, and is ${came}.`);
	return came === expected;
}

function planOf(
	level: Level,
	asked: {
		seed: string | undefined;
		/** For research: also a seed that does not make the level's story. */
		asIs: boolean;
		orders: string | undefined;
		changes: ChangeValues;
		until: string | undefined;
	},
): Plan | {readonly sentences: readonly string[]} {
	const wrongSeed = seedFault(asked.seed ?? level.seed);
	if (wrongSeed !== undefined) return {sentences: [wrongSeed]};
	const changes = changesOf(level, asked.changes);
	if ('sentences' in changes) return changes;
	const chosen = asked.asIs ? asIs(level, asked.seed) : chooseSeed(level, asked.seed);
	if (!chosen.ok) return {sentences: [chosen.message]};
	if (chosen.said !== '') complain(chosen.said);
	const {seed} = chosen;
	const until = untilOf(level, seed, asked.until);
	if (typeof until === 'string') return {sentences: [until]};
	const read = asked.orders === undefined ? NO_ORDERS : readScript(asked.orders, level, seed);
	if ('sentences' in read) return read;
	return {level, seed, changes, until, script: read};
}

function asIs({seed}: Level, asked: string | undefined): ChosenSeed {
	return {ok: true, seed: asked ?? seed, said: ''};
}

function untilOf(level: Level, seed: string, text: string | undefined): number | string {
	if (text === undefined) return level.limit;
	const clock = clockOf(level, seed);
	const at = clock.tickOf(text);
	if (at === undefined) return `--until expects HH:MM in PDT, not “${text.slice(0, 40)}”.`;
	if (at <= level.limit) return at;
	const [from, to] = [0, level.limit].map(clock.at);
	return `--until lies between ${String(from)} and ${String(to)} PDT.`;
}

/** An order file, or what is wrong with it and on which lines. */
export function readScript(
	file: string,
	level: Level,
	seed: string,
): PlayerScript | {readonly sentences: readonly string[]} {
	const name = file === '-' ? 'standard input' : file;
	let bytes: Buffer;
	try {
		bytes = fs.readFileSync(file === '-' ? 0 : file);
	} catch (error) {
		return {sentences: [`${name}: it cannot be read: ${diskTrouble(error)}.`]};
	}
	if (!isUtf8(bytes)) return {sentences: [`${name}: it is not UTF-8 text.`]};
	const parsed = parseOrderFile(bytes.toString('utf8'), level, seed);
	if (parsed.ok) return parsed;
	return {
		sentences: parsed.problems.map(
			({line, message, suggestions}) =>
				`${name}:${String(line)}: ${message}${didYouMean(suggestions)}`,
		),
	};
}

type RunJournal =
	| {readonly ok: false; readonly message: string}
	| {
			readonly ok: true;
			readonly write: ((line: string) => void) | undefined;
			readonly close: () => boolean;
	  };

/** A headless run keeps a journal where one was asked for. */
function journalOf(folder: string | undefined, {level, seed}: Plan): RunJournal {
	if (folder === undefined) return {ok: true, write: undefined, close: () => false};
	try {
		const file = createJournalFile(
			folder,
			{level: level.id, seed, startedAt: new Date()},
			{onTrouble: complain, now: () => performance.now()},
		);
		return {ok: true, write: file.write, close: () => file.close().length > 0};
	} catch (error) {
		return {
			ok: false,
			message: `${folder}: no journal can be written there: ${diskTrouble(error)}.`,
		};
	}
}
