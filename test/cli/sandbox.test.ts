import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {someOf} from '../support/sampled.ts';
import {outage} from './outage.ts';

let folder: string;
let home: NodeJS.ProcessEnv;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-sandbox-'));
	home = {XDG_CONFIG_HOME: path.join(folder, 'config')};
});

afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

function firstLineIn(saves: string): Record<string, unknown> {
	const [file = ''] = fs.readdirSync(saves).filter(name => name.endsWith('.jsonl'));
	const text = fs.readFileSync(path.join(saves, file), 'utf8');
	return JSON.parse(text.split('\n', 1)[0] ?? '') as Record<string, unknown>;
}

describe('the sandbox', () => {
	const CHANGES = [
		'--switch',
		'last-known-good',
		'--set',
		'dwfm.hosts=50',
		'--set',
		'dns.planSeconds=30',
	];

	test('is played with what was changed, which its journal keeps and its replay lives', () => {
		const saves = path.join(folder, 'changed');
		const {code} = outage(
			['play', 'sandbox', '--plain', '--saves', saves, ...CHANGES],
			'until 20:20\nquit\n',
			home,
		);
		expect(code).toBe(0);
		expect(firstLineIn(saves)).toMatchObject({
			level: 'sandbox',
			switches: ['last-known-good'],
			parameters: {dwfm: {hosts: 50}, dns: {planSeconds: 30}},
		});
		const run = outage([
			'run',
			'sandbox',
			'--until',
			'21:30',
			'--saves',
			path.join(folder, 'run'),
			'--json',
			...CHANGES,
		]);
		const [file = ''] = fs.readdirSync(path.join(folder, 'run'));
		const replayed = outage(['replay', path.join(folder, 'run', file), '--verify', '--json']);
		expect(replayed.code).toBe(0);
		expect(JSON.parse(replayed.out)).toMatchObject(JSON.parse(run.out) as object);
		const untouched = outage(['run', 'sandbox', '--until', '21:30', '--json']);
		expect(JSON.parse(untouched.out)).not.toMatchObject({
			hash: (JSON.parse(run.out) as {hash: string}).hash,
		});
	});

	test.each(
		someOf(
			[
				[['--set', 'dwf.hosts=5'], 'The model has no part “dwf”. Did you mean “dwfm”?'],
				[
					['--set', 'dwfm.hosts=0'],
					'dwfm.hosts is a whole number from 1 to 10000 (hosts), not “0”.',
				],
				[
					['--set', 'droplets.hosts=3.5'],
					'dwfm.hosts is a whole number from 1 to 10000 (hosts), not “3.5”.',
				],
				[
					['--set', 'dns.planSeconds=0'],
					'dns.planSeconds is a number from 1 to 6000 (s), not “0”.',
				],
				[['--switch', 'fencing'], 'There is no switch “fencing”. Did you mean “fencing-token”?'],
			] as const,
			2,
		),
	)('refuses %j', (words, said) => {
		for (const command of [
			['play', 'sandbox', '--plain'],
			['run', 'sandbox'],
		]) {
			const {code, err} = outage([...command, ...words], '', home);
			expect(err).toContain(said);
			expect(code).toBe(2);
		}
	});

	test('is the only level that is not played as it stands', () => {
		const {code, err} = outage(
			['play', 'read-a-panel', '--plain', '--switch', 'fencing-token'],
			'',
			home,
		);
		expect(err).toContain('read-a-panel is played as it stands.');
		expect(code).toBe(2);
	});
});

describe('the daily run', () => {
	test('has the seed of the UTC day, on the level that is asked for or on the one whose turn it is', () => {
		for (const level of [[], ['read-a-panel']]) {
			const saves = path.join(folder, `daily-${String(level.length)}`);
			const days = () => new Date().toISOString().slice(0, 10);
			const before = days();
			expect(outage(['daily', ...level, '--plain', '--saves', saves], 'quit\n', home).code).toBe(0);
			const begin = firstLineIn(saves);
			expect([before, days()].map(day => `daily-${day}`)).toContain(
				String(begin['seed']).split('+')[0],
			);
			if (level.length > 0) expect(begin['level']).toBe('read-a-panel');
		}
	});

	test('has no other seed', () => {
		expect(outage(['daily', '--seed', '7', '--plain'], '', home).code).toBe(2);
	});
});
