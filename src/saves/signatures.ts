import {createHash, createPrivateKey, sign, verify} from 'node:crypto';
import type {Journal} from '../session/index.ts';
import {isPublicKey, isSigner, keyFrom, type KnownKeys, type OwnKey} from './keys.ts';

/** Who vouches: whoever played the run, or whoever it was played before. */
export const ROLES = ['player', 'host'] as const;
export type Role = (typeof ROLES)[number];

/** A signature as a journal holds it, in a line for people that other versions pass over. */
type Signature = {
	readonly role: Role;
	readonly name: string;
	readonly key: string;
	readonly signature: string;
};

/** What a signature is worth to whoever reads it. */
export type SignatureRead =
	| {
			readonly as: 'yours' | 'unknown';
			readonly role: Role;
			readonly name: string;
			readonly key: string;
	  }
	/** `knownAs` is the name that the reader gave the key; `name` what the signer says. */
	| {
			readonly as: 'known';
			readonly role: Role;
			readonly name: string;
			readonly key: string;
			readonly knownAs: string;
	  }
	/** Made for another run, or for this one before it was changed. */
	| {readonly as: 'misfit'}
	| {readonly as: 'unreadable'};

const BEGINS = '#signed ';
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/;
const SIGNATURES_MAX = 20;
const SCHEME = 'outage-oncall run signature 1';

/** The line that signs a run which has ended, without its line feed. */
export function signatureLine(
	text: string,
	journal: Journal,
	{name, pem, publicKey}: OwnKey,
	role: Role,
): string {
	const said = {role, name, key: publicKey};
	const message = messageOf(text, journal, said);
	const signature = sign(null, message, createPrivateKey(pem)).toString('base64');
	return BEGINS + JSON.stringify({...said, signature});
}

/** Every signature in the text of a journal, held against it. Never throws, whatever stands there. */
export function signaturesIn(
	text: string,
	journal: Journal,
	{own, known}: {readonly own: string | undefined; readonly known: KnownKeys},
): readonly SignatureRead[] {
	return linesOf(text)
		.filter(line => line.startsWith(BEGINS.trimEnd()))
		.slice(0, SIGNATURES_MAX)
		.map(line => {
			const found = signatureFrom(line);
			if (found === undefined) return {as: 'unreadable'};
			const {signature, ...said} = found;
			if (!fits(messageOf(text, journal, said), said.key, signature)) return {as: 'misfit'};
			if (said.key === own) return {as: 'yours', ...said};
			const knownAs = Object.keys(known).find(name => known[name] === said.key);
			return knownAs === undefined ? {as: 'unknown', ...said} : {as: 'known', ...said, knownAs};
		});
}

function fits(message: Buffer, key: string, signature: string): boolean {
	try {
		return verify(null, message, keyFrom(key), Buffer.from(signature, 'base64'));
	} catch {
		return false; // Bytes that are no key.
	}
}

/**
 * What is signed: the run with its end, who signs and as what. The sums of the chain are too short to keep
 * anybody from making another journal with the same; so all of its lines are in it, up to the end.
 */
function messageOf(
	text: string,
	{begin, lines}: Journal,
	{role, name, key}: Omit<Signature, 'signature'>,
): Buffer {
	const end = lines.findLast(({line}) => line.kind === 'end')?.number ?? 0;
	const chain = linesOf(text)
		.slice(0, end)
		.filter(line => line !== '' && !line.startsWith('#'));
	const digest = createHash('sha256').update(chain.join('\n')).digest('hex');
	const sum = /"sum":"([0-9a-f]{8})"\}$/.exec(chain.at(-1) ?? '')?.[1] ?? '';
	const {level, levelHash, seed} = begin;
	return Buffer.from(
		JSON.stringify([SCHEME, role, name, key, level, levelHash, seed, sum, digest]),
	);
}

function signatureFrom(line: string): Signature | undefined {
	try {
		const value = JSON.parse(line.slice(BEGINS.length)) as Partial<Record<string, unknown>>;
		const {role, name, key, signature} = value;
		const known = ROLES.find(each => each === role);
		if (known === undefined || typeof key !== 'string' || !isPublicKey(key)) return undefined;
		if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return undefined;
		return typeof name === 'string' && isSigner(name)
			? {role: known, name, key, signature}
			: undefined;
	} catch {
		return undefined;
	}
}

/** Whose signature a line is, as whoever signed says; undefined where it is none, and empty where it cannot be read. */
export function signer(line: string): string | undefined {
	return line.startsWith(BEGINS.trimEnd()) ? (signatureFrom(line)?.name ?? '') : undefined;
}

function linesOf(text: string): readonly string[] {
	return text.split('\n').map(line => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
