import fs from 'node:fs';
import {expect, test} from 'vitest';
import {parseJournal} from './parse-journal.ts';
import {salvage} from './salvage.ts';
import {playedIn} from './score/index.ts';

const TEXT = fs.readFileSync(
	new URL('../../saves/formats/format-2.journal.jsonl', import.meta.url),
	'utf8',
);
const WHOLE = parseJournal(TEXT);
const FIRST_LINE = TEXT.indexOf('\n{') + 1;

test('whichever letter is damaged, what precedes its line is kept and says so of itself', () => {
	if (!WHOLE.ok) throw new Error(WHOLE.problem.message);
	const begun = TEXT.indexOf('\n', FIRST_LINE);
	for (let at = begun + 1; at < TEXT.length; at++) {
		if (TEXT[at] === '\n') continue;
		const damaged = `${TEXT.slice(0, at)}\u0001${TEXT.slice(at + 1)}`;
		const salvaged = salvage(damaged);
		if (!salvaged.ok) throw new Error(salvaged.problem.message);
		const {damagedAt, text} = salvaged;
		expect(damagedAt).toBe(TEXT.slice(0, at).split('\n').length);
		const read = parseJournal(text);
		if (!read.ok) throw new Error(read.problem.message);
		const kept = WHOLE.journal.lines.filter(({number}) => number < (damagedAt ?? 0));
		expect(read.journal.lines.map(({line}) => line)).toEqual(kept.map(({line}) => line));
		expect(playedIn(read.journal).claimed.salvaged).toBe(true);
	}
});

test('there is nothing to keep where the first line is damaged, and nothing to do where none is', () => {
	const damaged = `${TEXT.slice(0, FIRST_LINE + 5)}\u0001${TEXT.slice(FIRST_LINE + 6)}`;
	expect(salvage(damaged)).toMatchObject({ok: false, problem: {kind: 'not-a-journal'}});
	expect(salvage(TEXT)).toMatchObject({ok: true, damagedAt: null});
});
