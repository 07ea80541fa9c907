import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {AXES} from '../../src/session/score/score.types.ts';
import {resealed} from '../support/resealed.ts';
import {someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/two-writers/textbook.journal.jsonl';
const UTF8 = {LC_ALL: 'C.UTF-8'};

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-score-'));
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function journalWith(change: (text: string) => string): string {
	const file = path.join(folder, 'changed.journal.jsonl');
	fs.writeFileSync(file, change(fs.readFileSync(GOLDEN, 'utf8')));
	return file;
}

test('score lives a run again and stands it among the reference runs, axis by axis', () => {
	const {code, out} = outage(['score', GOLDEN], '', UTF8);
	expect(code).toBe(0);
	expect(out).toMatch(/^harm avoided +100 █+ \|.{10}\| as good as (\d+) of \1$/mu);
	const said = outage(['score', GOLDEN, '--json']);
	const json = JSON.parse(said.out) as {axes: {id: string}[]; played: object; standing: object};
	expect(json.axes.map(({id}) => id)).toEqual([...AXES]);
	expect(json.played).toMatchObject({claimed: {by: 'program'}});
	expect(Object.keys(json.standing)).toEqual([...AXES]);
});

test('the card to share has five short lines and tells nothing of what the level holds', () => {
	const {out} = outage(['score', GOLDEN, '--card'], '', UTF8);
	const lines = out.trimEnd().split('\n');
	expect(lines).toHaveLength(5);
	expect(lines.every(line => line.length <= 80)).toBe(true);
	expect(out).toMatch(/^won \(claimed: program\); safety and tasks 100, harm avoided 100$/mu);
	expect(out).not.toMatch(/dns|automation|dynamodb|\d\d:\d\d/iu);
});

test('without UTF-8 it is drawn in ASCII', () => {
	for (const words of someOf(
		[
			['score', GOLDEN],
			['score', GOLDEN, '--card'],
		],
		1,
	)) {
		expect(outage(words, '', {LC_ALL: 'C'}).out).toMatch(/^[\n\u0020-\u007E]*$/u);
	}
});

const FORGED: readonly [string, (text: string) => string, number, RegExp][] = [
	[
		'edited',
		text => text.replace('pause dns-automation', 'pause nlb-failover'),
		2,
		/was edited or damaged at line \d+/u,
	],
	[
		'edited by somebody who knows how',
		text => resealed(text.replace('pause dns-automation', 'pause nlb-failover'), lines => lines),
		1,
		/does not replay as recorded, from tick \d+ /u,
	],
	[
		'given a better end by somebody who knows how',
		text =>
			resealed(text.replace(/("kind":"end".*"hash":")[0-9a-f]{4}/u, '$1abcd'), lines => lines),
		1,
		/does not replay as recorded, from tick \d+ /u,
	],
	[
		'given less harm by somebody who knows how',
		text => resealed(text.replace(/"harm":[0-9.e+-]+/u, '"harm":0.0001'), lines => lines),
		1,
		/in harm: recorded 0\.0001, replayed \d+/u,
	],
];
test.each(someOf(FORGED, 2))('a journal that was %s has no score', (_, change, code, sentence) => {
	const file = journalWith(change);
	expect(fs.readFileSync(file, 'utf8')).not.toBe(fs.readFileSync(GOLDEN, 'utf8'));
	const said = outage(['score', file]);
	expect(said).toMatchObject({code, out: ''});
	expect(said.err).toMatch(sentence);
});

test('a run by lines ends with its card, without bars for those who listen', () => {
	const place = path.join(folder, 'saves');
	const words = ['play', 'read-a-panel', '--plain', '--saves', place];
	const {out} = outage(words, 'until 10:25\nquit\n', UTF8);
	expect(out).toMatch(/^lost \(claimed: human, own time\); safety and tasks 0$/mu);
	expect(out).not.toContain('█');
});
