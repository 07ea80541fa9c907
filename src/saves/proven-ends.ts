import path from 'node:path';
import {keyOfEnd} from '../play/kept/index.ts';
import {profileOf} from './profile.ts';
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
