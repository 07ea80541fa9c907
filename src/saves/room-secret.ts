import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {codeOf, diskTrouble, makeFolder, readText, shownPath, writeNew} from './disk/index.ts';
import type {Outcome} from './keys.ts';

const FILE = 'room-secret';
const SECRET_BYTES = 32;
const WRITTEN = /^[0-9a-f]{64}\n?$/u;

/** What the codes of this player's rooms are made of: made once, for their eyes only. */
export function roomSecret(state: string): Outcome<{readonly secret: Buffer}> {
	const file = path.join(state, FILE);
	try {
		makeFolder(state, 0o700);
		writeNew(file, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, 0o600);
	} catch (error) {
		// One that is there stays: rooms that were left open their door to the same codes.
		if (codeOf(error) !== 'EEXIST') {
			return {ok: false, why: `${shownPath(file)}: it cannot be written: ${diskTrouble(error)}.`};
		}
	}
	const read = readText(file);
	if (!read.ok) return {ok: false, why: `${shownPath(file)}: ${read.why}.`};
	if (!WRITTEN.test(read.text)) return {ok: false, why: `${shownPath(file)}: it is damaged.`};
	return {ok: true, secret: Buffer.from(read.text.trim(), 'hex')};
}
