import {
	fingerprintOf,
	knownKeys,
	ownKey,
	signaturesIn,
	type SignatureRead,
} from '../saves/index.ts';
import type {Journal} from '../session/index.ts';
import {ownPlaces} from './places.ts';
import {complain} from './terminal-text.ts';

const said = new Set<string>();

/** Of keys that cannot be read, however many signatures are judged without them. */
function complainOnce(why: string): void {
	if (said.has(why)) return;
	said.add(why);
	complain(`${why} Signatures are judged without it.`);
}

/** The signatures of a journal, as this player can judge them. */
export function signaturesFor(text: string, journal: Journal): readonly SignatureRead[] {
	if (!text.includes('#signed')) return [];
	const {state} = ownPlaces();
	const own = ownKey(state);
	const key = own.ok ? own.key?.publicKey : undefined;
	const keys = knownKeys(state);
	for (const read of [own, keys]) if (!read.ok) complainOnce(read.why);
	return signaturesIn(text, journal, {own: key, known: keys.ok ? keys.known : {}});
}

export function isFake({as}: SignatureRead): boolean {
	return as === 'misfit' || as === 'unreadable';
}

/** What a signature is worth, in a sentence. */
export function signatureWords(read: SignatureRead): string {
	switch (read.as) {
		case 'yours':
			return `Signed as ${read.role} by you, “${read.name}”.`;
		case 'known':
			return `Signed as ${read.role} by ${read.knownAs}, whose key you know (${fingerprintOf(read.key)}).`;
		case 'unknown':
			return `Signed as ${read.role} by a key that is neither yours nor known (${fingerprintOf(read.key)}); it claims to be “${read.name}”.`;
		case 'misfit':
			return 'A signature does not match: it was made for another run, or this one was changed since.';
		case 'unreadable':
			return 'A signature in it cannot be read.';
	}
}

/** The same in the cell of a table. */
export function signatureCell(reads: readonly SignatureRead[]): string {
	if (reads.some(isFake)) return 'does not match';
	const [first] = reads;
	if (first === undefined || first.as === 'misfit' || first.as === 'unreadable') return '-';
	if (first.as === 'yours') return `${first.role}: you`;
	return first.as === 'known' ? `${first.role}: ${first.knownAs}` : `${first.role}: unknown key`;
}
