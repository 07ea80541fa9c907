import net from 'node:net';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {outage} from '../cli/outage.ts';
import {EVERY_CASE, someOf} from '../support/sampled.ts';
import {DEEP, Drill, HUGE, Socket} from './programs.ts';

let drill: Drill;

beforeEach(() => {
	drill = new Drill();
});

afterEach(() => drill.end());

/** A room of two that have both joined. */
async function twoPeople(level = 'october-20') {
	const {host, codes} = await drill.host([level, '--port', '0']);
	const [url = '', observers = '', facilitator = ''] = codes;
	const ann = drill.join(url, 'Ann');
	await ann.says(/You are Ann, on seat commander/u);
	const bob = drill.join(url, 'Bob');
	await bob.says(/You are Bob, on seat engineer/u);
	return {host, url, observers, facilitator, ann, bob};
}

describe('two people and a host', () => {
	test('play a whole drill from two terminals, and its journal is lived again to the same end', async () => {
		const {host, ann, bob} = await twoPeople('one-empty-answer');
		bob.type('declare sev-1');
		await bob.says(/HOST: .*That command is commander \(Ann\): request it\./u);
		ann.type('request gate dwfm 4 of engineer');
		const asked = await bob.says(/ASKED: (\d+) commander asks you: gate dwfm 4/u);
		bob.type(`answer ${asked} accept gate dwfm 4`);
		await ann.says(/ACCEPTED: .*gate dwfm 4/u);
		ann.type(`confirm ${asked}`);
		bob.type('gate dwfm 4');
		await bob.says(/REFUSED.*gate dwfm 4/u);
		ann.type('pace 600');
		await Promise.all([ann.says(/(?:WON|LOST) at/u), bob.says(/(?:WON|LOST) at/u)]);
		expect(await host.signal('SIGINT')).toBe(0);
		const again = outage(['replay', drill.journal, '--verify']);
		expect(again.out).toContain('Verified: every mark and the end are the same');
		if (EVERY_CASE) expect(outage(['score', drill.journal]).code).toBe(0);
	});

	test('leave their seats when they say so, and keep them when they do not', async () => {
		const {url, ann, bob} = await twoPeople();
		ann.type('quit');
		expect(await ann.left).toBe(0);
		await bob.says(/Ann has left commander/u);
		const cy = drill.join(url, 'Cy', '--role', 'dns');
		await cy.says(/You are Cy, on seat commander/u);
		expect(await bob.signal('SIGINT')).toBe(130);
		const thief = drill.join(url, 'Dan');
		expect(await thief.left).toBe(2);
		expect(thief.out).toContain('No seat is free');
	});

	test('lose nothing that was acknowledged when the host is killed, and come back to their seats', async () => {
		const {host, url, ann, bob} = await twoPeople();
		ann.type('declare sev-1');
		await bob.says(/SEV-1: is declared/u);
		bob.type('tell all the last word');
		await ann.says(/SAID.* engineer: the last word/u);
		await host.signal('SIGKILL');
		await Promise.all([
			ann.says(/connection to the room is lost/u),
			bob.says(/connection to the room is lost/u),
		]);
		const port = new URL(url).port;
		const again = await drill.host([drill.journal, '--continue', '--port', port]);
		expect(again.codes[0]).toBe(url);
		await Promise.all([
			ann.says(/connection to the room is back/u),
			bob.says(/connection to the room is back/u),
		]);
		ann.type('page dynamodb');
		await ann.says(/QUEUED: page dynamodb/u);
		bob.type('tell all back again');
		await ann.says(/SAID.* engineer: back again/u);
		expect(await again.host.signal('SIGINT')).toBe(130);
		const said = JSON.stringify(drill.lines);
		expect(said).toContain('the last word');
		expect(said).toContain('declare sev-1');
		expect(outage(['replay', drill.journal, '--verify']).code).toBe(0);
	});
});

test('a short level says that it has nothing to do for everybody, and is hosted all the same', async () => {
	const {host, codes} = await drill.host(['one-empty-answer', '--players', '6', '--port', '0']);
	expect(host.out).toContain('has work for 3 people: of 6 seats some will only watch');
	const ann = drill.join(codes[0] ?? '', 'Ann');
	await ann.says(/on seat commander\.\nYou decide and delegate/u);
});

