import {FIRST_SUM, seal} from './journal-chain.ts';
import {formatOf} from './journal.schema.ts';
import type {JournalLine, JournalProblem} from './journal.types.ts';
import {parseJournal} from './parse-journal.ts';

export type Salvaged =
	| {readonly ok: false; readonly problem: JournalProblem}
	| {
			readonly ok: true;
			/** A journal of its own, which says in its first line that it was salvaged. */
			readonly text: string;
			/** The line where the damage begins, or null where there is none. */
			readonly damagedAt: number | null;
			/** The last second that was kept. */
			readonly reached: number;
	  };

/** What precedes the damage in the text of a journal. */
export function salvage(text: string): Salvaged {
	const parsed = parseJournal(text, 'cuts');
	if (!parsed.ok) return parsed;
	const {begin, lines, cutAt, reached} = parsed.journal;
	if (cutAt === null) return {ok: true, text: '', damagedAt: null, reached};
	const first: JournalLine = {...begin, format: formatOf(begin), salvagedAt: cutAt};
	let sum = FIRST_SUM;
	const sealed = [first, ...lines.map(({line}) => line)].map(line => {
		const next = seal(line, sum);
		({sum} = next);
		return `${next.text}\n`;
	});
	return {ok: true, text: sealed.join(''), damagedAt: cutAt, reached};
}
