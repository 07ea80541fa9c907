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
const NONCE_BYTES = 12;
const SEAL_BYTES = 18;

/** What opens a room, for each kind of guest, and what its tokens are sealed with. */
export type Codes = Readonly<Record<As | 'seal', string>>;

/** The codes of a run: the same whenever it is hosted with the same secret, so that guests find back. */
export function codesOf(secret: Buffer, run: string): Codes {
	const seal = createHmac('sha512', secret).update(`${run}\nseal`).digest('hex');
	const letters = Object.fromEntries(ROLES.map(as => [as, codeOf(secret, run, as)]));
	return {...(letters as Record<As, string>), seal};
}

/** What is kept of each code where many rooms share a door, and of what is typed there: nobody learns any by the clock. */
export function codeDigests(codes: Codes): readonly string[] {
	return ROLES.map(as => typedDigest(codes[as]));
}

export function typedDigest(typed: string): string {
	return digest(lettersIn(typed)).toString('base64url');
}

/** Whom a code lets in. Every code is compared, and in whole, so that time tells nothing about any. */
export function admitted(codes: Codes, typed: string): As | undefined {
	const read = digest(lettersIn(typed));
	let as: As | undefined;
	for (const role of ROLES) {
		if (timingSafeEqual(read, digest(codes[role].replaceAll('-', '')))) as = role;
	}
	return as;
}

/**
 * What a guest comes back with. Only its digest is kept; it is sealed with the name, so that a host that was started again
 * knows whose it is.
 */
export function newToken(
	{seal}: Pick<Codes, 'seal'>,
	name: string,
): {readonly token: string; readonly digest: string} {
	const nonce = randomBytes(NONCE_BYTES);
	const token = Buffer.concat([nonce, sealOf(seal, name, nonce)]).toString('base64url');
	return {token, digest: tokenDigest(token)};
}

/** Whether a token is one that this room has given to whoever has that name. */
export function isTokenOf({seal}: Pick<Codes, 'seal'>, name: string, token: string): boolean {
	const bytes = Buffer.from(token, 'base64url');
	if (bytes.length !== NONCE_BYTES + SEAL_BYTES) return false;
	const nonce = bytes.subarray(0, NONCE_BYTES);
	return timingSafeEqual(bytes.subarray(NONCE_BYTES), sealOf(seal, name, nonce));
}

function sealOf(seal: string, name: string, nonce: Buffer): Buffer {
	return createHmac('sha256', seal).update(nonce).update(name).digest().subarray(0, SEAL_BYTES);
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

function lettersIn(typed: string): string {
	return typed.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
