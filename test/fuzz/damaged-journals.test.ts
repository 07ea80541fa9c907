import fs from 'node:fs';
import {describe, expect, test} from 'vitest';
import {journalFrom, type ReadJournal} from '../../src/saves/read-journal.ts';
import {replay, resume} from '../../src/session/index.ts';
import {goldenFile, goldenNamed} from '../golden/golden.ts';
import {EVERY_CASE, someOf} from '../support/sampled.ts';

/** A run that ended, and a file with a line for people and letters of more than one byte. */
const RUN = goldenNamed('read-a-panel', 'textbook');
const SAMPLES: readonly (readonly [string, Buffer])[] = [
	['a golden journal', fs.readFileSync(goldenFile(RUN))],
	['a journal of every kind of line', formatSample()],
];

const BITS = [0, 1, 2, 3, 4, 5, 6, 7];

function formatSample(): Buffer {
	return fs.readFileSync(new URL('../../saves/formats/format-3.journal.jsonl', import.meta.url));
}

function readBytes(bytes: Buffer): ReadJournal {
	return journalFrom('damaged.journal.jsonl', bytes);
}

/** What a reader is told: a sentence that names the file, or what was kept. */
function sentence(read: ReadJournal): string {
	if (read.ok) return `whole until ${String(read.journal.cutAt)}`;
	expect(read.message).toMatch(/^damaged\.journal\.jsonl: [a-z].*\.$/su);
	return read.message;
}

/** All that a journal says, whatever line it stands on. */
function contentOf(read: ReadJournal & {ok: true}): string {
	const {begin, lines} = read.journal;
	return JSON.stringify([begin, lines.map(({line}) => line)]);
}

describe.each(SAMPLES)('%s', (_, bytes) => {
	const text = bytes.toString('utf8');
	const places = [...bytes.keys()];
	const eighth = bytes.length / 8;

	test('cut at every byte is refused, or its whole lines are kept and the cut is told', () => {
		const whole = readBytes(bytes);
		expect(whole).toMatchObject({ok: true, journal: {cutAt: null}});
		for (const length of someOf(places, 3 * eighth)) {
			const read = readBytes(bytes.subarray(0, length));
			sentence(read);
			if (!read.ok) continue;
			expect(read.keptBytes).toBeLessThanOrEqual(length);
			const endsWhole = read.keptBytes === length;
			expect(read.journal.cutAt === null).toBe(endsWhole);
			if (whole.ok && length < bytes.length - 1) {
				expect(contentOf(whole).startsWith(contentOf(read).slice(0, -2))).toBe(true);
			}
		}
	});

	test('with any one bit flipped is refused, or what it says is unchanged, or the cut is told', () => {
		const whole = readBytes(bytes);
		for (const at of someOf(places, 3 * eighth)) {
			for (const bit of EVERY_CASE ? BITS : [at % BITS.length]) {
				const damaged = Buffer.from(bytes);
				damaged[at]! ^= 1 << bit;
				const read = readBytes(damaged);
				sentence(read);
				if (!read.ok || read.journal.cutAt !== null) continue;
				expect(whole.ok && contentOf(read) === contentOf(whole), `byte ${String(at)}`).toBe(true);
			}
		}
	});

	test('as other systems write text, says the same', () => {
		const whole = readBytes(bytes);
		for (const as of [text.replaceAll('\n', '\r\n'), `\ufeff${text}`]) {
			const read = readBytes(Buffer.from(as));
			expect(whole.ok && read.ok && contentOf(read) === contentOf(whole)).toBe(true);
			expect(read).toMatchObject({lack: undefined, keptBytes: Buffer.byteLength(as)});
		}
	});

	test('with zeros from any byte on is taken as far as its lines go, and in the middle is refused', () => {
		const whole = readBytes(bytes);
		for (const at of someOf(places, eighth)) {
			const ends = Buffer.from(bytes).fill(0, at);
			const read = readBytes(ends);
			expect(read.ok).toBe(readBytes(bytes.subarray(0, at)).ok);
			if (read.ok) expect(read.lack).toMatch(/zeros|cut off/u);
			const within = Buffer.from(bytes).fill(0, at, Math.min(at + 40, bytes.length - 40));
			const hollow = readBytes(within);
			sentence(hollow);
			// What is for people may be anything.
			if (hollow.ok) expect(whole.ok && contentOf(hollow) === contentOf(whole)).toBe(true);
		}
	});

	test('with lines swapped, left out or repeated is refused at the first of them', () => {
		const lines = text.split('\n').filter(line => line !== '');
		const first = lines.findIndex(line => !line.startsWith('#'));
		const last = lines.length - 1;
		for (let one = first; one <= last; one++) {
			const without = lines.filter((_, at) => at !== one);
			const twice = [...lines.slice(0, one + 1), ...lines.slice(one)];
			expect(readBytes(written(twice)).ok).toBe(false);
			// A journal without its last line is one that stopped before it.
			if (one < last) expect(readBytes(written(without)).ok).toBe(false);
			for (let other = one + 1; other <= last; other++) {
				const swapped = [...lines];
				[swapped[one], swapped[other]] = [swapped[other]!, swapped[one]!];
				const read = readBytes(written(swapped));
				expect(read.ok).toBe(false);
				expect(sentence(read)).toMatch(
					one === first ? /\.$/u : new RegExp(`line ${String(one + 1)}\\b`),
				);
			}
		}
	});
});

test('cut after any of its lines, a run goes on from there and its journal stays whole', () => {
	const [, bytes] = SAMPLES[0]!;
	const lines = bytes.toString('utf8').split('\n').slice(0, -1);
	const options = {game: '0.1.0', node: 20, observed: false};
	for (const kept of someOf([...lines.keys()].slice(1), 6)) {
		const read = readBytes(written(lines.slice(0, kept)));
		if (!read.ok) throw new Error(read.message);
		const more: string[] = [];
		const resumed = resume(RUN.level, read.journal, {...options, onLine: line => more.push(line)});
		if (!resumed.ok) throw new Error(resumed.problem.message);
		resumed.session.advance(600);
		resumed.session.noteReached();
		const whole = readBytes(written([...lines.slice(0, kept), ...more]));
		if (!whole.ok) throw new Error(whole.message);
		const again = replay(RUN.level, whole.journal, options);
		expect(again).toMatchObject({ok: true, divergence: null});
		expect(again.ok && again.result.hash).toBe(resumed.session.result().hash);
	}
});

function written(lines: readonly string[]): Buffer {
	return Buffer.from(lines.map(line => `${line}\n`).join(''));
}
