import {generateKeyPairSync} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {resealed} from '../support/resealed.ts';
import {someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/read-a-panel/textbook.journal.jsonl';

let folder: string;
let file: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-sign-'));
	file = path.join(folder, 'run.journal.jsonl');
	fs.copyFileSync(GOLDEN, file);
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const at = (home: string, ...words: readonly string[]) =>
	outage(words, '', {XDG_CONFIG_HOME: path.join(folder, home)});
const ada = (...words: readonly string[]) => at('ada', ...words);
const ben = (...words: readonly string[]) => at('ben', ...words);
const keyIn = (home: string) => at(home, 'key').out.trim().split(' ').at(-1)!;
const verify = (who: typeof ada, journal = file) => who('replay', journal, '--verify');

test.each(
	someOf(
		[
			['cut', '{"Ben": "Aa'],
			['no list', '[]'],
			['a key that is none', '{"Ben":"x"}'],
		],
		1,
	),
)('keys that were made known stay as they are in a damaged file: %s', (_, text) => {
	const key =
		/key trust NAME (\S+)$/mu.exec(at('cut', 'key', 'new', 'Cy').out)?.[1] ?? keyIn('cut');
	const known = path.join(folder, 'cut', 'outage-oncall', 'known-keys.json');
	fs.writeFileSync(known, text);
	for (const words of [['trust', 'Dee', key], ['forget', 'Ben'], []]) {
		const {code, err} = at('cut', 'key', ...words);
		expect({code, err}).toMatchObject({code: 2, err: expect.stringContaining('it is damaged')});
		expect(fs.readFileSync(known, 'utf8')).toBe(text);
	}
});

test('a signature that cannot be judged for want of the known keys is not merely unknown', () => {
	const copy = path.join(folder, 'judged.journal.jsonl');
	fs.copyFileSync(file, copy);
	at('eve', 'key', 'new', 'Eve');
	expect(at('eve', 'sign', copy)).toMatchObject({code: 0});
	fs.mkdirSync(path.join(folder, 'dull', 'outage-oncall'), {recursive: true});
	fs.writeFileSync(path.join(folder, 'dull', 'outage-oncall', 'known-keys.json'), '[');
	const {err} = at('dull', 'replay', copy, '--verify');
	expect(err).toMatch(/known-keys\.json: it is damaged\. Signatures are judged without it\.\n/u);
});

test.each([
	['of another kind', 'Ann', generateKeyPairSync('rsa', {modulusLength: 2048})],
	['with a name that cannot be signed with', 'An\nn', generateKeyPairSync('ed25519')],
])('a key %s signs nothing', (_, name, {privateKey}) => {
	const own = path.join(folder, 'odd', 'outage-oncall', 'key.json');
	fs.mkdirSync(path.dirname(own), {recursive: true});
	const pem = privateKey.export({type: 'pkcs8', format: 'pem'});
	fs.writeFileSync(own, JSON.stringify({name, pem}));
	const before = fs.readFileSync(file);
	for (const words of [['key'], ['sign', file]]) {
		expect(at('odd', ...words)).toMatchObject({
			code: 2,
			err: expect.stringContaining('it is damaged'),
		});
	}
	expect(fs.readFileSync(file)).toEqual(before);
});

test('what comes from a pipe has no file to be signed in', () => {
	const {code, err} = ada('sign', '-');
	expect({code, err}).toMatchObject({code: 2, err: expect.stringContaining('in its own file')});
});

describe('a run is signed', () => {
	test('with a key that is made once, for its owner’s eyes only', () => {
		expect(ada('sign', file)).toMatchObject({code: 2, err: expect.stringContaining('key new')});
		const made = ada('key', 'new', 'Ada');
		expect(made).toMatchObject({code: 0, err: ''});
		const key = path.join(folder, 'ada', 'outage-oncall', 'key.json');
		if (process.platform !== 'win32') expect(fs.statSync(key).mode & 0o777).toBe(0o600);
		const before = fs.readFileSync(key);
		expect(ada('key', 'new', 'Ada')).toMatchObject({code: 2});
		expect(fs.readFileSync(key)).toEqual(before);
		expect(ada('key').out).toBe(made.out);
	});

	test('once it came out, as player and as host, each once', () => {
		for (const role of ['player', 'host']) {
			expect(ada('sign', file, '--as', role)).toMatchObject({code: 0, err: ''});
			expect(ada('sign', file, '--as', role).out).toMatch(/Nothing to do\./u);
		}
		expect(fs.readFileSync(file, 'utf8').match(/^#signed /gmu)).toHaveLength(2);
		expect(ada('sign', file, '--as', 'judge')).toMatchObject({code: 2});
	});

	test('and whoever reads it is told what the signature is worth to them', () => {
		expect(verify(ada)).toMatchObject({
			...{code: 0, err: ''},
			out: expect.stringMatching(/^Signed as player by you, “Ada”\.$/mu) as string,
		});
		expect(verify(ben).out).toMatch(
			/^Signed as host by a key that is neither yours nor known \(.*\); it claims to be “Ada”\.$/mu,
		);
		const key = /key trust NAME (\S+)$/mu.exec(ada('key').out)![1]!;
		expect(ben('key', 'trust', 'Ada L.', key)).toMatchObject({code: 0, err: ''});
		expect(verify(ben).out).toMatch(/^Signed as player by Ada L\., whose key you know/mu);
		expect(ben('key', 'forget', 'Ada L.')).toMatchObject({code: 0});
		expect(verify(ben).out).not.toContain('Ada L.');
		const saves = path.dirname(file);
		expect(ada('records', '--saves', saves).out).toMatch(/player: you$/mu);
	});

	const FORGED: readonly [string, (text: string) => string][] = [
		['another run', text => text.replace(/^(?!#)[^]*?(?=^#signed)/mu, goldenOf('reckless'))],
		['another name', text => text.replace('"name":"Ada"', '"name":"Eve"')],
		['another role', text => text.replace('"role":"host"', '"role":"player"')],
		[
			'another key',
			text =>
				text.replace(
					/"key":"./u,
					found => `${found.slice(0, -1)}${found.endsWith('A') ? 'B' : 'A'}`,
				),
		],
		['a note left out', text => withoutNote(text)],
		['no JSON', text => `${text}#signed {"role":\n`],
		['nothing', text => `${text}#signed\n`],
		['a list', text => `${text}#signed [1, 2]\n`],
		['null', text => `${text}#signed null\n`],
		['what is no key', text => text.replace(/"key":"[^"]+"/u, '"key":"AAAA"')],
		['a key of zeros', text => text.replace(/"key":"[^"]+"/u, `"key":"${'A'.repeat(43)}="`)],
		['a name that is no name', text => text.replace('"name":"Ada"', '"name":"\\u001b[2J"')],
		['a number', text => text.replace(/"signature":"[^"]+"/u, '"signature":7')],
	];
	test.each(someOf(FORGED, 4))('and one of %s is refused in a sentence', (_, change) => {
		const forged = path.join(folder, 'forged');
		fs.writeFileSync(forged, change(fs.readFileSync(file, 'utf8')));
		expect(fs.readFileSync(forged)).not.toEqual(fs.readFileSync(file));
		const said = verify(ada, forged);
		expect(said.code).toBe(1);
		expect(said.err).toMatch(/signature (?:does not match|in it cannot be read)/u);
		expect(said.err).not.toMatch(/bug in the game|\n\s+at /u);
	});

	test('never where it does not come out, or goes on', () => {
		const text = fs.readFileSync(GOLDEN, 'utf8');
		const forged = path.join(folder, 'false.journal.jsonl');
		fs.writeFileSync(
			forged,
			resealed(text, lines => lines.map(line => ('harm' in line ? {...line, harm: 0.001} : line))),
		);
		const before = fs.readFileSync(forged);
		expect(ada('sign', forged)).toMatchObject({code: 2, out: ''});
		expect(fs.readFileSync(forged)).toEqual(before);
		fs.writeFileSync(forged, text.replace(/^\{"kind":"end"[^]*$/mu, ''));
		expect(ada('sign', forged).err).toMatch(/only a run that has ended can be signed/u);
	});
});

function goldenOf(player: string): string {
	return fs.readFileSync(`saves/golden/read-a-panel/${player}.journal.jsonl`, 'utf8');
}

/** The run without its note of who played, sealed again, with the signatures that it had. */
function withoutNote(text: string): string {
	const signatures = text.split('\n').filter(line => line.startsWith('#'));
	const run = text.split('\n').filter(line => !line.startsWith('#'));
	const forged = resealed(run.join('\n'), lines => lines.filter(({kind}) => kind !== 'note'));
	return `${forged}${signatures.join('\n')}\n`;
}
