import fs from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {outage} from '../cli/outage.ts';
import {someOf} from '../support/sampled.ts';
import {Drill, Socket, type Program} from './programs.ts';

let drill: Drill;

beforeEach(() => {
	drill = new Drill();
});

afterEach(() => drill.end());

type Ways = Readonly<Record<'player' | 'observer' | 'board', {join: string; page: string}>>;

/** A server, and how it is asked. */
async function served(port = '0', ...more: readonly string[]) {
	const server = drill.serve(['--port', port, ...more]);
	const bound = await server.says(/"event":"ready".*"port":(\d+)/u);
	const lobby = `http://127.0.0.1:${bound}/lobby`;
	const get = (where: string, init?: RequestInit) => fetch(new URL(where, lobby), init);
	const post = (form: Readonly<Record<string, string>>, headers = {}) =>
		get('/lobby/open', {
			method: 'POST',
			headers: {accept: 'application/json', ...headers},
			body: new URLSearchParams({level: 'one-empty-answer', players: '2', ...form}),
		});
	const open = async (form: Readonly<Record<string, string>> = {}) => {
		const answer = await post(form);
		expect(answer.status).toBe(201);
		const {player} = (await answer.json()) as Ways;
		return player.join.split(' ').at(-1) ?? '';
	};
	return {server, port: bound, get, post, open};
}

/** Somebody who sits in a room. */
async function seated(url: string, name: string): Promise<Socket> {
	const socket = new Socket(url);
	await socket.join(url, {name});
	await socket.hears('see');
	return socket;
}

/** Says something that is taken. */
async function said(socket: Socket, id: number, text: string): Promise<void> {
	socket.up({kind: 'say', id, text});
	const {problem} = await socket.hears('answer', each => each.id === id);
	expect(problem).toBeNull();
}

/** The second that a picture is of, where it is another than that of the one before. */
function secondOf(patch: unknown): number {
	return Number(/"now":\["=",(\d+)\]/u.exec(JSON.stringify(patch))?.[1] ?? 0);
}

/** What the log of a server has, line by line. */
function logOf({err}: Program): readonly Record<string, unknown>[] {
	return err
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as Record<string, unknown>);
}

