import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {outage, outageUnread, ownPlaces, PROGRAM} from './outage.ts';

let folder: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-mcp-'));
});
afterAll(() => {
	fs.rmSync(folder, {recursive: true, force: true});
});

const place = () => fs.mkdtempSync(path.join(folder, 'home-'));
const journals = (home: string) =>
	fs
		.readdirSync(home)
		.filter(name => name.endsWith('.journal.jsonl'))
		.map(name => path.join(home, name));

type Answer = Record<string, unknown> & {
	readonly answer: string;
	readonly now: number;
	readonly stopped?: string;
	readonly fate?: {readonly state: string; readonly lines: readonly string[]};
	readonly events?: readonly {
		readonly kind: string;
		readonly text: string;
		readonly lines: readonly string[];
	}[];
	readonly observation?: {
		readonly ended: {readonly won: boolean} | null;
		readonly answers?: readonly {readonly addresses: readonly string[]}[];
	};
};

/** A client of the kit, and the program that it starts. */
async function connected(saves: string) {
	const client = new Client({name: 'player', version: '1'});
	const transport = new StdioClientTransport({
		command: process.execPath,
		args: [PROGRAM, 'mcp', '--saves', saves],
		env: {PATH: process.env['PATH'] ?? '', ...places(saves)},
	});
	await client.connect(transport);
	return {client, use: (name: string, args: object = {}) => use(client, name, args)};
}

function places(home: string): Record<string, string> {
	const {XDG_CONFIG_HOME = '', XDG_STATE_HOME = ''} = ownPlaces({XDG_CONFIG_HOME: home});
	return {XDG_CONFIG_HOME, XDG_STATE_HOME};
}

async function use(client: Client, name: string, args: object): Promise<Answer> {
	const {content, isError} = await client.callTool({name, arguments: {...args}});
	const [{text}] = content as [{text: string}];
	const answer = JSON.parse(text) as Answer;
	expect(isError).toBe(answer.answer === 'problem');
	return answer;
}

/** A page may come first: then it is waited for. */
async function carriedOut(use: (name: string, args?: object) => Promise<Answer>, order: string) {
	const {fate} = await use('order', {order});
	if (fate?.state === 'done') return fate.lines.join(' ');
	for (;;) {
		const {events = [], stopped} = await use('wait', {to: 'news'});
		const done = events.find(({kind, text}) => kind === 'order' && text.startsWith(order));
		if (done !== undefined || stopped === 'ended') return done?.lines.join(' ') ?? '';
	}
}

test('a client wins level 1 by what it sees, and the run is kept as a program’s', async () => {
	const saves = place();
	const {client, use} = await connected(saves);
	const {tools} = await client.listTools();
	expect(tools.map(({name}) => name)).toEqual([
		...['levels', 'begin', 'observe', 'panel', 'commands', 'order', 'wait', 'suspect', 'say'],
		'result',
	]);
	const {levels} = (await use('levels')) as unknown as {levels: {id: string; ladder: number}[]};
	const first = levels.find(({ladder}) => ladder === 1);
	expect(await use('begin', {level: first?.id})).toMatchObject({
		hello: {level: first?.id, now: 1_680},
	});
	for (let paged = false; !paged;) {
		const {events = []} = await use('wait', {to: 'news'});
		paged = events.some(({kind}) => kind === 'page');
	}
	expect(await use('order', {order: 'dig regional'})).toMatchObject({
		answer: 'done',
		fate: {state: 'done'},
	});
	const {observation} = await use('observe', {parts: ['answers']});
	expect(observation?.answers?.every(({addresses}) => addresses.length === 0)).toBe(true);
	await use('suspect', {suspect: 'dns-records', confidence: 90});
	const zone = await carriedOut(use, 'show zone regional plans');
	const plan = /newest built:.*?plan (\d+)/u.exec(zone)?.[1] ?? '';
	await carriedOut(use, `repoint regional ${plan}`);
	for (let goesOn = true; goesOn;) goesOn = (await use('wait')).stopped !== 'ended';
	expect(await use('result')).toMatchObject({answer: 'done', result: {ended: {won: true}}});
	await client.close();
	const [file = ''] = journals(saves);
	expect(outage(['replay', file, '--verify']).code).toBe(0);
	const records = outage(['records', '--saves', saves], '', places(saves)).out;
	expect(records).toMatch(/one-empty-answer.*program.*won/u);
});

