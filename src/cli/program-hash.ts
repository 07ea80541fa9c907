import {fileURLToPath} from 'node:url';
import {readText, wordFor} from '../saves/index.ts';
import {programFile} from './package-root.ts';

const PROGRAM_BYTES_MAX = 64 * 1024 * 1024;

/** What the program itself is: another one may work out something else. While developing nothing is kept. */
export function programHash(): string | null {
	const file = fileURLToPath(programFile()); // It names its parts by what is in them.
	const own = file.endsWith('.mjs') ? readText(file, PROGRAM_BYTES_MAX) : null;
	return own?.ok === true ? wordFor(own.text) : null;
}
