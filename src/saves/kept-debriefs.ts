import {createHash, createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import path from 'node:path';
import {JOURNAL_ENDING} from '../play/kept/index.ts';
import {
	DISK,
	kindOf,
	makeFolder,
	namesIn,
	readBytes,
	readText,
	STANDARD,
	writeAtomic,
	writeNew,
	type Disk,
} from './disk/index.ts';

/** Where what was worked out of a run is kept, for whoever asks again. It is only a copy: losing it costs the work. */
export type Shelf = {
	/** What was put there under that name by this player's own program; undefined where there is nothing of the kind. */
	read(of: string): unknown;
	write(of: string, value: unknown): void;
};

const HEAD = 'outage-oncall debrief 2';
const SECRET = 'debriefs.key';
const SECRET_BYTES = 32;
const BYTES_MAX = 16 * 1024 * 1024;
const ENDING = '.debrief';

/**
 * The shelf beside a journal. What lies there may be damaged, stale or somebody else's: it is taken only where its seal
 * says that this player's program wrote it, for these very words, and nothing that is not such a file is replaced. What
 * comes from a pipe lies nowhere, and has nothing beside it. Each `part` of what is told of a run has a file of its own, and begins with a dot.
 */
export function shelfBeside(journal: string, state: string, part = ''): Shelf {
	const isKept = journal !== STANDARD && kindOf(journal) === 'file';
	const {dir, begins} = shelvesOf(journal);
	const file = path.join(dir, `${begins}${part}${ENDING}`);
	return {
		read(of) {
			if (!isKept) return undefined;
			const secret = secretIn(state);
			const kept = readText(file, BYTES_MAX);
			if (secret === undefined || !kept.ok) return undefined;
			const [head, seal = '', ...rest] = kept.text.split('\n');
			const body = rest.join('\n');
			if (head !== HEAD || !isSame(seal, sealOf(secret, of, body))) return undefined;
			return JSON.parse(body) as unknown;
		},
		write(of, value) {
			if (!isKept) return;
			try {
				const secret = secretIn(state) ?? newSecret(state);
				if (!isFree(file)) return;
				const body = JSON.stringify(value);
				writeAtomic(file, [HEAD, sealOf(secret, of, body), body].join('\n'));
			} catch {
				// Without it the next debrief takes as long as this one.
			}
		},
	};
}

/** Takes away what lies on the shelves beside a journal: it holds the words of the run, and is worked out again. */
export function clearShelves(journal: string, disk: Disk = DISK): void {
	const {dir, begins} = shelvesOf(journal);
	for (const name of namesIn(dir, disk)) {
		const isShelf = name === begins + ENDING || name.startsWith(`${begins}.`);
		const file = path.join(dir, name);
		if (isShelf && name.endsWith(ENDING) && isFree(file)) disk.unlinkSync(file);
	}
}

function shelvesOf(journal: string) {
	const {dir, base} = path.parse(journal);
	return {dir, begins: `.${base.replace(JOURNAL_ENDING, '')}`};
}

/** One word for all that something depends on. */
export function wordFor(...parts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export type Seal = (of: string, body: string) => string;

/** How this user's program seals what it keeps; where no secret can be kept, so that nothing is ever found again. */
export function sealWith(state: string): Seal {
	let secret: Buffer;
	try {
		secret = secretIn(state) ?? newSecret(state);
	} catch {
		secret = randomBytes(SECRET_BYTES);
	}
	return (of, body) => sealOf(secret, of, body);
}

/** Whether nothing lies there, or a file of this kind. */
function isFree(file: string): boolean {
	const stat = DISK.lstatSync(file, {throwIfNoEntry: false});
	if (stat === undefined) return true;
	const kept = stat.isFile() ? readText(file, BYTES_MAX) : null;
	return kept?.ok === true && kept.text.startsWith(`${HEAD}\n`);
}

function sealOf(secret: Buffer, of: string, body: string): string {
	return createHmac('sha256', secret).update(of).update('\n').update(body).digest('hex');
}

function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}

function secretIn(state: string): Buffer | undefined {
	const kept = readBytes(path.join(state, SECRET), SECRET_BYTES);
	return kept.ok && kept.bytes.length === SECRET_BYTES ? kept.bytes : undefined;
}

function newSecret(state: string): Buffer {
	makeFolder(state, 0o700);
	const file = path.join(state, SECRET);
	// What is there and is not read as one is no secret.
	if (DISK.lstatSync(file, {throwIfNoEntry: false})?.isFile() === true) DISK.unlinkSync(file);
	const secret = randomBytes(SECRET_BYTES);
	writeNew(file, secret, 0o600);
	return secret;
}
