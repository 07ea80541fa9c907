import {EXIT, type Exit} from './exit-codes.ts';
import {complain} from './terminal-text.ts';

/** Says what is wrong with what was given, and what the program ends with. */
export function badInput(...sentences: readonly string[]): Exit {
	for (const sentence of sentences) complain(sentence);
	return EXIT.badInput;
}
