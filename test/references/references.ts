import {withFormerMetrics, type Level} from '../../src/level/index.ts';
import {
	distributionRow,
	open,
	parseJournal,
	PLAYERS,
	playerSource,
	scriptSource,
	questionsOf,
	scoreJournal,
	storySeed,
	type Distribution,
	type Expert,
	type Journal,
	type PlayerScript,
} from '../../src/session/index.ts';
import {WORLD} from '../../src/sim/index.ts';
import {assert, hash} from '../../src/sim/kernel/index.ts';
import {gameVersion} from '../golden/golden.ts';
import {scriptsOf} from '../levels/own-levels.ts';

/** One of those who stand for all that may play a level. */
type Participant = {
	readonly name: string;
	readonly script: PlayerScript | null;
};

const TEXTBOOK = 'textbook';
/** People who know what to do do it at once, or after so many minutes. */
const LATE_MINUTES = [3, 10, 30];
const SEEDS = ['a', 'b'];
const PACE = {game: gameVersion(), node: 20};

/** How everybody fares on a level: every script it has, its textbook given late, and one without a plan. */
export function referenceOf(level: Level): Distribution {
	const scripts = scriptsOf(level);
	const textbook = scripts[TEXTBOOK];
	assert(textbook !== undefined, `${level.id} has a textbook player`);
	const players: readonly Participant[] = [
		...Object.keys(scripts).map(name => ({name, script: scripts[name] ?? null})),
		...LATE_MINUTES.map(minutes => ({
			name: `${TEXTBOOK}, ${String(minutes)} minutes late`,
			script: late(textbook, 60 * minutes),
		})),
		{name: 'random', script: null},
	];
	const seeds = [level.seed, ...SEEDS].map(seed => storySeed(level, seed) ?? level.seed);
	const expert = {name: TEXTBOOK, script: textbook};
	const runs = [...new Set(seeds)].flatMap(seed =>
		players.map(player => rowOf(level, player, seed, expert)),
	);
	return {
		levelHash: level.hash,
		questions: questionsOf(level),
		players: playersOf(level),
		world: WORLD,
		runs,
	};
}

/** Names the scripts of a level. */
export function playersOf(level: Level): string {
	return hash(withFormerMetrics(scriptsOf(level)));
}

/** One run a line, so that a change can be read. */
export function textOf({runs, ...names}: Distribution): string {
	const rows = runs.map(run => `\t\t${JSON.stringify(run)}`).join(',\n');
	const head = Object.entries(names)
		.map(([name, value]) => `\t${JSON.stringify(name)}: ${JSON.stringify(value)}`)
		.join(',\n');
	return `{\n${head},\n\t"runs": [\n${rows}\n\t]\n}\n`;
}

function rowOf(level: Level, player: Participant, seed: string, expert: Expert) {
	const scored = scoreJournal(level, journalOf(level, player, seed), expert, PACE);
	assert(scored.ok, `${player.name} on ${level.id} comes out as it did`);
	return distributionRow(player.name, scored.score);
}

function journalOf(level: Level, {name, script}: Participant, seed: string): Journal {
	const lines: string[] = [];
	const session = open(level, {
		...PACE,
		seed,
		observed: script === null || script.rules.length > 0,
		markEverySeconds: 3_600,
		onLine: line => lines.push(line),
	});
	const source =
		script === null ? playerSource(PLAYERS['random']!(seed)) : scriptSource(name, script);
	session.follow(source, level.limit);
	const parsed = parseJournal(`${lines.join('\n')}\n`);
	assert(parsed.ok, 'what was just written can be read');
	return parsed.journal;
}

/** The same orders, each so much later. */
function late({orders, rules}: PlayerScript, seconds: number): PlayerScript {
	return {
		orders: orders.map(order => ({...order, at: order.at + seconds})),
		rules: rules.map(rule => ({
			...rule,
			orders: rule.orders.map(each => ({...each, after: each.after + seconds})),
		})),
	};
}
