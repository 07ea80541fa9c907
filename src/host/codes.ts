import {createHash, createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import type {As} from '../team/index.ts';

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;
/** Bytes beyond it would favour the first letters. */
const BYTE_MAX = 256 - (256 % ALPHABET.length);
const ROLES = ['player', 'observer', 'facilitator', 'board'] as const satisfies readonly As[];
export const SECRET_BYTES = 32;

/** What opens a room, for each kind of guest. */
export type Codes = Readonly<Record<As, string>>;

/** The codes of a run: the same whenever it is hosted with the same secret, so that guests find back. */
export function codesOf(secret: Buffer, run: string): Codes {
	return Object.fromEntries(ROLES.map(as => [as, codeOf(secret, run, as)])) as Codes;
}

/** Whom a code lets in. Every code is compared, and in whole, so that time tells nothing about any. */
export function admitted(codes: Codes, typed: string): As | undefined {
	const read = digest(typed.toLowerCase().replaceAll(/[^a-z0-9]/gu, ''));
	let as: As | undefined;
	for (const role of ROLES) {
		if (timingSafeEqual(read, digest(codes[role].replaceAll('-', '')))) as = role;
	}
	return as;
}

/** What a guest comes back with. Only its digest is kept. */
export function newToken(): {readonly token: string; readonly digest: string} {
	const token = randomBytes(24).toString('base64url');
	return {token, digest: tokenDigest(token)};
}

export function tokenDigest(token: string): string {
	return digest(token).toString('base64url');
}

function codeOf(secret: Buffer, run: string, as: As): string {
	const letters = [...createHmac('sha512', secret).update(`${run}\n${as}`).digest()]
		.filter(byte => byte < BYTE_MAX)
		.slice(0, GROUPS * GROUP_LENGTH)
		.map(byte => ALPHABET.charAt(byte % ALPHABET.length))
		.join('');
	return Array.from({length: GROUPS}, (_, group) =>
		letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
	).join('-');
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
