import {clockOf, seedFault, wordsLike, type Level} from '../level/index.ts';
import {changesOf} from '../play/runs/index.ts';
import {beginRun, type JournalFile} from '../saves/index.ts';
import {
	chooseSeed,
	NO_ORDERS,
	open,
	PLAYERS,
	playerSource,
	scriptSource,
	TIME_ZONES,
	timeMeant,
	type RunResult,
	type Changes,
	type ChosenSeed,
	type JournalledSession,
	type PlayerScript,
	type TimeZone,
} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {CHANGE_OPTIONS, type ChangeValues} from './change-options.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {keepName} from './keep-name.ts';
import {loadLevel} from './level-folder.ts';
import {playersOf} from './level-players.ts';
import {scriptOf} from './level-script.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {readScript} from './order-file.ts';
import {report} from './report.ts';
import {complain, didYouMean, print, printJson} from './terminal-text.ts';
import {WHO_OPTIONS, whoPlays} from './who-plays.ts';

const OPTIONS = {
	seed: {type: 'string'},
	'seed-as-is': {type: 'boolean'},
	orders: {type: 'string'},
	tz: {type: 'string'},
	player: {type: 'string'},
	...CHANGE_OPTIONS,
	until: {type: 'string'},
	saves: {type: 'string'},
	json: {type: 'boolean'},
	...WHO_OPTIONS,
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
export async function runCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['LEVEL'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const {seed, 'seed-as-is': asIs, orders, tz, player, until, saves, json, expect} = parsed.values;
	if (orders !== undefined && player !== undefined) {
		return badInput('A run takes --orders or --player, not both.');
	}
	const named = whoPlays(parsed.values);
	if ('message' in named) return badInput(named.message);
	if (parsed.values.as !== undefined && saves === undefined) {
		return badInput('--as stands beside a journal: it needs --saves DIR.');
	}
	if (expect !== undefined && expect !== 'won' && expect !== 'lost') {
		return badInput(`--expect is won or lost, not “${expect.slice(0, 40)}”.`);
	}
	const zone = tz === undefined ? null : TIME_ZONES.find(each => each === tz.toUpperCase());
	if (zone === undefined) {
		return badInput(`--tz is ${TIME_ZONES.join(' or ')}, not “${(tz ?? '').slice(0, 40)}”.`);
	}
	const loaded = await loadLevel(parsed.positionals[0] ?? '');
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
		...{seed, asIs: asIs === true, orders: scriptFile, zone},
		...{changes: parsed.values, until},
	});
	if (!('level' in plan)) return badInput(...plan.sentences);
	const begun = begin(plan, saves, policy !== undefined || plan.script.rules.length > 0);
	if (!begun.ok) return badInput(begun.message);
	const {session, file} = begun;
	const nameless = file === undefined ? undefined : keepName(file.path, named.who);
	if (nameless !== undefined) complain(nameless);
	session.note('operator', {about: 'program', text: `run: ${player ?? 'a script of commands'}`});
	const source =
		policy === undefined
			? scriptSource(player ?? 'operator', plan.script)
			: playerSource(policy(plan.seed));
	session.follow(source, plan.until);
	const lost = file?.close();
	if (lost !== undefined) complain(lost);
	const result = session.result();
	tellLate(plan, result);
	if (json === true) printJson(result);
	else print(report(result));
	if (lost !== undefined) return EXIT.badInput;
	return cameAs(expect, result) ? EXIT.done : EXIT.no;
}

/** Orders whose time came when the run was over: whoever wrote them has to hear of it. */
function tellLate({level, seed, script}: Plan, {ticks, ended}: RunResult): void {
	const clock = clockOf(level, seed);
	if (ended === null) return;
	for (const {at, words} of script.orders.filter(each => each.at > ticks)) {
		complain(`Not given, as the run ended at ${ended.at}: ${clock.at(at)} PDT ${words}`);
	}
}

/** Whether the run came out as it was asked to; a run that goes on has come out as nothing. */
function cameAs(expected: 'won' | 'lost' | undefined, {ended}: RunResult): boolean {
	if (expected === undefined) return true;
	const came = ended === null ? 'unfinished' : ended.won ? 'won' : 'lost';
	if (came !== expected) complain(`Expected ${expected}, got ${came}.`);
	return came === expected;
}

function planOf(
	level: Level,
	asked: {
		seed: string | undefined;
		/** For research: also a seed that does not make the level's story. */
		asIs: boolean;
		orders: string | undefined;
		zone: TimeZone | null;
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
	const read =
		asked.orders === undefined ? NO_ORDERS : readScript(asked.orders, level, seed, asked.zone);
	if ('sentences' in read) return read;
	return {level, seed, changes, until, script: read};
}

function asIs({seed}: Level, asked: string | undefined): ChosenSeed {
	return {ok: true, seed: asked ?? seed, said: ''};
}

function untilOf(level: Level, seed: string, text: string | undefined): number | string {
	if (text === undefined) return level.limit;
	const clock = clockOf(level, seed);
	const at = clock.tickOf(timeMeant(text) ?? '');
	if (at === undefined)
		return `--until expects HH:MM in PDT or HH:MM UTC, not “${text.slice(0, 40)}”.`;
	if (at <= level.limit) return at;
	const [from, to] = [0, level.limit].map(clock.at);
	return `--until lies between ${String(from)} and ${String(to)} PDT.`;
}

type Begun =
	| {readonly ok: false; readonly message: string}
	| {readonly ok: true; readonly session: JournalledSession; readonly file?: JournalFile};

/** A headless run keeps a journal where one was asked for. */
function begin({level, seed, changes}: Plan, folder: string | undefined, observed: boolean): Begun {
	const live = (onLine?: (line: string) => void) => {
		const versions = {game: versionOf(packageRoot()), node: nodeMajor()};
		const session = open(level, {...versions, seed, ...changes, observed, onLine});
		return {ok: true, session} as const;
	};
	if (folder === undefined) return live();
	const run = {level: level.id, seed, startedAt: new Date()};
	return beginRun(folder, run, live, {onTrouble: complain});
}
