import {
	endedRun,
	glanceAt,
	isProven,
	JOURNAL_ENDING,
	journalName,
	type EndedRun,
	type Glance,
	type Glances,
} from '../../play/kept/index.ts';
import type {
	Journals,
	LeftRun,
	Lived,
	OnTrouble,
	ReadRun,
	Through,
	WholeRun,
} from '../../play/index.ts';
import {journalWriter, type JournalWriter} from './journal-writer.ts';
import type {Pieces} from './pieces.ts';
import {heldRuns, lockRun, NO_LOCK, type RunLock} from './run-lock.ts';
import {storageTrouble} from './trouble.ts';

/** Journals in a browser, and how they come in and go out as files. */
export type TabJournals = Journals & {
	glances(proven: ReadonlySet<string>): Promise<Glances>;
	endedRuns(): Promise<readonly EndedRun[]>;
	/** The whole text of a journal, what is not kept yet included. */
	text(name: string): Promise<string | undefined>;
	/** Keeps a journal that came as a file; a sentence says what became of it. */
	takeIn(file: Incoming): Promise<TakenIn>;
	/** Resolves when what was written so far is kept. */
	settled(): Promise<void>;
};

/** A file that somebody hands over; it may be anything, and as large. */
export type Incoming = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

export type TakenIn = {readonly name: string | null; readonly said: string};

const BYTES_MAX = 64 * 1024 * 1024;
const NAMES_MAX = 100;

// The menu does not wait for what reads journals.
const region = () => import('./region.ts');

/** What this tab has of journals. */
type Shelf = {
	readonly pieces: Pieces;
	/** Those that it writes. */
	readonly open: Map<string, JournalWriter>;
};

export function tabJournals(pieces: Pieces): TabJournals {
	const shelf: Shelf = {pieces, open: new Map()};
	return {
		read: name => read(shelf, name),
		left: level => left(shelf, level),
		text: name => textOf(shelf, name),
		begin: (run, live, onTrouble) => begun(shelf, run, live, onTrouble),
		takeUp: (name, live, onTrouble) => takenUp(shelf, name, live, onTrouble),
		takeIn: file => takenIn(shelf, file),
		nameOf: file => file,
		fileOf: name => name,
		shown: file => file,
		advice: {anew: 'its card begins another run.', elsewhere: ''},
		async glances(proven) {
			const inTab = unkept(shelf);
			try {
				return {runs: [...inTab, ...(await glanceAll(shelf, proven))], trouble: undefined};
			} catch (error) {
				return {runs: inTab, trouble: storageTrouble(error)};
			}
		},
		async endedRuns() {
			const all = await glanceAll(shelf, new Set());
			return all.flatMap(run => endedRun(run.file, run) ?? []);
		},
		async settled() {
			await Promise.all([...shelf.open.values()].map(writer => writer.settled()));
		},
	};
}

async function textOf({pieces, open}: Shelf, name: string): Promise<string | undefined> {
	const writer = open.get(name);
	await writer?.settled();
	const kept = await pieces.read(name).catch((error: unknown) => {
		// What is in this tab can be read all the same.
		if (writer?.isKept !== false) throw error;
		return undefined;
	});
	const rest = writer?.unwritten ?? '';
	return kept === undefined && rest === '' ? undefined : (kept?.text ?? '') + rest;
}

async function read(shelf: Shelf, name: string): Promise<ReadRun> {
	try {
		const text = await textOf(shelf, name);
		if (text === undefined) return refuse(name, 'there is no such run here any more.');
		const parsed = (await region()).parseJournal(text);
		if (!parsed.ok) return refuse(name, parsed.problem.message);
		const {cutAt} = parsed.journal;
		const lack =
			cutAt === null
				? undefined
				: `${name}: its line ${String(cutAt)} was cut off; the lines before are whole.`;
		return {ok: true, journal: parsed.journal, lack};
	} catch (error) {
		return refuse(name, `${storageTrouble(error)}.`);
	}
}

function opened(
	{pieces, open}: Shelf,
	{name, next, lock}: {readonly name: string; readonly next: number; readonly lock: RunLock},
	onTrouble: OnTrouble,
): JournalWriter {
	const onClose = () => {
		// What could not be kept can still be saved as a file.
		if (writer.unwritten === '') open.delete(name);
	};
	const writer = journalWriter({name, next, lock, pieces}, {onTrouble, onClose});
	open.set(name, writer);
	return writer;
}

async function glanceAll({pieces}: Shelf, proven: ReadonlySet<string>): Promise<readonly Glance[]> {
	const [all, held] = await Promise.all([pieces.ends(), heldRuns()]);
	return all
		.map(({name, writtenAt, head, tail}): Glance => {
			const told = glanceAt({file: name, writtenAt}, {head, tail}, () => held.has(name));
			return {...told, proven: isProven(name, told, proven)};
		})
		.sort((a, b) => b.writtenAt - a.writtenAt || (a.file < b.file ? 1 : -1));
}

/** Runs of which the browser has kept nothing: they are in this tab, and go with it. */
function unkept({open}: Shelf): readonly Glance[] {
	return [...open.values()]
		.filter(({isKept}) => !isKept)
		.map(({path: file, unwritten}) => ({
			...glanceAt({file, writtenAt: Date.now()}, {head: unwritten, tail: unwritten}, () => false),
			proven: false,
		}));
}