describe('a client that means no good', () => {
	test('is told which of three kinds of no it met, and its run goes on', async () => {
		const saves = place();
		const {client, use} = await connected(saves);
		expect(await use('wait')).toMatchObject({answer: 'problem'});
		expect(await use('begin', {level: '../../levels/one-empty-answer'})).toMatchObject({
			answer: 'problem',
		});
		await use('begin', {level: 'L1'});
		await expect(use('back', {to: '23:50'})).rejects.toThrow(/no such tool/u);
		expect(await use('observe', {do: 'back', to: '23:20', id: 5})).toMatchObject({
			answer: 'problem',
		});
		expect(await use('order', {order: 'x'.repeat(600)})).toMatchObject({answer: 'problem'});
		expect(await use('wait', {seconds: 1e9})).toMatchObject({answer: 'problem'});
		expect(await use('order', {order: 'page nobody'})).toMatchObject({answer: 'problem'});
		expect(await use('result')).toMatchObject({
			answer: 'refused',
			refusal: {code: 'not-ended'},
		});
		expect(await use('wait', {seconds: 60})).toMatchObject({answer: 'done', now: 1_740});
		await client.close();
		expect(journals(saves)).toHaveLength(1);
	}, 60_000);

	test('orders nothing after the end, and begins another run instead', async () => {
		const saves = place();
		const {client, use} = await connected(saves);
		await use('begin', {level: 'one-empty-answer', seed: '7'});
		for (let goesOn = true; goesOn;)
			goesOn = (await use('wait', {seconds: 3_600})).stopped !== 'ended';
		expect(await use('order', {order: 'dig regional'})).toMatchObject({
			answer: 'refused',
			refusal: {code: 'ended'},
		});
		await use('begin', {level: 'one-empty-answer'});
		expect(await use('wait', {seconds: 5})).toMatchObject({now: 1_685});
		await client.close();
		expect(journals(saves)).toHaveLength(2);
		for (const file of journals(saves)) expect(outage(['replay', file, '--verify']).code).toBe(0);
	}, 60_000);

	test('that sends noise and long lines is answered line by line', () => {
		const saves = place();
		const input = [
			'{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}',
			'no JSON',
			'{"jsonrpc":"2.0"}',
			'x'.repeat(200_000),
			'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"begin","arguments":{"level":"L1"}}}',
			'{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"wait","arguments":{"seconds":9}}}',
		].join('\n');
		const {code, out, err} = outage(['mcp', '--saves', saves], `${input}\n`, places(saves));
		expect({code, err}).toEqual({code: 0, err: ''});
		const answers = out
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line) as {id: unknown; error?: {code: number}});
		expect(answers.filter(({id}) => id === null).map(({error}) => error?.code)).toEqual([
			-32_700, -32_600, -32_700,
		]);
		expect(out).toContain('\\"now\\":1689');
	});

	test('that stops reading or is killed half way leaves a run that replays', async () => {
		const saves = place();
		const begin = {name: 'begin', arguments: {level: 'L1'}};
		const calls = [begin, ...Array<object>(200).fill({name: 'observe', arguments: {}})].map(
			(params, id) => JSON.stringify({jsonrpc: '2.0', id, method: 'tools/call', params}),
		);
		await outageUnread(['mcp', '--saves', saves], `${calls.join('\n')}\n`);
		expect(fs.readdirSync(saves).filter(name => name.endsWith('.lock'))).toEqual([]);
		expect(journals(saves)).toHaveLength(1);

		const killed = place();
		const env = {...process.env, ...places(killed)};
		const child = spawn(process.execPath, [PROGRAM, 'mcp', '--saves', killed], {env});
		const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
		const wait = {name: 'wait', arguments: {seconds: 300}};
		for (const [id, params] of [begin, wait].entries()) {
			child.stdin.write(`${JSON.stringify({jsonrpc: '2.0', id, method: 'tools/call', params})}\n`);
			await lines.next();
		}
		child.kill('SIGKILL');
		await new Promise(resolve => child.once('close', resolve));
		const [file = ''] = journals(killed);
		expect(outage(['replay', file, '--verify']).code).toBe(0);
	}, 60_000);
});
