import {scoredAgain, spokenScore} from '../play/runs/index.ts';
import {readRun} from '../saves/index.ts';
import {inAscii, linkVerdict, shareLines} from '../view/index.ts';
import {showsUnicode} from '../view/screen/looks/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {refusedAs} from './refused-as.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {levelOf} from './level-folder.ts';
import {nodeMajor, packageRoot, versionOf} from './package-root.ts';
import {complain, print, printJson} from './terminal-text.ts';

const OPTIONS = {
	json: {type: 'boolean'},
	card: {type: 'boolean'},
	level: {type: 'string'},
} as const;

/** `score FILE`: lives a journal again and says how it stands; a score is never read from a file. */
export async function scoreCommand(words: readonly string[]): Promise<Exit> {
	const parsed = parseArguments(words, OPTIONS, {positionals: ['FILE'], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	const [file = ''] = parsed.positionals;
	const {json, card, level: name} = parsed.values;
	const read = readRun(file);
	if (!read.ok) return badInput(read.message);
	const {journal} = read;
	const loaded = await levelOf(journal, name);
	if (!loaded.ok) return badInput(...loaded.sentences);
	const scored = scoredAgain(journal, loaded, {
		game: versionOf(packageRoot()),
		node: nodeMajor(),
	});
	if (!scored.ok) return refusedAs(file, scored);
	const {score, standing} = scored;
	const {level} = loaded;
	if (read.lack !== undefined) complain(read.lack);
	if (json === true) printJson({...score, standing});
	else {
		const {title} = level;
		const lines =
			card === true
				? shareLines(score, standing, {title, bars: true})
				: [
						...(read.from === 'link' ? [linkVerdict(score), ''] : []),
						...spokenScore(scored, level),
					];
		const unicode = showsUnicode(process.env, process.platform);
		print((unicode ? lines : inAscii(lines)).join('\n'));
	}
	return EXIT.done;
}
