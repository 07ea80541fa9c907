import path from 'node:path';
import {clockOf} from '../level/index.ts';
import {livedToCompare, whyOther} from '../play/runs/index.ts';
import {
	fileOfRun,
	isStandardOutput,
	openOut,
	readRun,
	shownPath,
	shownRun,
} from '../saves/index.ts';
import {compareRuns, type Journal, type RunToCompare} from '../session/index.ts';
import {comparisonPage, comparisonText} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {teamOf} from './debrief-of.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf, type LevelFolder} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {ownPlaces} from './places.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	json: {type: 'boolean'},
	html: {type: 'string'},
	level: {type: 'string'},
} as const;

/** Side by side there is room for so many. */
const FILES = ['A', 'B', 'C', 'D', 'E', 'F'];

type Wrong = {readonly sentences: readonly string[]};

/** `compare A B ...`: runs of one level and seed side by side, of teams or of one person each. */
export async function compareCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {
		positionals: FILES,
		optional: FILES.length - 2,
	});
	if (!parsed.ok) return badInput(parsed.message);
	const {json, html, level: name} = parsed.values;
	if (json === true && html !== undefined && isStandardOutput(html)) {
		return badInput('Standard output takes --json or --html, not both.');
	}
	const read = readAll(parsed.positionals);
	if ('sentences' in read) return badInput(...read.sentences);
	const [first] = read.files;
	if (first === undefined) return badInput('A is missing.');
	const loaded = await levelOf(first.journal, name);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const inputs = read.files.flatMap(({file}) => fileOfRun(file));
	const page = html === undefined ? undefined : openOut(html, {inputs});
	if (page?.ok === false) return badInput(`${shownPath(html ?? '')}: ${page.why}.`);
	const lived = liveAll(read.files, loaded);
	if ('sentences' in lived) return badInput(...lived.sentences);
	const {seed} = first.journal.begin;
	const head = `${loaded.level.title}, seed ${seed}`;
	const night = clockOf(loaded.level, seed);
	const clock = (at: number) => night.at(at).slice(0, 5);
	const comparison = compareRuns(named(lived.runs));
	if (json === true) printJson(comparison);
	if (html !== undefined && page !== undefined) {
		const written = page.write(comparisonPage(comparison, head, clock));
		if (!written.ok) return badInput(`${shownPath(html)}: ${written.why}.`);
		if (!isStandardOutput(html)) complain(`The comparison is in ${shownPath(html)}.`);
	}
	if (json !== true && html === undefined) print(comparisonText(comparison, head, clock));
	return EXIT.done;
}

type File = {readonly file: string; readonly journal: Journal};

/** All of them, where they are of one night and one fog: others cannot be compared. */
function readAll(files: readonly string[]): {readonly files: readonly File[]} | Wrong {
	const read: File[] = [];
	for (const file of files) {
		const run = readRun(file);
		if (!run.ok) return {sentences: [run.message]};
		if (run.lack !== undefined) complain(run.lack);
		const {journal} = run;
		const fault = read[0] === undefined ? undefined : whyOther(journal, read[0].journal);
		if (fault !== undefined) return {sentences: [`${shownRun(file)}: ${fault}`]};
		read.push({file, journal});
	}
	return {files: read};
}

function liveAll(
	files: readonly File[],
	loaded: LevelFolder,
): {readonly runs: readonly RunToCompare[]} | Wrong {
	const versions = {game: versionOf(packageRoot()), node: nodeMajor()};
	const runs: RunToCompare[] = [];
	for (const {file, journal} of files) {
		const lived = livedToCompare(journal, loaded, versions);
		if (!lived.ok) return {sentences: [`${shownRun(file)}: ${lived.problem.message}`]};
		const team = teamOf(loaded, journal, {file, state: ownPlaces().state});
		if ('sentences' in team) return team;
		const {result, score} = lived;
		runs.push({name: path.basename(file).replace(ENDINGS, ''), result, score, team: team.told});
	}
	return {runs};
}

const ENDINGS = /(?:\.journal)?\.jsonl$/u;
const NAME_LENGTH = 20;

/** What runs are called at the head of their columns: by place and file; of long names that begin alike, by where they part. */
function named(runs: readonly RunToCompare[]): readonly RunToCompare[] {
	const [first = '', ...others] = runs.map(({name}) => name);
	const alike = Math.min(...others.map(other => likeness(first, other)));
	return runs.map((run, index) => {
		const {name} = run;
		const from = name.length > NAME_LENGTH ? Math.min(alike, name.length - NAME_LENGTH + 1) : 0;
		const cut = from === 0 ? name : `…${name.slice(from)}`;
		return {...run, name: `${FILES[index] ?? ''} ${cut.slice(0, NAME_LENGTH)}`};
	});
}

/** In how many letters two words begin alike. */
function likeness(one: string, other: string): number {
	const parts = Array.from(one).findIndex((letter, at) => letter !== other[at]);
	return parts === -1 ? one.length : parts;
}
