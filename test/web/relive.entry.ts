// What a browser is asked for goldens: the engine by itself, without a page around it.
import '../../src/web/no-eval.ts';
import type {Level} from '../../src/level/index.ts';
import {parseJournal, replay} from '../../src/session/index.ts';

/** Lives a journal again, and says with which hash it ends, and in how many milliseconds. */
function relive(text: string, level: Level): {readonly hash: string; readonly ms: number} {
	const parsed = parseJournal(text);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const {journal} = parsed;
	const began = performance.now();
	const lived = replay(level, journal, {
		game: journal.begin.game,
		node: journal.begin.node,
		observed: false,
	});
	if (!lived.ok) throw new Error(lived.problem.message);
	if (lived.problem !== null) throw new Error(lived.problem.message);
	return {hash: lived.result.hash, ms: performance.now() - began};
}

Object.assign(globalThis, {relive});