/** A name that nothing has yet, and its lock. */
async function freshName(
	{pieces}: Shelf,
	wanted: string,
): Promise<{readonly name: string; readonly lock: RunLock}> {
	for (let copy = 1; copy <= NAMES_MAX; copy++) {
		const suffix = copy === 1 ? '' : `.${String(copy)}`;
		const name = wanted.replace(JOURNAL_ENDING, `${suffix}${JOURNAL_ENDING}`);
		const lock = await lockRun(name);
		if (lock === null) continue;
		const kept = await pieces.read(name).catch((error: unknown) => {
			lock.release();
			throw error;
		});
		if (kept === undefined) return {name, lock};
		lock.release();
	}
	throw new Error('all names for it are taken');
}

async function left(shelf: Shelf, level: string): Promise<LeftRun> {
	try {
		const all = await glanceAll(shelf, new Set());
		const last = all.find(
			run => run.level === level && (run.outcome === 'left' || run.outcome === 'open elsewhere'),
		);
		if (last === undefined) return {found: 'nothing', passed: []};
		if (last.outcome === 'open elsewhere') return {found: 'trouble', message: ELSEWHERE};
		const whole = await read(shelf, last.file);
		if (!whole.ok) return {found: 'trouble', message: whole.message};
		return {found: 'run', run: {file: last.file, read: whole}, passed: []};
	} catch (error) {
		return {found: 'trouble', message: `The runs cannot be read: ${storageTrouble(error)}.`};
	}
}

async function begun<Session>(
	shelf: Shelf,
	run: {readonly level: string; readonly seed: string},
	live: (onLine: (line: string) => void) => Lived<Session>,
	onTrouble: OnTrouble,
): Promise<Through<Session>> {
	const early: string[] = [];
	let write = (line: string): void => {
		early.push(line);
	};
	const lived = live(line => {
		write(line);
	});
	if (!lived.ok) return lived;
	const wanted = journalName(run.level, new Date(), run.seed);
	// Where the browser keeps nothing, it is said once something should be kept, and play goes on.
	const fresh = await freshName(shelf, wanted).catch(() => ({name: wanted, lock: NO_LOCK}));
	const writer = opened(shelf, {...fresh, next: 0}, onTrouble);
	write = writer.write;
	early.forEach(write);
	await writer.settled();
	return {ok: true, session: lived.session, file: writer};
}

async function takenUp<Session>(
	shelf: Shelf,
	name: string,
	live: (read: WholeRun, onLine: (line: string) => void) => Lived<Session>,
	onTrouble: OnTrouble,
): Promise<Through<Session>> {
	const lock = await lockRun(name).catch(() => NO_LOCK);
	if (lock === null) return refuse(name, ELSEWHERE);
	let writer: JournalWriter | undefined;
	const early: string[] = [];
	try {
		const whole = await read(shelf, name);
		if (!whole.ok) return whole;
		const lived = live(whole, line => {
			if (writer === undefined) early.push(line);
			else writer.write(line);
		});
		if (!lived.ok) return lived;
		const next = await mended(shelf, name, whole.journal.keptLength);
		writer = opened(shelf, {name, next, lock}, onTrouble);
		for (const line of early) writer.write(line);
		return {ok: true, session: lived.session, file: writer};
	} catch (error) {
		return refuse(name, `it cannot be gone on with: ${storageTrouble(error)}.`);
	} finally {
		if (writer === undefined) lock.release();
	}
}

/** Takes off a last line that was cut, and ends the line before; returns the number of the next piece. */
async function mended({pieces}: Shelf, name: string, keptLength: number): Promise<number> {
	const kept = await pieces.read(name);
	if (kept === undefined) throw new Error('it is gone');
	const whole = kept.text.slice(0, keptLength);
	const ended = whole === '' || whole.endsWith('\n') ? whole : `${whole}\n`;
	if (ended === kept.text) return kept.next;
	await pieces.replace(name, ended);
	return 1;
}

async function takenIn(shelf: Shelf, file: Incoming): Promise<TakenIn> {
	const {name} = file;
	const isOurs = /^[\w.-]{1,150}$/u.test(name) && name.endsWith(JOURNAL_ENDING);
	const said = (why: string): TakenIn => ({
		name: null,
		said: `${isOurs ? name : 'The file'}: ${why}`,
	});
	if (file.size > BYTES_MAX) return said('it is too large.');
	const bytes = await file.arrayBuffer().catch(() => undefined);
	if (bytes === undefined) return said('it cannot be read; a folder is none.');
	const text = utf8(bytes);
	if (text === undefined) return said('it is not UTF-8 text.');
	const parsed = (await region()).parseJournal(text);
	if (!parsed.ok) return said(parsed.problem.message);
	const {level, seed} = parsed.journal.begin;
	const wanted = isOurs ? name : journalName(level.replaceAll(/[^\w-]/gu, '_'), new Date(), seed);
	try {
		if ((await textOf(shelf, wanted)) === text) {
			return {name: wanted, said: `${wanted} is here already.`};
		}
		const fresh = await freshName(shelf, wanted);
		await shelf.pieces.replace(fresh.name, text).finally(fresh.lock.release);
		return {name: fresh.name, said: `${fresh.name} is here now, under Runs.`};
	} catch (error) {
		return said(`it cannot be kept: ${storageTrouble(error)}.`);
	}
}

const ELSEWHERE = 'Another tab is playing it.';

function refuse(name: string, message: string): ReadRun & {readonly ok: false} {
	return {ok: false, message: `${name}: ${message}`};
}

function utf8(bytes: ArrayBuffer): string | undefined {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return undefined;
	}
}
