import path from 'node:path';
import * as z from 'zod/mini';
import {inPlace, sweep, type Job, type Results} from '../jobs/index.ts';
import {DiskRefuses, kindOf, makeFolder, readBytes, readJson} from '../saves/disk/index.ts';
import {diskTrouble, shownPath, wordFor, writeOut} from '../saves/index.ts';
import {AXES, chooseSeed, provingSeeds, WORLD} from '../session/index.ts';
import {PROTOCOL} from '../view/protocol/index.ts';
import {ENDINGS, playNight, REQUESTS_MAX, type Night, type NightOf} from './agent-night.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {endOnSignal} from './end-on-signal.ts';
import {evaluationLines, evaluationOf} from './evaluation.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, type LevelFolder} from './level-folder.ts';
import {ownPlaces} from './places.ts';
import {progressLine} from './sweeps.ts';
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
	return {words: words.map(asFromHere), nights, answerSeconds, jobs: most, folder};
}

function wholeIn(option: string, typed: string, most: number): number | string {
	const value = Number(typed);
	if (Number.isInteger(value) && value >= 1 && value <= most) return value;
	return `${option} expects a whole number from 1 to ${String(most)}.`;
}

/** The program starts elsewhere: what names a file here goes on meaning it. */
function asFromHere(word: string): string {
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
	const agent = plan.words.map(word => [word, contentOf(word)]);
	const jobs = plan.nights.map(({loaded, seed}): NightJob => {
		const {level} = loaded;
		const {words, answerSeconds} = plan;
		const key = wordFor(agent, level.hash, seed, WORLD, PROTOCOL, answerSeconds, REQUESTS_MAX);
		const asked: NightOf = {loaded, seed, words, answerSeconds};
		return {key, brief: {kind: 'night', word: level.id, data: null}, asked};
	});
	let told = '';
	const line = progressLine(() => told);
	try {
		const owed = sweep(jobs, {
			runner: inPlace({night: () => playNight}, plan.jobs),
			results: nightsIn(plan),
			tell: (done, of) => (told = `${String(done)} of ${String(of)} nights`),
		});
		const outcomes = await Promise.all(owed);
		return outcomes.flatMap(each => (each?.ok === true ? (each.answer as Played).night : []));
	} catch (error) {
		if (error instanceof DiskRefuses) return error.message;
		throw error;
	} finally {
		line.end();
	}
}

type NightJob = Job & {readonly asked: NightOf};
type Played = Awaited<ReturnType<typeof playNight>>;

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

/** Nights in a folder that others read too: each with its journal beside it. */
function nightsIn({words, folder}: Plan): Results {
	const fileOf = ({key, brief}: Job) => path.join(folder, `${brief.word}-${key.slice(0, 32)}`);
	return {
		read(job) {
			const read = readJson(`${fileOf(job)}.json`);
			const kept = read.ok ? KEPT.safeParse(read.value) : undefined;
			return kept?.success === true && kept.data.of === job.key ? kept.data : undefined;
		},
		write(job, answer) {
			const {night, journal, said} = answer as Played;
			if (night.ending !== 'finished') {
				const why = said === '' ? '' : `: ${said.trim()}`;
				complain(`${night.level}, seed ${night.seed}: ${night.ending}${why}`);
			}
			const content = JSON.stringify({format: 1, of: job.key, night});
			for (const [name, text] of [
				[`${fileOf(job)}.journal.jsonl`, journal],
				[`${fileOf(job)}.json`, `${content}\n`], // Last: it says that all of it is there.
			] as const) {
				const written = writeOut(name, text, {inputs: words});
				if (!written.ok) throw new DiskRefuses(`${shownPath(name)}: ${written.why}.`);
			}
		},
	};
}
