import {promisifyRequest} from 'idb-keyval';
import {storeIn} from './store.ts';

/** A journal by its first and last pieces. */
export type PieceEnds = {
	readonly name: string;
	readonly head: string;
	readonly tail: string;
	/** In milliseconds since 1970. */
	readonly writtenAt: number;
};

/** Texts that grow at their ends. What was appended is there for good, whatever becomes of the tab. */
export type Pieces = {
	ends(): Promise<readonly PieceEnds[]>;
	/** Undefined where there is no text by that name; `next` is the number of its next piece. */
	read(name: string): Promise<{readonly text: string; readonly next: number} | undefined>;
	/** Adds piece number `at`. Rejects where it cannot be kept, and then has kept nothing. */
	append(name: string, at: number, text: string): Promise<void>;
	/** Puts one piece in place of all, or of nothing. */
	replace(name: string, text: string): Promise<void>;
};

type Piece = {readonly text: string; readonly writtenAt: number};
type Key = readonly [name: string, at: number];

/** What stands in the database is what this program put there, or nothing that it can read. */
function isKey(key: IDBValidKey): key is [string, number] {
	return Array.isArray(key) && typeof key[0] === 'string' && typeof key[1] === 'number';
}

function isPiece(value: unknown): value is Piece {
	if (typeof value !== 'object' || value === null) return false;
	const {text, writtenAt}: Partial<Record<keyof Piece, unknown>> = value;
	return typeof text === 'string' && typeof writtenAt === 'number';
}

/** The end line and what precedes it stand in so many pieces at most; a run writes one a second. */
const TAIL_PIECES = 8;
const DATABASE = 'outage-oncall journals';

/** In the browser's own database, where other tabs see it at once. */
export function storedPieces(): Pieces {
	const within = storeIn(DATABASE, 'pieces');
	const write = (work: (store: IDBObjectStore) => void) =>
		within('readwrite', store => {
			work(store);
			return promisifyRequest(store.transaction);
		});
	return {
		ends: () =>
			within('readonly', async store => {
				const keys = (await promisifyRequest(store.getAllKeys())).filter(isKey);
				return Promise.all(
					[...grouped(keys)].map(async ([name, numbers]) => {
						const wanted = [...new Set([numbers[0] ?? 0, ...numbers.slice(-TAIL_PIECES)])];
						const found: readonly unknown[] = await Promise.all(
							wanted.map(at => promisifyRequest<unknown>(store.get([name, at]))),
						);
						const pieces = found.filter(isPiece);
						return {
							name,
							head: pieces[0]?.text ?? '',
							tail: pieces.map(({text}) => text).join(''),
							writtenAt: pieces.at(-1)?.writtenAt ?? 0,
						};
					}),
				);
			}),
		read: name =>
			within('readonly', async store => {
				const [pieces, keys] = await Promise.all([
					promisifyRequest<unknown[]>(store.getAll(allOf(name))),
					promisifyRequest(store.getAllKeys(allOf(name))),
				]);
				const last = keys.filter(isKey).at(-1);
				if (last === undefined) return undefined;
				const texts = pieces.filter(isPiece).map(({text}) => text);
				return {text: texts.join(''), next: last[1] + 1};
			}),
		append: (name, at, text) =>
			write(store => {
				// A number that is taken is another tab's: `add` refuses it.
				store.add({text, writtenAt: Date.now()} satisfies Piece, [name, at]);
			}),
		replace: (name, text) =>
			write(store => {
				store.delete(allOf(name));
				store.put({text, writtenAt: Date.now()} satisfies Piece, [name, 0]);
			}),
	};
}

function allOf(name: string): IDBKeyRange {
	return IDBKeyRange.bound([name, 0], [name, Infinity]);
}

function grouped(keys: readonly Key[]): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const [name, at] of keys) {
		const numbers = found.get(name);
		if (numbers === undefined) found.set(name, [at]);
		else numbers.push(at);
	}
	return found;
}
