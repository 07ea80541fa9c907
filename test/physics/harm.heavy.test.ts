import fs from 'node:fs';
import {expect, test} from 'vitest';
import {open, parseOrderFile, scriptSource} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {goldenLevel} from '../golden/golden.ts';

const level = goldenLevel();
const script = parseOrderFile(
	fs.readFileSync(
		new URL('../../levels/october-20/players/as-it-happened.orders', import.meta.url),
		'utf8',
	),
	level,
	level.seed,
);
assert(script.ok, 'the script of the day is valid');

/** The day's own response, all of it that much later; break-glass and paging cannot come before the event. */
function harmOf(delayMinutes: number): Readonly<Record<string, number>> {
	assert(script.ok, 'the script of the day is valid');
	const session = open(level, {game: '0.0.0', node: 20, observed: false});
	const orders = script.orders.map(({at, words}) => ({at: at + 60 * delayMinutes, words}));
	session.follow(scriptSource('operator', {orders, rules: []}), level.limit);
	const {total, parts} = session.result().harm;
	return {...parts, total};
}

test(
	'the later the same response comes, the more harm there is of every kind',
	{timeout: 120_000},
	() => {
		const harms = [0, 20, 40, 60, 90].map(harmOf);
		for (const id of ['total', 'dynamodb', 'ec2']) {
			const values = harms.map(harm => harm[id] ?? NaN);
			expect(values, id).toEqual([...new Set(values)].sort((a, b) => a - b));
		}
	},
);
