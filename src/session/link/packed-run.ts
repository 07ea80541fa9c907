import {FIRST_SUM, seal} from '../journal-chain.ts';
import {formatOf} from '../journal.schema.ts';
import type {EndLine, Journal, JournalLine} from '../journal.types.ts';
import type {KeptNote} from '../notes.types.ts';
import {notesHash} from '../verify.ts';

/**
 * What a link keeps of a journal: its beginning, the orders with the notes that count, and how it ended or how far it
 * came. Marks go, and so does what only says at what pace it was played.
 */
export function packedRun(journal: Journal): unknown {
	const {level, levelHash, seed, world, node, switches, parameters, forkedFrom, salvagedAt} =
		journal.begin;
	const begin = {
		...{level, levelHash, seed, world, node, switches, parameters},
		...{forkedFrom, salvagedAt},
	};
	const kept = countingLines(journal);
	const names = [...new Set(kept.map(({by}) => by))];
	let before = 0;
	const lines = kept.map(line => {
		const since = line.at - before;
		before = line.at;
		return [since, names.indexOf(line.by), line.kind === 'do' ? line.what : line.note];
	});
	const end = journal.lines.find(({line}) => line.kind === 'end')?.line;
	if (end?.kind !== 'end') return [begin, names, lines, journal.reached];
	const {at, hash, won, why, harm} = end;
	return [begin, names, lines, {at, hash, won, why, harm}];
}

/** The journal of a run that was packed, as text. What comes in a link may be anything: whoever reads it looks at each line. */
export function unpackedRun(packed: unknown, game: string): string {
	const [begin, names, lines, last] = packed as [
		object,
		string[],
		[number, number, unknown][],
		unknown,
	];
	const journal: object[] = [{kind: 'begin', format: formatOf(begin), ...begin, game}];
	const notes: KeptNote[] = [];
	let at = 0;
	let order = 0;
	for (const [since, name, given] of lines) {
		at += since;
		const by = names[name] ?? '';
		if (typeof given === 'string') journal.push({kind: 'do', at, order: ++order, by, what: given});
		else {
			const note = {at, by, note: given as KeptNote['note']};
			notes.push(note);
			journal.push({kind: 'note', ...note});
		}
	}
	journal.push(
		typeof last === 'number'
			? {kind: 'reached', at: last}
			: {kind: 'end', ...(last as Partial<EndLine>), notes: notesHash(notes)},
	);
	let sum = FIRST_SUM;
	return journal
		.map(line => {
			const sealed = seal(line, sum);
			({sum} = sealed);
			return `${sealed.text}\n`;
		})
		.join('');
}

type Kept = Extract<JournalLine, {kind: 'do' | 'note'}>;

/** Orders, and the notes that a score or a debrief reads; of panels that were opened, that one was looked at. */
function countingLines({lines}: Journal): readonly Kept[] {
	let looked = false;
	return lines.flatMap(({line}): readonly Kept[] => {
		if (line.kind === 'do') return [line];
		if (line.kind !== 'note') return [];
		switch (line.note.about) {
			case 'hypothesis':
			case 'prediction':
			case 'program':
			case 'untimed':
				return [line];
			case 'opened':
				if (looked) return [];
				looked = true;
				return [line];
			case 'probes':
			case 'probe':
			case 'paused':
			case 'confirm':
			case 'hint':
			case 'snapshot':
			case 'felt':
			case 'story':
			case 'commitment':
				return [];
			// What was injected moved the world; what was said did not.
			case 'room':
				return line.note.event.kind === 'injected' ? [line] : [];
		}
	});
}
