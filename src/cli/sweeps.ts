import path from 'node:path';
import {NO_RESULTS, resultsIn, type Brief, type Results} from '../jobs/index.ts';
import {wordFor} from '../saves/index.ts';
import {WORLD} from '../session/index.ts';
import {packageRoot, versionOf} from './package-root.ts';
import {ownPlaces} from './places.ts';
import {programHash} from './program-hash.ts';

/** Names what has to be the same wherever a job is done. While developing it is the world alone, and nothing is kept. */
export function programWord(): string {
	return wordFor(programHash(), WORLD, versionOf(packageRoot())).slice(0, 16);
}

export function briefOf(kind: string, data: unknown): Brief {
	return {kind, word: wordFor(programWord(), kind, data), data};
}

/** What this user's sweeps came to, as far as this very program did them. */
export function keptResults(): Results {
	if (programHash() === null) return NO_RESULTS;
	const {state} = ownPlaces();
	return resultsIn(path.join(state, 'results'), state);
}

const TELL_EVERY_MS = 250;
const WIDTH = 64;

/** One line on a terminal that says how far it is, and is gone afterwards; nothing elsewhere. */
export function progressLine(say: () => string): {
	readonly clear: () => void;
	readonly end: () => void;
} {
	if (!process.stderr.isTTY) return {clear: () => undefined, end: () => undefined};
	const clear = () => {
		process.stderr.write(`\r${' '.repeat(WIDTH)}\r`);
	};
	const telling = setInterval(() => {
		process.stderr.write(`\r${say().padEnd(WIDTH)}`);
	}, TELL_EVERY_MS);
	return {
		clear,
		end() {
			clearInterval(telling);
			clear();
		},
	};
}
