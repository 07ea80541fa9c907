import {clockAt} from '../level/index.ts';
import {wrap} from '../view/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, playersOf} from './level-folder.ts';
import {ownLevels} from './levels-folder.ts';
import {complain, print} from './terminal-text.ts';

const WIDTH = 84;

/** `levels`: what can be played. */
export async function levelsCommand(words: readonly string[]): Promise<Exit> {
	const [first, ...rest] = words;
	if (first === 'check') return (await import('./levels-check.ts')).levelsCheckCommand(rest);
	const parsed = parseArguments(words, {}, {positionals: [], optional: 0});
	if (!parsed.ok) return badInput(parsed.message);
	let broken = false;
	for (const id of ownLevels()) {
		const loaded = loadLevel(id);
		if (!loaded.ok) {
			broken = true;
			for (const sentence of loaded.sentences) complain(sentence);
			continue;
		}
		const {title, summary, startSecondsOfDay, limit, seed} = loaded.level;
		const span = [0, limit].map(at => clockAt(at, startSecondsOfDay).slice(0, 5)).join(' to ');
		print(`${id}  ${title}, ${span} PDT, seed ${seed}`);
		print(`    ${wrap(summary, WIDTH).join('\n    ')}`);
		print(`    players: ${playersOf(loaded).join(', ')}`);
	}
	return broken ? EXIT.badInput : EXIT.done;
}
