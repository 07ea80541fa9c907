import {randomBytes} from 'node:crypto';
import {journalName} from '../play/kept/index.ts';
import type {House, OnTrouble} from '../play/index.ts';
import {journalFrom} from '../saves/index.ts';
import {wordsOf} from './connect.ts';
import type {JournalStream, Kept} from './journal-stream.ts';
import {streamFile, type StreamFile} from './stream-file.ts';

type Journals = House['journals'];

/** Journals in the cluster, as a shell wants them kept. */
export type StreamJournals = Journals & {
	/** The file of a journal that is open here. */
	opened(journal: string): StreamFile | undefined;
};

type Keeping = {
	readonly stream: JournalStream;
	/** Who keeps them: no two have the same name. */
	readonly writer: string;
	/** Somebody else has taken a journal over. */
	readonly onLost: (journal: string) => void;
};

/** Whoever is faster takes it: so often another try is made. */
const CLAIMS_MAX = 20;
const SUFFIX_BYTES = 3;

export function streamJournals({stream, writer, onLost}: Keeping): StreamJournals {
	const open = new Map<string, StreamFile>();
	const fileAt = (journal: string, sequence: number, onTrouble: OnTrouble) => {
		const onClosed = () => open.delete(journal);
		const file = streamFile({
			...{stream, journal, writer, sequence, onTrouble, onLost, onClosed},
		});
		open.set(journal, file);
		return file;
	};
	return {
		opened: journal => open.get(journal),
		async read(journal) {
			try {
				const {text} = await stream.read(journal, await stream.last(journal));
				return journalFrom(journal, text);
			} catch (error) {
				return {ok: false, message: `${journal}: it cannot be read: ${wordsOf(error)}.`};
			}
		},
		left: () => ({found: 'nothing', passed: []}),
		async begin(run, live, onTrouble) {
			const early: string[] = [];
			const begun: {file?: StreamFile} = {};
			const lived = live(line => {
				if (begun.file === undefined) early.push(line);
				else begun.file.write(line);
			});
			if (!lived.ok) return lived;
			const journal = nameFor(run);
			const text = early.map(line => `${line}\n`).join('');
			try {
				const sequence = await stream.append(journal, text, 0, writer);
				if (sequence === 'refused') throw new Error(`${journal} is there already`);
				begun.file = fileAt(journal, sequence, onTrouble);
				return {ok: true, session: lived.session, file: begun.file};
			} catch (error) {
				return {ok: false, message: `The cluster takes no new journal: ${wordsOf(error)}.`};
			}
		},
		async takeUp(journal, live, onTrouble) {
			try {
				const {text, last} = await claimed(stream, journal, writer);
				const read = journalFrom(journal, text);
				if (!read.ok) return read;
				const early: string[] = [];
				const taken: {file?: StreamFile} = {};
				const lived = live(read, line => {
					if (taken.file === undefined) early.push(line);
					else taken.file.write(line);
				});
				if (!lived.ok) return lived;
				taken.file = fileAt(journal, last, onTrouble);
				for (const line of early) taken.file.write(line);
				return {ok: true, session: lived.session, file: taken.file};
			} catch (error) {
				return {ok: false, message: `${journal}: it cannot be taken up: ${wordsOf(error)}.`};
			}
		},
		nameOf: journal => journal,
		fileOf: name => name,
		shown: journal => journal,
		advice: {anew: 'the lobby opens another room.', elsewhere: ''},
	};
}

function nameFor({level, seed}: {readonly level: string; readonly seed: string}): string {
	const suffix = randomBytes(SUFFIX_BYTES).toString('hex');
	return journalName(level, new Date(), seed).replace(/\.journal\.jsonl$/u, `.${suffix}$&`);
}

/**
 * Puts an empty message at the end of a journal. Whoever had it before is refused from then on, so that what stands before
 * it is all that there is: only then is it read.
 */
async function claimed(stream: JournalStream, journal: string, writer: string): Promise<Kept> {
	const last = await stream.last(journal);
	if (last === 0) throw new Error('there is no such journal');
	for (let [after, tries] = [last, 0]; tries < CLAIMS_MAX; tries++) {
		const came = await stream.append(journal, '', after, writer);
		if (came === 'refused') {
			after = await stream.last(journal);
			continue;
		}
		const kept = await stream.read(journal, came);
		if (kept.last === came) return kept;
		after = kept.last; // What was last is no part of the journal.
	}
	throw new Error('others write to it');
}
