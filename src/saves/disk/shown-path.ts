import {cleanText} from '../../level/text/index.ts';
import {STANDARD} from './read.ts';

const PLAIN = /^[\p{L}\p{N}_./~:\\@%+,-]+$/u;

/** A path as it can stand in a sentence: cleaned, and in quotes as a shell reads them where it is not plain. */
export function shownPath(file: string): string {
	if (file === STANDARD) return 'standard input';
	const clean = cleanText(file);
	return PLAIN.test(clean) ? clean : `'${clean.replaceAll("'", String.raw`'\''`)}'`;
}
