import fs from 'node:fs';
import {isDeepStrictEqual} from 'node:util';
import type {Level} from '../../src/level/index.ts';
import {
	open,
	parseJournal,
	PLAYERS,
	NO_ORDERS,
	playerSource,
	scriptSource,
	type PlayerScript,
	type RunResult,
} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {levelNamed, ownLevels, scriptsOf} from '../levels/own-levels.ts';

const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('saves/golden/', ROOT);
const JOURNAL = '.journal.jsonl';

/** Players that act on what they see, and the night that we promise them. */
const POLICIES: Readonly<Record<string, readonly string[]>> = {
	'october-20': ['reference-operator'],
};

/** Marks ten minutes apart keep a whole night in some sixty kilobytes. */
const MARK_EVERY_SECONDS = 600;

/** A run that we promise to keep replaying: a level's default seed, played by one of its scripted players. */
export type Golden = {
	readonly level: Level;
	readonly player: string;
	/** Its orders; null where it acts on what it sees. */
	readonly script: PlayerScript | null;
};

/** Every one that there should be: of each level, each of its players. */
export function goldenRuns(): readonly Golden[] {
	return ownLevels().flatMap(level => {
		const scripts = scriptsOf(level);
		return [
			...Object.keys(scripts).map(player => ({level, player, script: scripts[player] ?? null})),
			...(POLICIES[level.id] ?? []).map(player => ({level, player, script: null})),
		];
	});
}

export function goldenNamed(level: string, player: string): Golden {
	const run = goldenRuns().find(each => each.level.id === level && each.player === player);
	assert(run !== undefined, `${player} plays ${level}`);
	return run;
}

/** Journals that are there, as `level/player`. */
export function goldenKept(): readonly string[] {
	return fs.readdirSync(FOLDER).flatMap(level =>
		fs
			.readdirSync(new URL(`${level}/`, FOLDER))
			.filter(name => name.endsWith(JOURNAL))
			.map(name => `${level}/${name.slice(0, -JOURNAL.length)}`),
	);
}

export function nameOf({level, player}: Golden): string {
	return `${level.id}/${player}`;
}

export function goldenFile(run: Golden): URL {
	return new URL(nameOf(run) + JOURNAL, FOLDER);
}

/** The text of the journal, or undefined where nobody has recorded it. */
export function goldenText(run: Golden): string | undefined {
	const file = goldenFile(run);
	return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** October 20: the level whose night most tests live. */
export function goldenLevel(): Level {
	return levelNamed('october-20');
}

export function gameVersion(): string {
	const manifest = JSON.parse(fs.readFileSync(new URL('package.json', ROOT), 'utf8')) as {
		version: string;
	};
	return manifest.version;
}

/** Whether two journals tell the same run until some second, whichever version of the game wrote them. */
export function tellTheSame(one: string, other: string | undefined, until = Infinity): boolean {
	return other !== undefined && isDeepStrictEqual(toldIn(one, until), toldIn(other, until));
}

function toldIn(text: string, until: number) {
	const parsed = parseJournal(text);
	if (!parsed.ok) return parsed.problem;
	const {begin, lines} = parsed.journal;
	const told = lines.filter(({line}) => line.at < until);
	return {...begin, game: '', format: 0, lines: told};
}

/** Plays a golden run from its script or policy, to its end or some second, and returns its journal. */
export function record(
	{level, player, script}: Golden,
	until = level.limit,
): {
	readonly journal: string;
	readonly result: RunResult;
} {
	const lines: string[] = [];
	const policy = script === null ? PLAYERS[player] : undefined;
	const session = open(level, {
		game: gameVersion(),
		node: 20,
		observed: policy !== undefined || (script?.rules.length ?? 0) > 0,
		markEverySeconds: MARK_EVERY_SECONDS,
		onLine: line => {
			lines.push(line);
		},
	});
	session.note(player, {about: 'program', text: `scripted player ${player}`});
	const source =
		policy === undefined
			? scriptSource(player, script ?? NO_ORDERS)
			: playerSource(policy(level.seed));
	session.follow(source, until);
	return {journal: `${lines.join('\n')}\n`, result: session.result()};
}
