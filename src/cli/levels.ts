import {clockAt} from '../level/index.ts';
import {parseArguments} from './arguments.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {loadLevel, ownLevels} from './level-folder.ts';
import {complain, print} from './terminal-text.ts';

/** `levels`: what can be played. */
export function levelsCommand(words: readonly string[]): Exit {
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
		print(`${id}  ${title}, ${span} PDT, seed ${seed}\n    ${summary}`);
	}
	return broken ? EXIT.badInput : EXIT.done;
}
