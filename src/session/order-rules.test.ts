import {expect, test} from 'vitest';
import {parseLevel} from '../level/file/index.ts';
import {tick} from '../sim/index.ts';
import {parseOrderFile} from './order-file.ts';
import {scriptSource} from './relive/source.ts';
import {open} from './session.ts';
import {VOCABULARY} from './vocabulary.ts';

const SPAN = {
	id: 'short',
	variations: [],
	startSecondsOfDay: 84_000,
	limit: tick(7_200),
	takeover: tick(600),
};

test('a script waits for what it sees, and goes on from there', () => {
	const text = [
		'+01:30 declare sev-1',
		'when dns.answers.regional below 1 for 2 min: page dynamodb',
		'	+00:20 page ec2',
	].join('\n');
	expect(parseOrderFile(text, SPAN, '1')).toEqual({
		ok: true,
		orders: [{at: 690, words: 'declare sev-1'}],
		rules: [
			{
				...{metric: 'dns.answers.regional', than: 'below', value: 1, forSeconds: 120},
				orders: [
					{after: 0, words: 'page dynamodb'},
					{after: 20, words: 'page ec2'},
				],
			},
		],
	});
});

test.each([
	['when dns.answers.regionl below 1: page ec2', 'There is no metric “dns.answers.regionl”.'],
	['when dns.answers.regional under 1: page ec2', /^A rule reads: when/],
	['when dns.answers.regional below 1: pge ec2', '“pge” is not a command.'],
	['+1:3 page ec2', /is not a time/],
	['23:21:00 page ec2', /is not within the level, 23:30:00 to 01:20:00 PDT/],
])('%s is told', (line, message) => {
	const parsed = parseOrderFile(line, SPAN, '1');
	expect(parsed.ok ? '' : parsed.problems[0]?.message).toMatch(message);
});

test('a rule fires once, when the screen has shown it for long enough', () => {
	const level = parseLevel(
		`format: 1
id: short
title: Short
summary: Half an hour.
start: '23:40'
limit: '00:10'
seed: 1
faults: [{at: '23:50', to: dns, type: lose-tree, endpoint: regional}]
switches: []
parameters: {}
`,
		VOCABULARY,
	);
	if (!level.ok) throw new Error('the level is right');
	const script = parseOrderFile(
		'when dns.answers.regional below 1 for 2 min: page dynamodb\n\t+01:00 page ec2',
		level.level,
		level.level.seed,
	);
	if (!script.ok) throw new Error('the script is right');
	const session = open(level.level, {game: '0.1.0', node: 20});
	session.follow(scriptSource('you', script), level.level.limit);
	const [first, second, ...others] = session.observation.orders;
	expect(others).toEqual([]);
	expect(first?.text).toBe('page dynamodb');
	expect(first?.at).toBeGreaterThan(720);
	expect(second).toMatchObject({text: 'page ec2', at: (first?.at ?? 0) + 60});
});
