import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {Client, difference, hostedRoom} from '../support/hosted-room.ts';
import {Drill, Socket} from './programs.ts';

let drill: Drill;

beforeEach(() => {
	drill = new Drill();
});

afterEach(() => drill.end());

describe('a link that is cut for half a minute', () => {
	test('leaves the seat to its person, who has missed nothing', () => {
		const room = hostedRoom();
		const ann = new Client(room.host).join();
		const bob = new Client(room.host).join({name: 'Bob'});
		room.pass(1);
		ann.remote?.talk('you', 'pace 8');
		bob.cut();
		room.pass(15);
		ann.remote?.talk('', 'tell all the name is empty');
		const awayFrom = (client: Client) =>
			client.remote?.observation.room?.seats.filter(({away}) => away).map(({id}) => id);
		expect(awayFrom(ann)).toEqual(['engineer']);
		room.pass(15);
		bob.connect();
		bob.join();
		room.pass(0.2);
		expect(awayFrom(ann)).toEqual([]);
		expect(bob.seat).toBe('engineer');
		expect(bob.remote?.observation.room?.messages.at(-1)?.text).toBe('the name is empty');
		const {observation} = room.now().table.view('engineer');
		expect(difference(bob.remote?.observation, observation)).toBeUndefined();
	});
});

test('who reads nothing holds nobody up, and has all of it once they read', async () => {
	const {codes} = await drill.host(['october-20', '--port', '0']);
	const [url = ''] = codes;
	const slow = new Socket(url);
	await slow.join(url, {name: 'Slow'});
	await slow.hears('see');
	const quick = new Socket(url);
	await quick.join(url, {name: 'Quick'});
	await quick.hears('see');
	slow.read(false);
	quick.up({kind: 'pace', id: 1, pace: 600});
	for (let n = 0; n < 20; n++) {
		quick.up({kind: 'say', id: 10 + n, text: `tell all word-${String(n)}-`});
		await quick.hears('answer', ({id, problem}) => id === 10 + n && problem === null);
		await quick.hears('see', down => JSON.stringify(down).includes(`word-${String(n)}-`));
	}
	expect(JSON.stringify(slow.heard)).not.toContain('word-19-');
	slow.read(true);
	await slow.hears('see', down => JSON.stringify(down).includes('word-19-'));
});

test('with a certificate what crosses the wire is encrypted, and plain links are not answered', async () => {
	const [cert, key] = ['cert.pem', 'key.pem'].map(name => path.join(drill.home, name));
	const made = spawnSync('openssl', [
		...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
		...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key ?? '', '-out', cert ?? ''],
	]);
	if (made.error !== undefined) {
		console.warn('Without openssl there is no certificate to try.');
		return;
	}
	drill.env['NODE_EXTRA_CA_CERTS'] = cert;
	const level = ['one-empty-answer', '--port', '0'];
	const {codes} = await drill.host([...level, '--cert', cert ?? '', '--key', key ?? '']);
	const [url = ''] = codes;
	expect(url).toMatch(/^wss:/u);
	const ann = drill.join(url, 'Ann');
	await ann.says(/You are Ann, on seat commander/u);
	const plain = drill.join(url.replace('wss:', 'ws:'), 'Eve');
	await plain.says(/The room cannot be reached/u);
	expect(await plain.left).toBe(2);
});
