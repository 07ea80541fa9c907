import path from 'node:path';
import {profileOf} from './profile.ts';
import {keyOfEnd} from './profile-log.ts';
import {readRuns} from './run-cache.ts';

/** Ends that this program saw, or that came out when their runs were lived again; by `keyOfEnd`. */
export function provenEnds(state: string): ReadonlySet<string> {
	const livedAgain = readRuns(state).flatMap(({file, proof, hash, won, harm}) =>
		proof === 'proven' && hash !== null && won !== null && harm !== null
			? [keyOfEnd({journal: path.basename(file), hash, won, harm})]
			: [],
	);
	return new Set([...profileOf(state).ends, ...livedAgain]);
}
