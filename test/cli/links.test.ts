import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {packedRun} from '../../src/session/link/packed-run.ts';
import {parseJournal} from '../../src/session/index.ts';
import {forgedLink, linkOf} from '../support/forged-link.ts';
import {someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';

const GOLDEN = 'saves/golden/read-a-panel/textbook.journal.jsonl';
const UTF8 = {LC_ALL: 'C.UTF-8'};

let folder: string;
let link: string;
let run: unknown[];

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-links-'));
	link = outage(['share', GOLDEN]).out.trimEnd();
	const parsed = parseJournal(fs.readFileSync(GOLDEN, 'utf8'));
	run = parsed.ok ? (packedRun(parsed.journal) as unknown[]) : [];
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

/** What the program answers in an empty folder, which stays empty. */
function inFolder(words: readonly string[], input = '') {
	const cwd = path.join(folder, 'empty');
	fs.mkdirSync(cwd, {recursive: true});
	const said = outage(words, input, {XDG_CONFIG_HOME: path.join(folder, 'state')}, cwd);
	expect(fs.readdirSync(cwd)).toEqual([]);
	return said;
}

test('share prints a run as a link, alone or behind the address of a page', () => {
	expect(link).toMatch(/^#run=1\.[\w.-]+$/u);
	expect(outage(['share', GOLDEN, '--base', 'https://a.example/drill/?x#y'])).toEqual({
		...{code: 0, err: ''},
		out: `https://a.example/drill/?x${link}\n`,
	});
});

test('a link scores as its journal does, and says so first', () => {
	const [of, linked] = [GOLDEN, link].map(each => outage(['score', each], '', UTF8).out);
	const [verdict = '', , ...rest] = (linked ?? '').split('\n');
	expect(verdict).toMatch(/^won, \d+, the same when re-simulated$/u);
	expect(rest.join('\n')).toBe(of);
});

test('every command that takes a file takes a link, also through a pipe', () => {
	const verified = inFolder(['replay', '--verify', `http://localhost:4000/${link}`]);
	expect(verified).toMatchObject({code: 0, err: ''});
	expect(verified.out).toMatch(/^Verified: re-simulating it gives the result the link claims/mu);
	expect(inFolder(['share', link]).out).toBe(`${link}\n`);
	expect(inFolder(['share', '-'], `${link}\n`).out).toBe(`${link}\n`);
	const cast = path.join(folder, 'run.cast');
	expect(inFolder(['replay', link, '--asciicast', cast, '--speed', '240'])).toMatchObject({
		code: 0,
	});
	expect(fs.statSync(cast).size).toBeGreaterThan(10_000);
});

test('what needs a file of its own says that a link has none', () => {
	const said = inFolder(['sign', link]);
	expect(said).toMatchObject({code: 2, out: ''});
	expect(said.err).toMatch(/and a link has none/u);
	expect(inFolder(['replay', link, '--salvage', 'out'])).toMatchObject({code: 2, out: ''});
});

const REFUSED: readonly [string, () => string, number, RegExp][] = [
	['cut', () => link.slice(0, -9), 2, /cut off or changed on its way/u],
	['of a megabyte', () => `#run=${'A'.repeat(100_000)}`, 2, /longer than 8192/u],
	['that unpacks to megabytes', () => linkOf(new Uint8Array(5_000_000)), 2, /more than 64 kB/u],
	['of another form', () => '#run=3.7.1.0.x', 2, /`npx outage-oncall@7\.1 replay LINK` plays it/u],
	[
		'with a script and a direction in a name',
		() => forgedLink([run[0], ['<script>\u202ealert(1)</script>'], [[1, 0, 'show dns']], 60]),
		...([2, /“by”: expected printable characters/u] as const),
	],
	[
		'of a level that is nowhere',
		() => forgedLink([{...(run[0] as object), level: 'our-own'}, ...run.slice(1)]),
		...([2, /“our-own”, which is not one of the game's: get its folder/u] as const),
	],
	[
		'of a level that leads elsewhere',
		() =>
			forgedLink([
				{...(run[0] as object), level: path.resolve('levels/october-20')},
				...run.slice(1),
			]),
		...([2, /which is not one of the game's/u] as const),
	],
	[
		'that claims another end',
		() => forgedLink([...run.slice(0, 3), {...(run[3] as object), harm: 0}]),
		...([1, /^the link: It does not replay as recorded/u] as const),
	],
];
test.each(someOf(REFUSED, 4))(
	'a link %s is refused with one sentence, and nothing else happens',
	(_, made, code, sentence) => {
		const said = inFolder(['replay', made()]);
		expect(said).toMatchObject({code, out: ''});
		expect(said.err).toMatch(sentence);
		expect(said.err.trimEnd().split('\n')).toHaveLength(1);
		expect(said.err.length).toBeLessThan(400);
	},
);

test('so does every command', () => {
	for (const command of someOf(['score', 'debrief', 'share'], 1)) {
		expect(inFolder([command, link.slice(0, -9)])).toMatchObject({code: 2, out: ''});
	}
});

test('the page of a debrief is the run as well', () => {
	const page = path.join(folder, 'page.html');
	fs.writeFileSync(page, `<!doctype html>\n<p><code>${link}</code></p>`);
	expect(inFolder(['share', page]).out).toBe(`${link}\n`);
	fs.writeFileSync(page, '<!doctype html>\n<p>Nothing of ours.</p>');
	const said = inFolder(['share', page]);
	expect(said).toMatchObject({code: 2, out: ''});
	expect(said.err).toMatch(/does not begin as a journal does/u);
});

test.each([
	[['--base', 'drill'], /--base expects the address of a page/u],
	[['--base', 'javascript:alert(1)'], /--base expects the address of a page/u],
	[['--qr'], /--qr is for telephones, which need the address of a page/u],
])('share %j is refused', (options, sentence) => {
	const {code, out, err} = outage(['share', GOLDEN, ...options]);
	expect({code, out}).toEqual({code: 2, out: ''});
	expect(err).toMatch(sentence);
});

test('a QR code is drawn below the link, black on white or without colours', () => {
	const words = ['share', GOLDEN, '--base', 'https://a.example/', '--qr'];
	const lines = outage(words, '', UTF8).out.trimEnd().split('\n');
	expect(lines.length).toBeGreaterThan(30);
	expect(
		lines.slice(1).every(line => /^\u001b\[38;5;16;48;5;231m[ █▀▄]+\u001b\[0m$/u.test(line)),
	).toBe(true);
	const plain = outage(words, '', {LC_ALL: 'C', NO_COLOR: '1'}).out;
	expect(plain.split('\n').slice(1).join('')).toMatch(/^[ #]+$/u);
});
