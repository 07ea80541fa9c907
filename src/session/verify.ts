import {withFormerNames} from '../level/index.ts';
import {harmOf, hash, hashOf, type World} from '../sim/index.ts';
import type {EndLine, Journal} from './journal.types.ts';
import type {KeptNote} from './notes.types.ts';

/** What the end of a journal claims of its run. */
const CLAIMS = ['end', 'won', 'why', 'harm', 'notes'] as const;
export type Claim = (typeof CLAIMS)[number];

/** A claim that a run which was lived again does not bear out. */
export type FalseClaim = {
	readonly claim: Claim;
	readonly recorded: string;
	readonly replayed: string;
};

const FIRST_FORMAT_WITH_NOTES = 3;

type Claims = Readonly<Record<Claim, string>>;

/** The first claim of a journal's end that does not hold, in the order of CLAIMS; null where all of them do. */
export function falseClaim(end: EndLine, journal: Journal, world: World): FalseClaim | null {
	const recorded: Claims = {
		end: end.hash,
		won: String(end.won),
		why: end.why,
		harm: String(end.harm),
		notes: end.notes ?? 'absent',
	};
	const replayed: Claims = {
		end: world.ending === null ? 'goes on' : hashOf(world),
		won: String(world.ending?.won ?? false),
		why: world.ending?.why ?? '',
		harm: String(harmOf(world).total),
		notes: lacksNotes(end, journal) ? 'absent' : notesHash(notesBeforeTheEnd(journal)),
	};
	const claim = CLAIMS.find(each => recorded[each] !== replayed[each]);
	if (claim === undefined) return null;
	return {claim, recorded: recorded[claim], replayed: replayed[claim]};
}

/** Sixteen hex digits over the notes before an end, so that none can be dropped and the end kept. */
export function notesHash(notes: readonly KeptNote[]): string {
	return hash(withFormerNames(notes.map(({at, by, note}) => ({at, by, note}))));
}

/** Ends of the first formats say nothing of notes. */
function lacksNotes({notes}: EndLine, {begin}: Journal): boolean {
	return notes === undefined && begin.format < FIRST_FORMAT_WITH_NOTES;
}

export function notesBeforeTheEnd({lines}: Journal): readonly KeptNote[] {
	const end = lines.findIndex(({line}) => line.kind === 'end');
	return lines.slice(0, end).flatMap(({line}) => (line.kind === 'note' ? [line] : []));
}
