import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {someOf} from '../support/sampled.ts';
import {ROOT} from '../support/tree.ts';
import {installInto, type Installed} from './installed.ts';

type Manifest = {
	readonly version: string;
	readonly repository: {readonly url: string};
	readonly homepage: string;
	readonly bugs: {readonly url: string};
	readonly keywords: readonly string[];
	readonly publishConfig: object;
};

const REPOSITORY = 'https://github.com/outage-oncall/outage-oncall';
const RAW = REPOSITORY.replace('github.com', 'raw.githubusercontent.com');
const URLS = /https:\/\/[^\s)>"`]+/gu;
/** Paths that begin in a folder of the repository. */
const PATHS = /(?<![\w/.-])(?:docs|levels|saves|src|test|build|dist)\/[\w./-]+\w/gu;

const scratch = mkdtempSync(join(tmpdir(), 'outage-oncall-published-'));
let installed: Installed;

beforeAll(async () => {
	installed = await installInto(scratch);
	const kilobytes = (statSync(installed.tarball).size / 1000).toFixed(0);
	console.log(`The tarball has ${kilobytes} kB.`);
}, 120_000);
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

function program(words: readonly string[], input = '') {
	const env = {...process.env, ...installed.env};
	return spawnSync(installed.program, words, {encoding: 'utf8', cwd: scratch, env, input});
}

const inPackage = (path: string) => readFileSync(join(installed.folder, path), 'utf8');
const manifest = () => JSON.parse(inPackage('package.json')) as Manifest;

/** What a page of the repository is in a clone; undefined for pages elsewhere. */
function fileOf(url: string): string | undefined {
	const {version} = manifest();
	const pages = [
		`${REPOSITORY}/blob/v${version}/`,
		`${REPOSITORY}/blob/main/`,
		`${REPOSITORY}/tree/main/`,
		`${RAW}/v${version}/`,
	];
	const page = pages.find(each => url.startsWith(each));
	return page === undefined ? undefined : (url.slice(page.length).split('#')[0] ?? '');
}

/** Everything that a text sends its reader to, and that is not there. */
function missing(text: string): readonly string[] {
	const read = text.replaceAll(/\[[^\]]*\]\(([^)]*)\)/gu, ' $1 '); // What a link is called is no path.
	const pages = [...read.matchAll(URLS)].map(([url]) => url.replace(/[.,:;]$/u, ''));
	const deadPages = pages.filter(url => {
		const file = fileOf(url);
		return file !== undefined && !existsSync(join(ROOT, file));
	});
	const paths = [...read.replaceAll(URLS, '').matchAll(PATHS)].map(([path]) => path);
	return [...deadPages, ...paths.filter(path => !existsSync(join(installed.folder, path)))];
}

describe('the package as a stranger has it', () => {
	test('says where it comes from, and is published for all with provenance', () => {
		expect(manifest()).toMatchObject({
			repository: {type: 'git', url: `git+${REPOSITORY}.git`},
			homepage: `${REPOSITORY}#readme`,
			bugs: {url: `${REPOSITORY}/issues`},
			keywords: expect.arrayContaining(['on-call', 'incident-response', 'terminal']),
			publishConfig: {access: 'public', provenance: true},
		});
		expect(readdirSync(installed.folder).sort()).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'dist',
			'package.json',
		]);
	});

	test('has a README of which every link and picture is a page of this version', () => {
		const readme = inPackage('README.md');
		const targets = [...readme.matchAll(/\]\(([^)]+)\)/gu)].map(([, target = '']) => target);
		expect(targets.length).toBeGreaterThan(8);
		expect(targets.filter(target => !target.startsWith('https://'))).toEqual([]);
		expect(targets.filter(target => fileOf(target) !== undefined).length).toBeGreaterThan(8);
		expect(missing(readme)).toEqual([]);
	});

	test('has a changelog of which every path is there', () => {
		expect(inPackage('CHANGELOG.md')).toContain(`## [${manifest().version}]`);
		expect(missing(inPackage('CHANGELOG.md'))).toEqual([]);
	});

	test('names in the help of every command only what is there', () => {
		const whole = program(['--help']).stdout;
		const commands = new Set(
			[...whole.matchAll(/^ {2}outage-oncall (\w\S*)/gmu)].map(([, name]) => name!),
		);
		expect(commands.size).toBeGreaterThan(10);
		for (const command of someOf([...commands], 8)) {
			const {status, stdout} = program([command, '--help']);
			expect({command, status, missing: missing(stdout)}).toEqual({
				command,
				status: 0,
				missing: [],
			});
		}
		expect(missing(whole)).toEqual([]);
		expect(whole).toContain(`${REPOSITORY}/blob/main/docs/protocol.md`);
	});

	test('makes a level that names only what is there', () => {
		expect(program(['levels', 'new', 'cold start']).status).toBe(0);
		const level = readFileSync(join(scratch, 'cold-start', 'level.yaml'), 'utf8');
		expect(missing(level)).toEqual([]);
		expect(level).toContain(`${REPOSITORY}/blob/main/docs/levels.md`);
	});

	test('would have a path found that is not there', () => {
		expect(missing(`docs/none.md ${REPOSITORY}/blob/main/docs/none.md, dist/levels`)).toHaveLength(
			2,
		);
	});

	test('plays, keeps the run, and lives it again', () => {
		const saves = join(scratch, 'saves');
		const words = ['play', 'read-a-panel', '--plain', '--new', '--saves', saves];
		expect(program(words, 'until 10:25\nquit\n').status).toBe(0);
		const [journal = ''] = readdirSync(saves).filter(name => name.endsWith('.jsonl'));
		const {status, stdout} = program(['replay', join(saves, journal), '--verify']);
		expect({status, stdout}).toEqual({status: 0, stdout: expect.stringContaining('Verified')});
	});
});