/** Connections that say nothing. */
function openAll(url: string, count: number, localAddress: string): readonly net.Socket[] {
	const port = Number(new URL(url).port);
	return Array.from({length: count}, () => {
		const socket = net.connect({port, host: '127.0.0.1', localAddress});
		socket.on('error', () => undefined);
		return socket;
	});
}

describe('whoever means harm', () => {
	test('gets in with no wrong code, and soon is not heard any more', async () => {
		const {host, codes} = await drill.host(['october-20', '--port', '0']);
		const [url = ''] = codes;
		const words: string[] = [];
		for (let n = 0; n < 11; n++) {
			const socket = new Socket(url);
			await socket.join(url, {code: `aaaa-bbbb-${String(n)}`});
			words.push((await socket.hears('goodbye')).why);
		}
		expect(words[0]).toBe('That code opens nothing here.');
		expect(words.at(-1)).toMatch(/^Too many wrong codes came from there: try again in \d+ s\.$/u);
		expect(await host.signal('SIGINT')).toBe(130);
	});

	test('is refused from another site and another path, with a sentence', async () => {
		const {codes} = await drill.host(['october-20', '--port', '0']);
		for (const [options, status, why] of [
			[{origin: 'https://example.com'}, 403, /^A page of another site does not join/u],
			[{path: '/'}, 404, /^The room is at \/room\.$/mu],
		] as const) {
			const socket = new Socket(codes[0] ?? '', options);
			expect(await socket.closed).toBe(status);
			expect(await socket.refusal).toMatch(why);
		}
	});

	test('harms nobody who plays', async () => {
		const {url, observers, ann, bob} = await twoPeople();
		// More than the host takes at all, from an address of their own.
		const silent = openAll(url, 300, '127.0.0.2');
		for (const text of ['', '{', '[]', '{"kind":"say","id":1,"text":"x"}', DEEP]) {
			const socket = new Socket(url);
			await socket.opened();
			socket.send(text);
			expect(await socket.closed).toBe(1_000);
		}
		const large = new Socket(url);
		await large.opened();
		large.send(HUGE);
		expect(await large.closed).toBe(1_009);

		const named = new Socket(observers);
		await named.join(observers, {name: '\u001b]0;x\u0007\u202eEve\r\n'});
		expect((await named.hears('welcome')).name).toBe(']0;xEve');
		named.up({kind: 'say', id: 1, text: 'declare sev-1'});
		const answer = await named.hears('answer');
		expect(answer.problem?.message).toBe('Only who sits on a seat does that.');
		for (let n = 0; n < 10_000; n++) named.up({kind: 'say', id: n, text: 'declare sev-1'});
		expect((await named.hears('goodbye')).why).toBe('Too many messages: some were not read.');

		ann.type('tell all still here');
		await bob.says(/SAID.* commander: still here/u);
		for (const each of silent) each.destroy();
	});

	test('cannot take a seat, and who lost their link comes back to theirs', async () => {
		const {codes} = await drill.host(['october-20', '--port', '0']);
		const [url = ''] = codes;
		const first = new Socket(url);
		await first.join(url);
		const {token, seat} = await first.hears('welcome');
		first.cut();
		const thief = new Socket(url);
		await thief.join(url, {token: 'x'.repeat(40), seat});
		expect((await thief.hears('goodbye')).why).toMatch(/^Eve was on commander a moment ago/u);
		const again = new Socket(url);
		await again.join(url, {token, code: ''});
		expect((await again.hears('welcome')).seat).toBe(seat);
		await again.hears('see');
	});
});

const BAD: readonly [readonly string[], RegExp][] = [
	[['host', 'no-such-level'], /There is no level/u],
	[['host', '--players', '13'], /--players expects a number from 1 to 12\./u],
	[['host', '--port', 'x'], /--port expects/u],
	[['host', '--cert', 'a.pem'], /TLS needs both/u],
	[['host', '--fog', 'red'], /--fog is thick or thin/u],
	[['join', 'nowhere'], /URL expects the address/u],
	[['join', 'ws://127.0.0.1:1/abcd'], /The room cannot be reached/u],
];
test.each(someOf(BAD, 3))('%j is bad input, and says why', (words, why) => {
	const {code, err} = outage(words);
	expect(err).toMatch(why);
	expect(code).toBe(2);
});
