import {open, parseJournal, type Journal} from '../../src/session/index.ts';
import {scriptSource} from '../../src/session/relive/source.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';

export const OCTOBER_20 = levelNamed('october-20');

/** October 20 as people lived it, as a journal. */
export function recordedDay(): Journal {
	const lines: string[] = [];
	const session = open(OCTOBER_20, {
		...{game: 'test', node: 20, observed: false, markEverySeconds: 3_600},
		onLine: line => lines.push(`${line}\n`),
	});
	const script = scriptsOf(OCTOBER_20)['as-it-happened'];
	if (script === undefined) throw new Error('the recorded day is a script of the level');
	session.follow(scriptSource('you', script), OCTOBER_20.limit);
	const parsed = parseJournal(lines.join(''));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.journal;
}
