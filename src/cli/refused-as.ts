import {shownRun} from '../saves/index.ts';
import type {Refused} from '../session/index.ts';
import {badInput} from './bad-input.ts';
import {EXIT, type Exit} from './exit-codes.ts';
import {complain} from './terminal-text.ts';

/** Says why a journal is refused: a run that does not come out is a No, one that cannot be lived is bad input. */
export function refusedAs(file: string, {problem, divergence}: Refused): Exit {
	const sentence = `${shownRun(file)}: ${problem.message}`;
	if (divergence === null) return badInput(sentence);
	complain(sentence);
	return EXIT.no;
}
