import {expect, test} from 'vitest';
import {createWorld, step, tick, type Order, type World} from '../sim/index.ts';
import {dig} from './answers.ts';

const DIG: Order = {id: 'dig', args: {name: 'regional', type: 'A'}};

function aWorld(change: Partial<Parameters<typeof createWorld>[0]> = {}): World {
	const world = createWorld({
		seed: '1',
		startSecondsOfDay: 0,
		limit: tick(1_000),
		parameters: {},
		switches: [],
		faults: [],
		...change,
	});
	for (let second = 0; second < 5; second++) step(world, []);
	return world;
}

const emptied = [
	{at: tick(2), to: 'dns', fault: {type: 'lose-tree', endpoint: 'regional'}},
] as const;

test('a weighted name gives one address for one query, another the next time, for five seconds', () => {
	const world = aWorld();
	const [first] = dig(DIG, world);
	step(world, []);
	const [second] = dig(DIG, world);
	expect(first).toMatchObject({status: 'NOERROR', ttlSeconds: 5});
	expect(first!.addresses).toHaveLength(1);
	expect(second!.addresses).not.toEqual(first!.addresses);
});

test('an empty name gives none, and the seconds for which that is remembered are the parameter', () => {
	expect(dig(DIG, aWorld({faults: emptied}))[0]).toMatchObject({addresses: [], ttlSeconds: 900});
	const parameters = {resolvers: {negativeSeconds: 300}};
	expect(dig(DIG, aWorld({faults: emptied, parameters}))[0]!.ttlSeconds).toBe(300);
	const switches = ['short-negative-ttl'] as const;
	expect(dig(DIG, aWorld({faults: emptied, switches}))[0]!.ttlSeconds).toBe(60);
});

test('addresses that were pasted in by hand come together, eight at most', () => {
	const world = aWorld();
	for (const [count, shown] of [
		[3, 3],
		[100, 8],
	]) {
		world.dns.zones.pinned[0] = count!;
		world.dns.stale = true;
		step(world, []);
		expect(dig(DIG, world)[0]!.addresses).toHaveLength(shown!);
	}
});
