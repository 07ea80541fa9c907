import {createHash, createPrivateKey, createPublicKey, generateKeyPairSync} from 'node:crypto';
import path from 'node:path';
import {cleanText} from '../level/index.ts';
import {
	codeOf,
	diskTrouble,
	makeFolder,
	readJson,
	writeAtomic,
	writeNew,
	shownPath,
} from './disk/index.ts';
import {lockRun, type RunLock} from './lock/index.ts';

/** A key that runs are signed with. Public keys are 32 bytes in base64. */
export type OwnKey = {readonly name: string; readonly pem: string; readonly publicKey: string};

/** Public keys that a player knows, by the name they know them under. */
export type KnownKeys = Readonly<Record<string, string>>;

const SIGNER_LENGTH_MAX = 40;
const OWN = 'key.json';
const KNOWN = 'known-keys.json';
const PUBLIC = /^[A-Za-z0-9+/]{43}=$/;
/** What stands before the 32 bytes of an Ed25519 key in its usual form. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export type Outcome<Value> =
	({readonly ok: true} & Value) | {readonly ok: false; readonly why: string};

/** The player's own key; undefined where there is none. What cannot be read is no key, and `why` says so. */
export function ownKey(state: string): Outcome<{readonly key: OwnKey | undefined}> {
	const file = path.join(state, OWN);
	const read = readJson(file);
	if (!read.ok) {
		return read.absent
			? {ok: true, key: undefined}
			: {ok: false, why: `${shownPath(file)}: ${read.why}.`};
	}
	try {
		const {name, pem} = (read.value ?? {}) as Partial<OwnKey>;
		if (typeof name !== 'string' || !isSigner(name) || typeof pem !== 'string') {
			throw new Error('no key');
		}
		return {ok: true, key: {name, pem, publicKey: publicOf(pem)}};
	} catch {
		return {ok: false, why: `${shownPath(file)}: it is damaged.`};
	}
}

/** Makes a key, for this player's eyes only. One that is there stays. */
export function newKey(state: string, name: string): Outcome<{readonly key: OwnKey}> {
	const pem = generateKeyPairSync('ed25519').privateKey.export({type: 'pkcs8', format: 'pem'});
	const file = path.join(state, OWN);
	try {
		makeFolder(state, 0o700);
		const text = `${JSON.stringify({name, pem: String(pem)}, null, '\t')}\n`;
		writeNew(file, text, 0o600);
		return {ok: true, key: {name, pem: String(pem), publicKey: publicOf(String(pem))}};
	} catch (error) {
		if (codeOf(error) === 'EEXIST')
			return {ok: false, why: `${shownPath(file)}: there is a key, and it stays.`};
		return {ok: false, why: `${shownPath(file)}: it cannot be written: ${diskTrouble(error)}.`};
	}
}

/** Whether a name can stand in a signature: printable, and of a length that fits on a line. */
export function isSigner(name: string): boolean {
	return name.trim() !== '' && name.length <= SIGNER_LENGTH_MAX && cleanText(name) === name;
}

export function isPublicKey(text: string): boolean {
	return PUBLIC.test(text) && Buffer.from(text, 'base64').toString('base64') === text;
}

/** The key that a text names, for node:crypto. */
export function keyFrom(publicKey: string): ReturnType<typeof createPublicKey> {
	const bytes = Buffer.from(publicKey, 'base64');
	return createPublicKey({key: Buffer.concat([SPKI, bytes]), type: 'spki', format: 'der'});
}

/** What people compare keys by: `3f2a 91c0 77de 04b1`. */
export function fingerprintOf(publicKey: string): string {
	const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
	return digits.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Keys that were made known. Where their file cannot be read `why` says so, which is not the same as none. */
export function knownKeys(state: string): Outcome<{readonly known: KnownKeys}> {
	const file = path.join(state, KNOWN);
	const read = readJson(file);
	if (!read.ok && read.absent) return {ok: true, known: {}};
	if (!read.ok) return {ok: false, why: `${shownPath(file)}: ${read.why}.`};
	return isKnownKeys(read.value)
		? {ok: true, known: read.value}
		: {ok: false, why: `${shownPath(file)}: it is damaged.`};
}

function isKnownKeys(value: unknown): value is KnownKeys {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return Object.entries(value).every(
		([name, key]) => isSigner(name) && typeof key === 'string' && isPublicKey(key),
	);
}

/** Makes a key known under a name, in place of any other. Says in a sentence what went wrong, if anything did. */
export function trustKey(state: string, name: string, key: string): string | undefined {
	return changeKnown(state, known => ({...known, [name]: key}));
}

export function forgetKey(state: string, name: string): string | undefined {
	return changeKnown(state, known =>
		Object.fromEntries(Object.entries(known).filter(([each]) => each !== name)),
	);
}

function changeKnown(state: string, changed: (known: KnownKeys) => KnownKeys): string | undefined {
	const file = path.join(state, KNOWN);
	let lock: RunLock | undefined;
	try {
		makeFolder(state, 0o700);
		const locked = lockRun(file);
		if (!locked.ok && locked.held)
			return `${shownPath(file)}: another program is writing it. Try once more.`;
		lock = locked.ok ? locked.lock : undefined;
		const before = knownKeys(state);
		if (!before.ok) return before.why;
		writeAtomic(file, `${JSON.stringify(changed(before.known), null, '\t')}\n`);
		return undefined;
	} catch (error) {
		return `${shownPath(file)}: it cannot be written: ${diskTrouble(error)}.`;
	} finally {
		lock?.release();
	}
}

function publicOf(pem: string): string {
	const key = createPublicKey(createPrivateKey(pem));
	if (key.asymmetricKeyType !== 'ed25519') throw new Error('no key of ours');
	const der = key.export({type: 'spki', format: 'der'});
	return der.subarray(SPKI.length).toString('base64');
}
