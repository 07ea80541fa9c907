import fs from 'node:fs';
import path from 'node:path';
import {clockAt} from '../level/index.ts';
import {readJournal} from '../saves/index.ts';
import {readDistribution, scoreJournal, standingOf, type Distribution} from '../session/index.ts';
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
	const {level} = loaded;
	const game = versionOf(packageRoot());
	const scored = scoreJournal(level, journal, expertOf(loaded), {game, node: nodeMajor()});
	if (!scored.ok && 'problem' in scored) return badInput(`${file}: ${scored.problem.message}`);
	const clock = (at: number) => clockAt(at, level.startSecondsOfDay);
	if (!scored.ok) {
		const {at, subsystem} = scored.divergence;
		complain(
			`${file}: it does not come out as it says, from tick ${String(at)} (${clock(at)} PDT) in ${subsystem}. There is no score.`,
		);
		return EXIT.no;
	}
	const {score} = scored;
	if (journal.cutAt !== null) {
		complain(
			`${file}: its line ${String(journal.cutAt)} was cut off; the lines before it are scored.`,
		);
	}
	const distribution = distributionOf(loaded, game);
	const standing = distribution === undefined ? null : standingOf(distribution, score);
	if (json === true) print(JSON.stringify({...score, standing}, null, '\t'));
	else if (card === true) print(shareLines(score, level.title).join('\n'));
	else print(scoreLines(score, {title: level.title, standing, clock}).join('\n'));
	return EXIT.done;
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