describe('a server of rooms', () => {
	test('has rooms beside each other, each played to its end, and their journals are those of any room', async () => {
		const {server, open, get} = await served();
		const urls = [await open({team: 'night shift'}), await open({listed: 'yes'})];
		const leads: Socket[] = [];
		for (const url of urls) {
			const ann = await seated(url, 'Ann');
			await seated(url, 'Bob');
			leads.push(ann);
		}
		const page = await (await get('/lobby')).text();
		expect(page.match(/>2 of 2|2 of 2</gu)).toHaveLength(2);
		expect(page).toContain('4 of 4');
		expect(page.match(/#join=/gu)).toHaveLength(1);
		expect(page).not.toContain('Ann');
		for (const ann of leads) ann.up({kind: 'pace', id: 1, pace: 600});
		for (const ann of leads) await ann.hears('result');
		const metrics = await (await get('/metrics')).text();
		expect(metrics).toContain('outage_oncall_rooms{phase="ended"} 2');
		expect(await server.signal('SIGTERM')).toBe(0);
		const {journals} = drill;
		expect(journals).toHaveLength(2);
		for (const journal of someOf(journals, 1)) {
			expect(outage(['replay', journal, '--verify']).out).toContain('Verified: every mark');
		}
		const events = logOf(server).map(({event}) => event);
		expect(events).toEqual(['ready', 'room-opened', 'room-opened', 'stopped']);
	});

	const STOPPED = [
		['SIGKILL', null],
		['SIGTERM', 0],
	] as const;
	test.each(someOf(STOPPED, 1))(
		'is stopped by %s in mid-drill, and the next one has every line and every seat',
		async (signal, code) => {
			const first = await served();
			const url = await first.open();
			const ann = await seated(url, 'Ann');
			const bob = await seated(url, 'Bob');
			const {token} = await bob.hears('welcome');
			await said(ann, 1, 'declare sev-1');
			await said(bob, 2, 'tell all the last word');
			expect(await first.server.signal(signal)).toBe(code);
			await ann.closed;
			const next = await served(first.port);
			const thief = new Socket(url);
			await thief.join(url, {name: 'Bob'});
			const {why, again} = await thief.hears('goodbye');
			expect([why, again]).toEqual([
				expect.stringMatching(/^Bob was on engineer a moment ago/u),
				true,
			]);
			const back = new Socket(url);
			await back.join(url, {name: 'Bob', token});
			expect(await back.hears('welcome')).toMatchObject({name: 'Bob', seat: 'engineer'});
			await said(back, 3, 'tell all back again');
			expect(logOf(next.server).map(({event}) => event)).toEqual(['room-taken-up', 'ready']);
			expect(await next.server.signal('SIGINT')).toBe(0);
			const lines = JSON.stringify(drill.lines);
			for (const words of ['declare sev-1', 'the last word', 'back again']) {
				expect(lines).toContain(words);
			}
			expect(outage(['replay', drill.journal, '--verify']).code).toBe(0);
		},
	);

	test('tells everybody that it stops, and that they may come back', async () => {
		const {server, open} = await served();
		const ann = await seated(await open(), 'Ann');
		expect(await server.signal('SIGTERM')).toBe(0);
		expect(await ann.hears('goodbye')).toMatchObject({
			why: expect.stringMatching(/^The server stops, and is soon back/u) as string,
			again: true,
		});
	});

	test('has its rooms alone: a second server of the folder is told so', async () => {
		await served();
		const second = drill.serve(['--port', '0']);
		expect(await second.left).toBe(2);
		expect(second.out).toMatch(/another server has the rooms of this folder\./u);
	});

	test('opens no more rooms than it may, for one address and in all, and one for a form that is sent twice', async () => {
		const {open, post} = await served('0', '--rooms', '3', '--per-address', '2');
		const urls = [await open({form: 'a'}), await open({form: 'a'}), await open({form: 'b'})];
		expect(urls[0]).toBe(urls[1]);
		expect(urls[2]).not.toBe(urls[0]);
		const full = await post({form: 'c'});
		expect(full.status).toBe(503);
		expect(await full.json()).toEqual({why: 'From there 2 rooms are open, and that is the most.'});
	});

	test('knows by the proxy in front of it who asks, and by what name', async () => {
		const url = 'https://drill.example.com';
		const {post} = await served('0', '--url', url, '--per-address', '1', '--rooms', '2');
		const from = (address: string) => post({}, {'x-forwarded-for': `1.1.1.1, ${address}`});
		const answer = await from('10.0.0.1');
		const {player} = (await answer.json()) as Ways;
		expect(player.join).toMatch(/^outage-oncall join wss:\/\/drill\.example\.com\/[a-z\d-]+$/u);
		expect((await from('10.0.0.1')).status).toBe(503);
		expect((await from('10.0.0.2')).status).toBe(201);
		const last = await from('10.0.0.3');
		expect(await last.json()).toEqual({
			why: '2 rooms are open, and that is the most: try again when one is closed.',
		});
	});

	test('opens nothing for what is no form of its own page', async () => {
		const {post} = await served();
		for (const [what, headers, form, status] of [
			['a page of another site', {origin: 'https://example.com'}, {}, 403],
			['a level that is none', {}, {level: '../october-20'}, 404],
			['no seats', {}, {players: '0'}, 400],
			['too many seats', {}, {players: '13'}, 400],
			['more than any form has', {}, {team: 'x'.repeat(5_000)}, 413],
		] as const) {
			const answer = await post(form, headers);
			expect([what, answer.status]).toEqual([what, status]);
			expect(drill.journals).toEqual([]);
		}
	});

	test('lets nobody wait for a client that reads nothing, and tells it then what it has missed', async () => {
		const {open} = await served();
		const url = await open({level: 'october-20'});
		const ann = await seated(url, 'Ann');
		const slow = await seated(url, 'Slow');
		slow.read(false);
		ann.up({kind: 'pace', id: 1, pace: 600});
		await ann.hears('see', ({patch}) => secondOf(patch) >= 3_600);
		ann.up({kind: 'pace', id: 2, pace: 0});
		slow.read(true);
		await slow.hears('see', ({patch}) => secondOf(patch) >= 3_600);
		expect(slow.heard.filter(({kind}) => kind === 'goodbye')).toEqual([]);
	});

	test('goes on without a room whose journal is gone, and says so', async () => {
		const {server, open} = await served();
		await open();
		await server.signal('SIGKILL');
		fs.rmSync(drill.journal);
		const next = await served();
		const [passed] = logOf(next.server);
		expect(passed).toMatchObject({level: 'warn', event: 'room-not-taken-up'});
		expect(await (await next.get('/lobby')).text()).toContain('No room is open.');
	});

	test('says that its list is damaged, and serves', async () => {
		fs.writeFileSync(path.join(drill.home, 'open-rooms.json'), '{');
		const {server, get} = await served();
		expect(logOf(server)[0]).toMatchObject({event: 'trouble'});
		expect((await get('/readyz')).status).toBe(200);
		expect(await (await get('/healthz')).text()).toBe('ok\n');
	});
});

test.each([
	[['--rooms', '0'], /--rooms expects a number from 1 to 500\./u],
	[['--per-address', 'x'], /--per-address expects a number/u],
	[['--url', 'drill'], /--url expects such as/u],
	[['--delay', 'x'], /--delay expects seconds/u],
	[['--cert', 'a.pem'], /TLS needs both/u],
])('%j ends with a sentence', (words, why) => {
	const said = outage(['serve', ...words]);
	expect([said.code, said.err]).toEqual([2, expect.stringMatching(why)]);
});
