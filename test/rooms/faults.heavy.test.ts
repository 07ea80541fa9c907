import {setTimeout as realTime} from 'node:timers/promises';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {outage} from '../cli/outage.ts';
import {Cable} from './cable.ts';
import {Drill, Socket, type Program} from './programs.ts';

let drill: Drill;
let cable: Cable | undefined;

beforeEach(() => {
	drill = new Drill();
});

afterEach(async () => {
	cable?.end();
	await drill.end();
});

/** A room of two, one of them behind a cable. */
async function behindCable() {
	const {host, codes} = await drill.host(['october-20', '--port', '0']);
	const [url = ''] = codes;
	cable = await Cable.to(Number(new URL(url).port));
	const ann = drill.join(url, 'Ann');
	await ann.says(/You are Ann, on seat commander/u);
	return {host, url, cable, ann};
}

async function tells(from: Program, to: Program, seat: string, words: string): Promise<void> {
	from.type(`tell all ${words}`);
	await to.says(new RegExp(`SAID.* ${seat}: ${words}`, 'u'));
}

test('a link that is cut for half a minute comes back by itself, and everybody has everything', async () => {
	const {host, url, cable: link, ann} = await behindCable();
	const bob = drill.join(link.through(url), 'Bob');
	await bob.says(/You are Bob, on seat engineer/u);
	await tells(bob, ann, 'engineer', 'before the cut');
	link.cut();
	await bob.says(/The connection to the room is lost/u);
	ann.type('tell all while you were gone');
	await realTime(30_000);
	link.mend();
	await bob.says(/The connection to the room is back/u);
	await bob.says(/SAID.* commander: while you were gone/u);
	await tells(bob, ann, 'engineer', 'after the cut');
	expect(await host.signal('SIGINT')).toBe(130);
	expect(outage(['replay', drill.journal, '--verify']).code).toBe(0);
}, 120_000);

test('a peer that vanished without a word is noticed, and within a minute its seat is theirs again', async () => {
	const {host, url, cable: link, ann} = await behindCable();
	const through = link.through(url);
	const lost = new Socket(through);
	await lost.join(through, {name: 'Bob'});
	expect((await lost.hears('welcome')).seat).toBe('engineer');
	await lost.hears('see');
	link.goDead();
	const gone = Date.now();
	// Their machine died, and with it the token: another terminal has only the name.
	const bob = drill.join(url, 'Bob');
	await bob.says(/Bob sits on engineer\. If that is you/u);
	await bob.says(/You are Bob, on seat engineer/u, 60_000);
	console.log(
		`half-open: the seat was theirs again after ${String(Math.round((Date.now() - gone) / 1_000))} s`,
	);
	await tells(bob, ann, 'engineer', 'here again');
	expect(await host.signal('SIGINT')).toBe(130);
	expect(outage(['replay', drill.journal, '--verify']).code).toBe(0);
}, 180_000);

test('a client whose host went silent without a word gives it up, dials again and misses nothing', async () => {
	const {url, cable: link, ann} = await behindCable();
	const bob = drill.join(link.through(url), 'Bob');
	await bob.says(/You are Bob, on seat engineer/u);
	link.goDead();
	ann.type('tell all nobody hears this yet');
	await bob.says(/The connection to the room is lost: nothing was heard of it/u, 40_000);
	await bob.says(/The connection to the room is back/u);
	await bob.says(/SAID.* commander: nobody hears this yet/u);
}, 120_000);

test('a client that is killed comes back by its name, and the host goes on while it is gone', async () => {
	const {url, ann} = await behindCable();
	const bob = drill.join(url, 'Bob');
	await bob.says(/You are Bob, on seat engineer/u);
	await tells(bob, ann, 'engineer', 'the last word');
	await bob.signal('SIGKILL');
	ann.type('declare sev-1');
	await ann.says(/SEV-1: is declared/u);
	const again = drill.join(url, 'Bob');
	await again.says(/Bob was on engineer a moment ago/u);
	await again.says(/You are Bob, on seat engineer/u);
	await tells(again, ann, 'engineer', 'here again');
}, 120_000);

/** Kills by seed: whom, and after how many words. */
const KILLS = ['11', '23', '5312'];

test.each(KILLS)(
	'hosts and clients are killed over and over by seed %s: nothing that was answered is lost',
	async seed => {
		let state = Number(seed);
		const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
		let {host, codes} = await drill.host(['october-20', '--port', '0']);
		const [url = ''] = codes;
		const {port} = new URL(url);
		let sockets = await Promise.all(['Ann', 'Bob'].map(name => seated(url, name)));
		const acknowledged: string[] = [];
		let id = 0;
		for (let round = 0; round < 6; round++) {
			for (let n = 0; n < 1 + next(6); n++) {
				const socket = sockets[next(2)];
				const word = `word-${String(++id)}-`;
				socket?.up({kind: 'say', id, text: `tell all ${word}`});
				const mine = id;
				const answer = await socket?.hears('answer', each => each.id === mine);
				if (answer?.problem === null) acknowledged.push(word);
			}
			// Of these nobody has had an answer when it comes.
			for (const socket of sockets) socket.up({kind: 'say', id: ++id, text: 'tell all unheard'});
			if (next(3) === 0) for (const socket of sockets) socket.cut();
			await host.signal('SIGKILL');
			({host, codes} = await drill.host([drill.journal, '--continue', '--port', port]));
			expect(codes[0]).toBe(url);
			sockets = await Promise.all(['Ann', 'Bob'].map(name => seated(url, name)));
		}
		const last = acknowledged.at(-1) ?? '';
		for (const socket of sockets) {
			await socket.hears('see', down => JSON.stringify(down).includes(last));
		}
		expect(await host.signal('SIGINT')).toBe(130);
		const kept = JSON.stringify(drill.lines);
		expect(acknowledged.filter(word => !kept.includes(word))).toEqual([]);
		expect(acknowledged.length).toBeGreaterThan(6);
		expect(outage(['replay', drill.journal, '--verify']).code).toBe(0);
	},
	180_000,
);

async function seated(url: string, name: string): Promise<Socket> {
	const socket = new Socket(url);
	await socket.join(url, {name});
	await socket.hears('welcome');
	await socket.hears('see');
	return socket;
}
