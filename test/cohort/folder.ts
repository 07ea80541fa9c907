import fs from 'node:fs';
import path from 'node:path';
import type {Level} from '../../src/level/index.ts';
import {noteWho} from '../../src/saves/index.ts';
import {open, parseOrderFile, scriptSource} from '../../src/session/index.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {ROOT} from '../support/tree.ts';

/** How somebody plays, made of a scripted player of the level. */
const WAYS = {
	well: (textbook: string) => textbook,
	/** Repairs as well as anybody, and tells nobody. */
	silently: (textbook: string) => textbook.replaceAll(/^.*\bpost\b.*$/gmu, ''),
	/** Gives the same commands twelve minutes later each. */
	late: (textbook: string) =>
		textbook.replaceAll(/\+(\d\d):/gu, (_, minutes) => `+${String(Number(minutes) + 12)}:`),
	/** As well as anybody, with the wrong hypothesis. */
	guessing: (textbook: string) => textbook,
	/** The same, and comes to the right one before anything was looked at. */
	stumbling: (textbook: string) => textbook,
} as const;

const WRONG = ['border-network', 'lambda', 'dwfm', 'attack'] as const;
/** Hypotheses of those who note some, a little after the fault and before they give a command. */
const SUSPECTED: Partial<Record<Way, readonly string[]>> = {
	guessing: WRONG,
	stumbling: [...WRONG, 'dns-records'],
};
const SUSPECTED_AT = 1_805;
const SURE = 90;

/** Helplessly: everything but the lesson of the level. */
export type Way = keyof typeof WAYS | 'helplessly';

const LEVEL = 'one-empty-answer';

/** The journal of a night in which somebody played like that: as a person's, since it stands for one. */
function journalOf(level: Level, way: Way): string {
	const folder = path.join(ROOT, 'levels', level.id, 'players');
	const file = way === 'helplessly' ? 'all-but-the-lesson.orders' : 'textbook.orders';
	const text = fs.readFileSync(path.join(folder, file), 'utf8');
	const script = way === 'helplessly' ? text : WAYS[way](text);
	const parsed = parseOrderFile(script, level, level.seed);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const lines: string[] = [];
	const session = open(level, {game: 'test', node: 20, onLine: line => lines.push(line)});
	const source = scriptSource('you', {orders: parsed.orders, rules: parsed.rules});
	session.follow(source, SUSPECTED_AT);
	for (const suspect of SUSPECTED[way] ?? []) {
		session.note('you', {about: 'hypothesis', suspect, confidence: SURE, unless: ''});
	}
	session.follow(source, level.limit);
	return lines.map(line => `${line}\n`).join('');
}

export type Player = {
	readonly name: string;
	readonly team: string;
	/** How they play each of their runs, first to last. */
	readonly ways: readonly Way[];
};

/** Writes a folder of saves: the runs of each, one a day. */
export function writeCohort(folder: string, players: readonly Player[]): void {
	const level = levelNamed(LEVEL);
	const journals = new Map<Way, string>();
	fs.mkdirSync(folder, {recursive: true});
	for (const [person, {name, team, ways}] of players.entries()) {
		for (const [run, way] of ways.entries()) {
			const text = journals.get(way) ?? journalOf(level, way);
			journals.set(way, text);
			const began = new Date(Date.UTC(2026, 8, 1 + run, 9, person)).toISOString().slice(0, 19);
			const time = began.replaceAll(/[-:]/gu, '');
			const file = path.join(folder, `${LEVEL}-${time}-${level.seed}.journal.jsonl`);
			fs.writeFileSync(file, text);
			const trouble = noteWho(file, {name, team, began: `${began}Z`});
			if (trouble !== undefined) throw new Error(trouble);
		}
	}
}

/** As many people as there are, with as many runs in all; how well each plays goes by their place. */
export function players(many: number, runs: number): readonly Player[] {
	const kinds: readonly Way[] = ['well', 'late', 'silently', 'helplessly'];
	return Array.from({length: many}, (_, at) => {
		const own = Math.floor(runs / many) + (at < runs % many ? 1 : 0);
		const way = kinds[at % kinds.length] ?? 'well';
		// Every fifth has learned it: their first runs were helpless, their latest are not.
		const learned = at % 5 === 4;
		const early = learned ? Math.max(0, own - 5) : 0;
		return {
			name: `${learned ? 'Learner' : 'Player'} ${String(at + 1).padStart(2, '0')}`,
			team: ['Blue', 'Green', 'Red'][at % 3] ?? '',
			ways: Array.from({length: own}, (_, run) => (run < early ? 'helplessly' : way)),
		};
	});
}
