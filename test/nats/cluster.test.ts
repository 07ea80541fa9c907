import {afterEach, describe, expect, test} from 'vitest';
import fs from 'node:fs';
import {outage} from '../cli/outage.ts';
import {ClusterDrill, until} from './cluster-drill.ts';
import {hasNats} from './nats-servers.ts';

let drill: ClusterDrill | undefined;

afterEach(() => drill?.end());

test.each([
	[['--nats', 'http://x'], '--nats expects the addresses of a cluster'],
	[['--nats', '127.0.0.1:1'], '--nats 127.0.0.1:1: no cluster is reached there'],
	[['--nats', 'a', '--saves', 'b'], '--nats and --saves'],
])('serve %j is bad input', (words, said) => {
	const {code, err} = outage(['serve', '--port', '0', ...words]);
	expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

describe.runIf(hasNats())('rooms on a cluster', () => {
	test('go on within ten seconds where their server is killed, with all that was answered', async () => {
		const cluster = await ClusterDrill.start(3, 3);
		drill = cluster;
		await cluster.open(['Ann', 'Bob']);
		await cluster.joins('wall', cluster.board);
		const [ann, bob] = cluster.players;
		ann?.pace(60);
		ann?.say('tell all before-ann');
		bob?.say('tell all before-bob');
		await until(() => ann?.answered.length === 1 && bob?.answered.length === 1, 'answers');
		const {now = 0} = ann ?? {};
		await until(() => (ann?.now ?? 0) > now + 60, 'time that passes');
		await cluster.kill(cluster.owner);
		const tookMs = await until(() => cluster.owner >= 0, 'another owner');
		await until(() => cluster.players.every(({isHere}) => isHere), 'everybody there');
		expect(tookMs).toBeLessThan(10_000);
		const stood = ann?.now ?? 0;
		await until(() => (ann?.now ?? 0) > stood + 60, 'time that goes on');
		bob?.say('tell all after-bob');
		await until(() => bob?.answered.length === 2, 'an answer');
		await cluster.converge();
		const file = await cluster.journal();
		const text = fs.readFileSync(file, 'utf8');
		for (const word of ['before-ann', 'before-bob', 'after-bob']) expect(text).toContain(word);
		expect(outage(['replay', file, '--verify']).out).toContain('Verified: every mark');
	}, 60_000);
});
