import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {EVERY_CASE, someOf, times} from '../support/sampled.ts';
import {outage} from './outage.ts';

const SEEDS = times(1, 3);

let folder: string;
let home: NodeJS.ProcessEnv;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-levels-'));
	home = {XDG_CONFIG_HOME: path.join(folder, 'config')};
	expect(outage(['levels', 'new', 'starter', '--in', folder]).code).toBe(0);
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

/** A level of somebody's, begun from the game's own starter and changed. */
function aLevel(name: string, change: (yaml: string) => string): string {
	const at = path.join(folder, name);
	fs.cpSync(path.join(folder, 'starter'), at, {recursive: true});
	const file = path.join(at, 'level.yaml');
	fs.writeFileSync(
		file,
		change(fs.readFileSync(file, 'utf8').replace(/^id: starter$/mu, `id: ${name}`)),
	);
	return at;
}

describe('levels', () => {
	test('lists the ladder from its foot, and what is beside it below', () => {
		const {code, out} = outage(['levels'], '', home);
		expect(code).toBe(0);
		const rungs = [...out.matchAll(/^L(\d+) /gm)].map(([, rung]) => Number(rung));
		expect(rungs.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
		expect(rungs).toEqual(rungs.toSorted((a, b) => a - b));
		expect(out).toMatch(/^L0 +read-a-panel +Read a panel +ladder +calm +90 seconds$/m);
		expect(out).toMatch(/^ +Stop the automation before you edit what it writes\.$/m);
		expect(out.indexOf('first-steps')).toBeGreaterThan(out.lastIndexOf('\nL'));
	});

	test('tells the best of what was played', () => {
		const saves = path.join(folder, 'saves');
		for (const player of ['silent', 'textbook']) {
			outage(['run', 'read-a-panel', '--player', player, '--saves', saves]);
			const said = player === 'silent' ? 'lost 1x' : 'won, impact 0';
			expect(outage(['levels', '--saves', saves]).out).toMatch(new RegExp(`^L0 .* ${said}$`, 'm'));
		}
	});

	test('tells everything about one, as text and as data', () => {
		const {out} = outage(['levels', 'two-writers'], '', home);
		expect(out).toContain('09:30 to 10:45 PDT; you take over at 09:58');
		expect(out).toContain('players  all-but-the-lesson, random, reckless');
		expect(JSON.parse(outage(['levels', 'two-writers', '--json'], '', home).out)).toMatchObject({
			format: 1,
			levels: [{id: 'two-writers', ladder: 2, difficulty: 'steady', best: ''}],
		});
		expect(outage(['levels', 'nothing-like-it']).code).toBe(2);
	});
});

describe('levels new', () => {
	test('makes a level that passes the check and can be played', () => {
		const made = outage(['levels', 'new', ' My first Level! ', '--in', folder]);
		expect({code: made.code, err: made.err}).toEqual({code: 0, err: ''});
		const at = path.join(folder, 'my-first-level');
		const {code, out} = outage(['levels', 'check', at, '--seeds', String(SEEDS)]);
		const all = `${String(SEEDS)}/${String(SEEDS)}`;
		expect(out).toMatch(new RegExp(`^textbook +${all} +100 %`, 'mu'));
		expect(out).toMatch(/\nProven\.\n$/);
		expect(code).toBe(0);
		expect(outage(['run', at, '--player', 'textbook', '--json']).out).toContain('"won": true');
	});

	test('leaves alone what is there', () => {
		const at = aLevel('mine', yaml => `# changed\n${yaml}`);
		const again = outage(['levels', 'new', 'Mine', '--in', folder]);
		expect(again.code).toBe(2);
		expect(again.err).toMatch(/mine exists already, and is left as it is\.$/m);
		expect(fs.readFileSync(path.join(at, 'level.yaml'), 'utf8')).toMatch(/^# changed\n/);
	});

	test.each([
		['!!!', 'has no letter or digit'],
		['Read a panel', "is one of the game's own levels"],
		['../../up', 'up'],
		['Con', 'a device to Windows'],
		['LPT1', 'a device to Windows'],
	])('%s is cleaned or refused', (name, said) => {
		const {code, out, err} = outage(['levels', 'new', name, '--in', folder]);
		expect(out + err).toContain(said);
		expect(code).toBe(name.includes('up') ? 0 : 2);
		expect(fs.existsSync(path.join(folder, '..', 'up'))).toBe(false);
	});
});

describe('a level from outside', () => {
	const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
		.concat(
			Array.from({length: 9}, (_, n) => {
				const [name, before] = ['bcdefghij'[n]!, 'abcdefghi'[n]!];
				return `${name}: &${name} [${Array.from({length: 9}, () => `*${before}`).join(', ')}]`;
			}),
		)
		.join('\n');

	const REFUSED: readonly [string, (yaml: string) => string, RegExp][] = [
		[
			'a key it does not know',
			y => y.replace('lesson:', 'leson:'),
			/level\.yaml:11:1: `leson` is not known in the level\. Did you mean “lesson”\?/,
		],
		[
			'a value out of its range',
			y => y.replace('pressure: 0', 'pressure: 7'),
			/level\.yaml:13:19: dials\.pressure: expected at most 3/,
		],
		[
			'an order nobody can give',
			y => y.replace('09:31 page network', '09:31 page nobody'),
			/level\.yaml:22:7: “nobody” does not follow “page”: expected <team>\. Did/,
		],
		[
			'a metric that is not measured',
			y => y.replace('border.loss, below', 'border.lost, below'),
			/level\.yaml:\d+:\d+: .*“border\.lost”.* Did you mean “border\.loss”/,
		],
		['a bomb of aliases', () => bomb, /level\.yaml:2:8: expected few aliases, /],
		[
			'brackets without end',
			() => `a: ${'['.repeat(100_000)}`,
			/level\.yaml:1:1: .*nested too deeply/,
		],
		[
			'more text than anybody writes',
			y => y + '#'.repeat(300_000),
			/level\.yaml: 256 KB is the most it may have\./,
		],
		[
			'a number that no model can live with',
			y => y.replace('parameters: {}', 'parameters: {dwfm: {recheckSeconds: -5}}'),
			/level\.yaml:\d+:\d+: parameters\.dwfm\.recheckSeconds: expected at least \d/,
		],
	];
	const READERS = [['levels', 'check'], ['run'], ['play', '--plain']];
	/** Ordinarily each is read by one of those that read levels, by turns. */
	const readersOf = (name: string) => {
		const at = someOf(REFUSED, 4).findIndex(each => each[0] === name);
		return READERS.filter((_, index) => EVERY_CASE || index === at % READERS.length);
	};
	test.each(someOf(REFUSED, 4))('with %s is refused with its place', (name, change, said) => {
		const at = aLevel(name.replaceAll(' ', '-'), change);
		for (const words of readersOf(name)) {
			const {code, err} = outage([...words, at], '', home);
			expect(err).toMatch(said);
			expect(code).toBe(2);
		}
	});

	test('says which line of which player is wrong', () => {
		const at = aLevel('wrong-player', yaml => yaml);
		fs.appendFileSync(path.join(at, 'players', 'reckless.orders'), 'when nothing above 1: dig\n');
		const {code, err} = outage(['levels', 'check', at]);
		expect(err).toMatch(/reckless\.orders:4: There is no metric “nothing”/);
		expect(code).toBe(2);
	});

	test('without its players, with a limit before its start or without hosts, is a problem', () => {
		const lonely = aLevel('lonely', yaml => yaml);
		fs.rmSync(path.join(lonely, 'players'), {recursive: true});
		const alone = outage(['levels', 'check', lonely]);
		expect(alone.err).toMatch(
			/players\/textbook\.orders:1:1: it is missing: expected the commands of/,
		);
		const early = aLevel('early', yaml => yaml.replace("limit: '10:30'", "limit: '09:00'"));
		const before = outage(['levels', 'check', early]);
		expect(before.err).toMatch(/level\.yaml:15:8: the limit lies after the start/);
		const empty = aLevel('empty', yaml =>
			yaml.replace('parameters: {}', 'parameters: {dwfm: {hosts: 0}}'),
		);
		const none = outage(['levels', 'check', empty]);
		expect(none.err).toMatch(/level\.yaml:\d+:\d+: parameters\.dwfm\.hosts: expected at least 1/);
		expect([alone, before, none].map(({code}) => code)).toEqual([2, 2, 2]);
	});

	test('that its own player does not win says which clauses of the win were not met', () => {
		const at = aLevel('too-hard', yaml =>
			yaml.replace('border.loss, below: 0.03', 'nlb.errors, above: 0.5'),
		);
		const {code, out} = outage(['levels', 'check', at, '--seeds', '1']);
		expect(out).toMatch(
			/^Win conditions not met:\n {2}NLB errors .*, not above 50 % \(1 of 1 lost\)$/m,
		);
		expect(code).toBe(1);
	});

	test('cannot move the cursor', () => {
		const hostile = 'Red \\e[31m\\a\\u202etitle';
		const at = aLevel('hostile', yaml =>
			yaml
				.replace('title: Hostile', `title: "${hostile}"`)
				.replace(/lesson: .*/, `lesson: "${hostile}"`),
		);
		const said = [
			outage(['levels', at], '', home),
			outage(['levels', 'check', at, '--seeds', '1']),
			outage(['run', at, '--until', '10:01']),
		];
		for (const {out, err} of said) {
			expect(out + err).not.toMatch(/[\u0007\u001b\u202e]/);
		}
		expect(said[0]!.out).toContain('Red [31mtitle');
	});

	test('is no level where a pipe or a folder stands in its place', () => {
		const at = aLevel('no-file', yaml => yaml);
		fs.rmSync(path.join(at, 'level.yaml'));
		fs.symlinkSync('/dev/zero', path.join(at, 'level.yaml'));
		const {code, err} = outage(['levels', 'check', at]);
		expect(err).toContain('256 KB is the most it may have.');
		expect(code).toBe(2);
	});

	test('is its YAML, whatever lies beside it', () => {
		const at = aLevel('beside', yaml => yaml);
		fs.writeFileSync(path.join(at, 'level.json'), '{"level":{"title":"Another"},"goal":""}');
		expect(outage(['levels', at], '', home).out).not.toContain('Another');
	});

	test('that can be won without its lesson is told so', () => {
		const at = aLevel('toothless', yaml => yaml);
		const players = path.join(at, 'players');
		fs.copyFileSync(
			path.join(players, 'textbook.orders'),
			path.join(players, 'all-but-the-lesson.orders'),
		);
		const {code, out} = outage(['levels', 'check', at, '--seeds', '1']);
		expect(out).toMatch(
			/^NO +all-but-the-lesson loses +not with 1 of 1 seeds, such as 1: You looked/m,
		);
		expect(out).toMatch(/\nNot proven\.\n$/);
		expect(code).toBe(1);
	});
});
