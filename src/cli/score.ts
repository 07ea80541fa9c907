import fs from 'node:fs';
import path from 'node:path';
import {clockAt, type Level} from '../level/index.ts';
import {readJournal} from '../saves/index.ts';
import {
	readDistribution,
	scoreJournal,
	standingOf,
	type Distribution,
	type Journal,
	type Score,
} from '../session/index.ts';
import {scoreLines, shareLines} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, type LevelFolder} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {expertOf} from './expert.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {
	json: {type: 'boolean'},
	card: {type: 'boolean'},
	level: {type: 'string'},
} as const;

/** `score FILE`: lives a journal again and says how it stands; a score is never read from a file. */
export function scoreCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {json, card, level: name} = parsed.values;
	const read = readJournal(file);
	if (!read.ok) return badInput(read.message);
	const {journal} = read;
	const loaded = loadLevel(name ?? journal.begin.level);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const scored = scoredAgain(journal, loaded);
	if (!scored.ok) {
		const sentence = `${file}: ${scored.sentence}`;
		if (scored.badInput) return badInput(sentence);
		complain(sentence);
		return EXIT.no;
	}
	const {score, standing} = scored;
	const {level} = loaded;
	if (journal.cutAt !== null) {
		complain(
			`${file}: its line ${String(journal.cutAt)} was cut off; the lines before it are scored.`,
		);
	}
	if (json === true) print(JSON.stringify({...score, standing}, null, '\t'));
	else if (card === true) print(shareLines(score, level.title).join('\n'));
	else print(spokenScore(scored, level).join('\n'));
	return EXIT.done;
}

/** How a run on disk stands, as lines to read in place; where it has no score, why not. */
export function scorePage(
	file: string,
	loaded: LevelFolder,
	worded = scoreLines,
): readonly string[] {
	const read = readJournal(file);
	if (!read.ok) return [read.message];
	const scored = scoredAgain(read.journal, loaded);
	return scored.ok ? spokenScore(scored, loaded.level, worded) : [scored.sentence];
}

type Scored = {
	readonly ok: true;
	readonly score: Score;
	readonly standing: ReturnType<typeof standingOf> | null;
};

function spokenScore(
	{score, standing}: Scored,
	{title, startSecondsOfDay}: Level,
	worded = scoreLines,
) {
	const clock = (at: number) => clockAt(at, startSecondsOfDay);
	return worded(score, {title, standing, clock});
}

/** Lives a journal again, and its references beside it. */
function scoredAgain(
	journal: Journal,
	loaded: LevelFolder,
): Scored | {readonly ok: false; readonly badInput: boolean; readonly sentence: string} {
	const {level} = loaded;
	const game = versionOf(packageRoot());
	const scored = scoreJournal(level, journal, expertOf(loaded), {game, node: nodeMajor()});
	if (scored.ok) {
		const distribution = distributionOf(loaded, game);
		const standing = distribution === undefined ? null : standingOf(distribution, scored.score);
		return {ok: true, score: scored.score, standing};
	}
	if ('problem' in scored) return {ok: false, badInput: true, sentence: scored.problem.message};
	const {at, subsystem} = scored.divergence;
	const clock = clockAt(at, level.startSecondsOfDay);
	const sentence = `it does not come out as it says, from tick ${String(at)} (${clock} PDT) in ${subsystem}. There is no score.`;
	return {ok: false, badInput: false, sentence};
}

/** How the scripted players fared, where the level says so and still is the same. */
function distributionOf({folder, level}: LevelFolder, game: string): Distribution | undefined {
	try {
		const text = fs.readFileSync(path.join(folder, 'reference.json'), 'utf8');
		return readDistribution(JSON.parse(text) as unknown, level, game);
	} catch {
		return undefined; // Without one there is a score all the same.
	}
}
