import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {resealed} from '../support/resealed.ts';
import {someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/two-writers/textbook.journal.jsonl';
const SENTENCE =
	/: It does not replay as recorded, from tick \d+ \(\d\d:\d\d:\d\d PDT\) in dns: recorded 0{16}, replayed [0-9a-f]{16}\.\n/u;

let folder: string;
let forged: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-refused-'));
	forged = path.join(folder, 'saves', 'forged.journal.jsonl');
	fs.mkdirSync(path.dirname(forged));
	fs.writeFileSync(forged, withOneMarkChanged(fs.readFileSync(GOLDEN, 'utf8')));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

/** One hash of one mark is another, and every checksum follows. */
function withOneMarkChanged(text: string): string {
	let isDone = false;
	return resealed(text, lines =>
		lines.map(line => {
			if (line['kind'] !== 'mark' || isDone) return line;
			isDone = true;
			return {...line, hashes: {...(line['hashes'] as object), dns: '0'.repeat(16)}};
		}),
	);
}

const READERS: readonly [string, readonly string[]][] = [
	['replay', []],
	['replay', ['--verify']],
	['replay', ['--asciicast', 'CAST']],
	['score', []],
	['score', ['--json']],
	['debrief', []],
	['debrief', ['--json']],
	['debrief', ['--html', 'CAST']],
];
test.each(someOf(READERS, 3))(
	'%s %j of a journal with one mark changed refuses, and tells nothing',
	(command, options) => {
		const written = path.join(folder, 'written');
		const words = options.map(word => (word === 'CAST' ? written : word));
		const {code, out, err} = outage([command, forged, ...words]);
		expect({code, out}).toEqual({code: 1, out: ''});
		expect(err).toMatch(SENTENCE);
		expect(fs.existsSync(written)).toBe(false);
	},
);

test('neither records nor drills are made of it', () => {
	const env = {XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder};
	const saves = ['--saves', path.dirname(forged)];
	for (const [words, said] of [
		// An index knows that it did not come out, and no longer where.
		[['records', ...saves], /: it does not replay as recorded, /u],
		[['review', 'rebuild', ...saves], SENTENCE],
	] as const) {
		const {out, err} = outage(words, '', env);
		expect(err).toMatch(said);
		expect(out).not.toMatch(/won|lost|PDT/u);
	}
});
