import {describe, expect, test} from 'vitest';
import {LOG_LINES_MAX} from '../../src/observe/index.ts';
import {ORDERS, type World} from '../../src/sim/index.ts';
import {aNight, EMPTIED_AT, give, pass, seen, stare, type Night} from './a-night.ts';

/** The lines of the newest order, once it is done. */
function linesOf(night: Night, id: string, args: Readonly<Record<string, string>> = {}) {
	give(night, id, args);
	pass(night, 130);
	const report = seen(night).orders.at(-1);
	expect(report).toMatchObject({state: 'done'});
	return report?.lines ?? [];
}

function signIn(world: World): void {
	world.identity.output.operator = 'signed-in';
}

describe('dig', () => {
	test('brings addresses of the documentation ranges while the name is well', () => {
		const night = aNight();
		pass(night, 60);
		give(night, 'dig', {name: 'regional'});
		expect(seen(night).answers).toEqual([]);
		pass(night, 5);
		const {answers} = seen(night);
		expect(answers.map(({type}) => type)).toEqual(['A', 'AAAA']);
		for (const {status, addresses, ttlSeconds} of answers) {
			expect({status, ttlSeconds, count: addresses.length}).toEqual({
				status: 'NOERROR',
				ttlSeconds: 5,
				count: 1,
			});
			expect(new Set(addresses).size).toBe(1);
		}
		expect(answers[0]?.addresses.every(ip => /^(192\.0\.2|198\.51\.100)\.\d+$/.test(ip))).toBe(
			true,
		);
		expect(answers[1]?.addresses.every(ip => ip.startsWith('2001:db8:'))).toBe(true);
	});

	test('brings NOERROR and nothing else when the tree is gone, and keeps one answer a question', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 30);
		for (const name of ['regional', 'regional', 'account', 'fips']) {
			give(night, 'dig', {name, type: 'A'});
			pass(night, 6);
		}
		const {answers, orders} = seen(night);
		expect(answers.map(({name, addresses}) => [name, addresses.length])).toEqual([
			['dynamodb-fips.us-east-1.amazonaws.com', 1],
			['111122223333.ddb.us-east-1.api.aws', 0],
			['dynamodb.us-east-1.amazonaws.com', 0],
		]);
		expect(answers[2]).toMatchObject({status: 'NOERROR', ttlSeconds: 900});
		expect(orders[0]?.lines[0]).toContain('status NOERROR, ANSWER: 0');
	});
});

describe('looks', () => {
	const looks = Object.entries(ORDERS).filter(([, spec]) => spec.kind === 'look');

	test.each(looks.map(([id]) => id))('%s brings something back and changes nothing', id => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 60);
		signIn(night.world);
		const args =
			id === 'dig' ? {name: 'regional'} : id.startsWith('show-zone') ? {endpoint: 'fips'} : {};
		const lines = linesOf(night, id, args);
		expect(lines.length).toBeGreaterThan(0);
		expect(lines.join('\n')).not.toMatch(/undefined|NaN|Infinity|\[object/);
	});

	test('a zone shows UUIDs; which plan each is takes cross-reading, or names people can read', () => {
		const night = aNight();
		pass(night, 60);
		const plain = linesOf(night, 'show-zone', {endpoint: 'regional'}).join('\n');
		expect(plain).toMatch(/ROOT +alias [0-9a-f]{8}-[0-9a-f]{4}/);
		expect(plain).not.toContain('plan');
		const read = linesOf(night, 'show-zone-plans', {endpoint: 'regional'}).join('\n');
		expect(read).toMatch(/ROOT +alias [0-9a-f-]{36} {2}plan \d+/);
		const readable = aNight({switches: ['human-readable-names']});
		pass(readable, 60);
		const named = linesOf(readable, 'show-zone', {endpoint: 'regional'}).join('\n');
		expect(named).toMatch(/ROOT +alias plan-\d+\.regional/);
	});

	test('an emptied zone shows a root without a tree and a rollback with one', () => {
		const night = aNight({emptied: true});
		pass(night, EMPTIED_AT + 60);
		signIn(night.world);
		const lines = linesOf(night, 'show-zone', {endpoint: 'regional'});
		expect(lines.find(line => line.startsWith('ROOT'))).toContain('(no such tree)');
		expect(lines.find(line => line.startsWith('ROLLBACK'))).not.toContain('(no such tree)');
		expect(lines.find(line => line.startsWith('ANSWERS'))).toContain(' 0 of ');
	});

	test('come back empty-handed when the session lapses on the way', () => {
		const night = aNight();
		pass(night, 60);
		give(night, 'show-hosts');
		pass(night, 19);
		night.world.identity.output.operator = 'failing';
		const [record] = night.world.orders;
		if (record === undefined) throw new Error('the look is on record');
		record.state = 'done';
		stare(night, 1);
		expect(seen(night).orders[0]?.lines).toEqual(['The session lapsed before the tool answered.']);
	});
});

describe('news', () => {
	test('counts what is worth stopping for: an order that is done, and one that is refused', () => {
		const night = aNight();
		pass(night, 60);
		give(night, 'declare', {severity: 'sev-1'});
		expect(seen(night).news).toBe(0);
		pass(night, 20);
		expect(seen(night).news).toBe(1);
		give(night, 'declare', {severity: 'sev-1'});
		pass(night, 20);
		expect(seen(night).news).toBe(2);
		expect(seen(night).orders.map(({state}) => state)).toEqual(['done', 'refused']);
	});

	test('counts a team that joins and a post that is published', () => {
		const night = aNight();
		give(night, 'page', {team: 'ec2'});
		pass(night, 60);
		const paged = seen(night).news;
		pass(night, 1_400);
		expect(seen(night).teams.find(({team}) => team === 'ec2')?.state).toBe('present');
		expect(seen(night).news).toBe(paged + 1);
		give(night, 'post', {text: 'We are here.'});
		pass(night, 200);
		expect(seen(night).dashboard.posts).toMatchObject([{by: 'ana', text: 'We are here.'}]);
		expect(seen(night).news).toBe(paged + 3);
	});
});

describe('the log', () => {
	test('arrives late, in order, and cut short when a source babbles', () => {
		const night = aNight();
		pass(night, 60);
		night.world.telemetry.output.metricDelaySeconds = 100;
		for (let second = 0; second < 240; second++) {
			const source = second < 60 ? 'babbler' : 'quiet';
			const fact = {source, level: 'info', kind: 'said', text: String(second)} as const;
			stare(night, 1, [fact]);
		}
		const {log} = seen(night);
		const babble = log.filter(({source}) => source === 'babbler');
		expect(babble.length).toBeLessThan(30);
		expect(babble.map(({text}) => text)).toContain('11');
		expect(log.some(({text}) => text.endsWith('more lines in that minute'))).toBe(true);
		expect(log.every(({at}) => at + 100 <= night.world.now)).toBe(true);
		expect(log.map(({at}) => at)).toEqual(log.map(({at}) => at).toSorted((a, b) => a - b));
	});

	test('keeps the newest lines only', () => {
		const night = aNight();
		pass(night, 60);
		for (let second = 0; second < 1_000; second++) {
			const fact = {source: 'call', level: 'info', kind: 'note', text: String(second)} as const;
			stare(night, 1, [fact]);
		}
		const {log} = seen(night);
		expect(log).toHaveLength(LOG_LINES_MAX);
		expect(log.at(-1)?.text).toBe('999');
	});
});
