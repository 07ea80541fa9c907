import {clockAt} from '../level/index.ts';
import {readJournal} from '../saves/index.ts';
import {replay} from '../session/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {report} from './report.ts';
import {complain, print} from './terminal-text.ts';

const OPTIONS = {
	verify: {type: 'boolean'},
	json: {type: 'boolean'},
	level: {type: 'string'},
} as const;

/** `replay FILE`: lives a journal again, and says whether it comes out the same. */
export function replayCommand(words: readonly string[]): Exit {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {verify, json, level: levelName} = parsed.values;
	const read = readJournal(file);
	if (!read.ok) return badInput(read.message);
	const {journal} = read;
	if (journal.cutAt !== null) {
		return badInput(
			`${file}: it is cut off within line ${String(journal.cutAt)}. The lines before it are whole: \`outage-oncall play --saves DIR\` goes on from there.`,
		);
	}
	const loaded = loadLevel(levelName ?? journal.begin.level);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const {level} = loaded;
	const options = {game: versionOf(packageRoot()), node: nodeMajor(), observed: false};
	const lived = replay(level, journal, options);
	if (!lived.ok) return badInput(`${file}: ${lived.problem.message}`);
	const {result, divergence} = lived;
	const verified = divergence === null;
	if (divergence !== null) {
		const {at, subsystem, recorded, replayed} = divergence;
		const clock = clockAt(at, level.startSecondsOfDay);
		complain(
			`The replay differs at tick ${String(at)} (${clock} PDT) in ${subsystem}: recorded ${recorded}, replayed ${replayed}.`,
		);
	} else if (!journal.ended) {
		complain(
			`The run stopped unfinished at ${clockAt(journal.reached, level.startSecondsOfDay)} PDT.`,
		);
	}
	if (json === true) print(JSON.stringify({...result, verified}, null, '\t'));
	else print(report(result) + (verified ? '\nVerified: every mark is the same.' : ''));
	return verify === true && !verified ? EXIT.no : EXIT.done;
}
