import path from 'node:path';
import {
	NO_RESULTS,
	onThreads,
	resultsIn,
	type Brief,
	type Results,
	type Runner,
} from '../jobs/index.ts';
import {cleanText} from '../level/text/index.ts';
import {wordFor} from '../saves/index.ts';
import {WORLD} from '../session/index.ts';
import {packageRoot, programFile, versionOf} from './package-root.ts';
import {ownPlaces} from './places.ts';
import {programHash} from './program-hash.ts';
import {complain} from './terminal-text.ts';

/**
 * Names what has to be the same wherever a job is done: the version, the world and the very program. While developing the
 * last is not known.
 */
export function programToken(): string {
	const version = versionOf(packageRoot()).replaceAll('.', '_');
	return `${version}-${String(WORLD)}-${(programHash() ?? 'source').slice(0, 16)}`;
}

/** The same for people. */
export function programName(token: string): string {
	const [version = '', world = '', build = ''] = token.split('-');
	return `version ${cleanText(version).replaceAll('_', '.')}, world ${cleanText(world)}, build ${cleanText(build)}`;
}

export function briefOf(kind: string, data: unknown): Brief {
	return {kind, word: wordFor(programToken(), kind, data), data};
}

export type Way = {readonly runner: Runner; readonly close: () => Promise<void>};

/** Who does the jobs: threads of this process, or workers of a cluster. A sentence where there is none. */
export async function wayFor(nats: string | undefined): Promise<Way | string> {
	if (nats === undefined) {
		return {runner: onThreads(programFile()), close: () => Promise.resolve()};
	}
	if (programHash() === null) return '--nats expects the program as it is built: npm run build.';
	const {connectTo, onWorkers, readCluster} = await import('../nats/index.ts');
	const address = readCluster(nats);
	if (typeof address === 'string') return address;
	const nc = await connectTo(address);
	if (typeof nc === 'string') return nc;
	const program = programToken();
	const onNobody = () => {
		complain(
			`No worker of ${programName(program)} has taken a job yet: outage-oncall worker --nats URL starts one.`,
		);
	};
	return {runner: onWorkers(nc, {program, onNobody}), close: () => nc.close()};
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
