import path from 'node:path';
import * as z from 'zod/mini';
import {kindOf, makeFolder, readBytes, readJson} from '../saves/disk/index.ts';
import {diskTrouble, shownPath, wordFor, writeOut} from '../saves/index.ts';
import {AXES, chooseSeed, provingSeeds, WORLD} from '../session/index.ts';
import {PROTOCOL} from '../view/protocol/index.ts';
import {ENDINGS, playNight, REQUESTS_MAX, type Night} from './agent-night.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {endOnSignal} from './end-on-signal.ts';
import {evaluationLines, evaluationOf} from './evaluation.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, type LevelFolder} from './level-folder.ts';
import {ownPlaces} from './places.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	agent: {type: 'string'},
	levels: {type: 'string'},
	seeds: {type: 'string'},
	'answer-seconds': {type: 'string'},
	jobs: {type: 'string'},
	results: {type: 'string'},
	json: {type: 'boolean'},
} as const;

const SEEDS_MAX = 1_000;
const JOBS_MAX = 8;
const ANSWER_SECONDS = 60;
const ANSWER_SECONDS_MAX = 600;

type Plan = {
	readonly words: readonly string[];
	readonly nights: readonly {readonly loaded: LevelFolder; readonly seed: string}[];
	readonly answerSeconds: number;
	readonly jobs: number;
	readonly folder: string;
};

/** `evaluate`: plays a program through many nights, and tells how it came out of them. */
export async function evaluateCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const plan = await planOf(parsed.values);
	if ('sentences' in plan) return badInput(...plan.sentences);
	try {
		makeFolder(plan.folder);
	} catch (error) {
		return badInput(`${shownPath(plan.folder)}: ${diskTrouble(error)}.`);
	}
	const stopHeeding = endOnSignal();
	const nights = await playAll(plan);
	stopHeeding();
	if (typeof nights === 'string') return badInput(nights);
	const levels = evaluationOf(nights);
	const under = {world: WORLD, protocol: PROTOCOL, answerSeconds: plan.answerSeconds};
	if (parsed.values.json === true) printJson({agent: plan.words, ...under, levels, nights});
	else print(evaluationLines(levels).join('\n').trimEnd());
	return EXIT.done;
}

type Values = {readonly [Name in Exclude<keyof typeof OPTIONS, 'json'>]?: string | undefined};

async function planOf(values: Values): Promise<Plan | {readonly sentences: readonly string[]}> {
	const {agent = '', levels = '', seeds, jobs, results} = values;
	const words = agent.split(' ').filter(word => word !== '');
	if (words.length === 0) return {sentences: ['--agent expects the program to play with.']};
	if (levels === '') return {sentences: ['--levels expects names of levels, as in L1,L2.']};
	const numbers = [
		wholeIn('--seeds', seeds ?? '10', SEEDS_MAX),
		wholeIn(
			'--answer-seconds',
			values['answer-seconds'] ?? String(ANSWER_SECONDS),
			ANSWER_SECONDS_MAX,
		),
		wholeIn('--jobs', jobs ?? '1', JOBS_MAX),
	];
	const loaded = await Promise.all(levels.split(',').map(loadLevel));
	const wrong = [
		...numbers.flatMap(each => (typeof each === 'string' ? each : [])),
		...loaded.flatMap(each => (each.ok ? [] : each.sentences)),
	];
	if (wrong.length > 0) return {sentences: wrong};
	const [many = 1, answerSeconds = ANSWER_SECONDS, most = 1] = numbers.map(Number);
	const folder = path.resolve(results ?? path.join(ownPlaces().state, 'evaluations'));
	const nights = loaded.flatMap(each => (each.ok ? nightsOf(each, many) : []));
	return {words: words.map(inPlace), nights, answerSeconds, jobs: most, folder};
}

function wholeIn(option: string, typed: string, most: number): number | string {
	const value = Number(typed);
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	return `${option} expects a whole number from 1 to ${String(most)}.`;
}

/** The program starts elsewhere: what names a file here goes on meaning it. */
function inPlace(word: string): string {
	return kindOf(word) === 'file' ? path.resolve(word) : word;
}

/** The seeds that `levels check` proves a level by, as far as they make its story; no night twice. */
function nightsOf(loaded: LevelFolder, many: number): Plan['nights'] {
	const seeds = provingSeeds(loaded.level, many).flatMap(seed => {
		const chosen = chooseSeed(loaded.level, seed);
		return chosen.ok ? chosen.seed : [];
	});
	return [...new Set(seeds)].map(seed => ({loaded, seed}));
}

/** Every night, in the order that was asked for, however many are played at a time; a sentence where one cannot be kept. */
async function playAll(plan: Plan): Promise<readonly Night[] | string> {
	const {nights, jobs} = plan;
	const played: Night[] = [];
	const agent = plan.words.map(word => [word, contentOf(word)]);
	let [next, trouble] = [0, ''];
	async function work(): Promise<void> {
		for (let at = next++; at < nights.length && trouble === ''; at = next++) {
			const night = nights[at];
			if (night === undefined) return;
			const known = await keptOr(plan, agent, night);
			if (typeof known === 'string') trouble = known;
			else played[at] = known;
		}
	}
	await Promise.all(Array.from({length: jobs}, work));
	return trouble === '' ? played : trouble;
}

function contentOf(word: string): string | null {
	const read = path.isAbsolute(word) ? readBytes(word) : undefined;
	return read?.ok === true ? wordFor(read.bytes.toString('base64')) : null;
}

const KEPT = z.strictObject({
	format: z.literal(1),
	of: z.string(),
	night: z.strictObject({
		level: z.string(),
		seed: z.string(),
		ending: z.enum(ENDINGS),
		requests: z.int(),
		won: z.boolean(),
		why: z.string(),
		harm: z.number(),
		commands: z.int(),
		refused: z.int(),
		points: z.partialRecord(z.enum(AXES), z.nullable(z.number())),
		hash: z.string(),
	}),
});

/** A night that was played already under the same conditions is not played again. */
async function keptOr(
	{words, answerSeconds, folder}: Plan,
	agent: unknown,
	{loaded, seed}: Plan['nights'][number],
): Promise<Night | string> {
	const {level} = loaded;
	const of = wordFor(agent, level.hash, seed, WORLD, PROTOCOL, answerSeconds, REQUESTS_MAX);
	const file = path.join(folder, `${level.id}-${of.slice(0, 32)}`);
	const read = readJson(`${file}.json`);
	const kept = read.ok ? KEPT.safeParse(read.value) : undefined;
	if (kept?.success === true && kept.data.of === of) return kept.data.night;
	const {night, journal, said} = await playNight({loaded, seed, words, answerSeconds});
	if (night.ending !== 'finished') {
		complain(`${level.id}, seed ${seed}: ${night.ending}${said === '' ? '' : `: ${said.trim()}`}`);
	}
	const content = JSON.stringify({format: 1, of, night});
	for (const [name, text] of [
		[`${file}.journal.jsonl`, journal],
		[`${file}.json`, `${content}\n`], // Last: it says that all of it is there.
	] as const) {
		const written = writeOut(name, text, {inputs: words});
		if (!written.ok) return `${shownPath(name)}: ${written.why}.`;
	}
	return night;
}
