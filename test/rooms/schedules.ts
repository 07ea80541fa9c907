import fc from 'fast-check';
import {expect} from 'vitest';
import type {UpNote} from '../../src/team/index.ts';
import {Client, CODES, difference, hostedRoom} from '../support/hosted-room.ts';

const deed = fc.record({
	who: fc.nat(2),
	does: fc.constantFrom(
		...['order', 'order', 'talk', 'ask', 'hold', 'go on', 'pace', 'cut', 'cut', 'slow', 'look'],
		...['vanish', 'vanish', 'give up', 'kill', 'jump'],
		...['wait', 'wait', 'wait', 'sleep', 'garbage', 'flood', 'whole', 'noise', 'odd note'],
	),
	much: fc.nat(99),
	noise: fc.string({unit: 'binary', maxLength: 100}),
});

/** What people, links, readers and the clock of a host do, one after the other. */
export const SCHEDULES = fc.array(deed, {minLength: 20, maxLength: 60});

type Deeds = typeof SCHEDULES extends fc.Arbitrary<infer Value> ? Value : never;

/** A room after all that: everybody sees what is theirs and was never sent more, and its journal has it all. */
export function comesThrough(deeds: Deeds): void {
	const room = hostedRoom();
	const ann = new Client(room.host).join();
	const bob = new Client(room.host).join({name: 'Bob'});
	const eve = new Client(room.host).join({name: 'Eve', code: CODES.board});
	const people = [ann, bob, eve];
	room.pass(0.1);
	for (const [index, {who, does, much, noise}] of deeds.entries()) {
		const client = people[who]!;
		comeBack(client);
		if (does === 'kill') {
			room.kill();
			for (const each of people) each.turnTo(room.host);
		} else happens(room, client, {does, much, noise, index});
	}
	for (const client of people) {
		client.slow = false;
		client.drain();
		client.givenUp();
	}
	room.pass(0.1);
	people.forEach(comeBack);
	// Who was let in and never heard of it is known by their name, in a while.
	room.pass(AWAY_SECONDS);
	people.forEach(comeBack);
	room.pass(0.2);
	const {table, session} = room.now();
	const views = [table.view('commander'), table.view('engineer'), table.watch()];
	for (const [index, {remote, heard}] of people.entries()) {
		const {observation} = views[index]!;
		expect(difference(remote?.observation, observation)).toBeUndefined();
		const hidden = Object.keys(session.observation.metrics).filter(
			id => !Object.hasOwn(observation.metrics, id),
		);
		const sent = JSON.stringify(heard.filter(({kind}) => kind === 'see'));
		expect(hidden.filter(id => sent.includes(`"${id}":`))).toEqual([]);
	}
	session.noteReached();
	const again = room.again();
	expect(again.table.room).toEqual(table.room);
	expect(again.session.result()).toEqual(session.result());
	const journal = room.journal();
	const words = people.flatMap(({acknowledged}) =>
		acknowledged.map(text => text.split(' ').at(-1)!),
	);
	expect(words.filter(word => /^said-\d+$/u.test(word) && !journal.includes(word))).toEqual([]);
}

const AWAY_SECONDS = 11;

function comeBack(client: Client): void {
	if (client.connected) return;
	client.connect();
	client.join();
}

const VERBS = [
	'',
	'tell all ',
	'hold because ',
	'request gate dwfm 4 of ',
	'propose ',
	'report 1 ',
];

function oddNote(much: number, noise: string): UpNote {
	const text = noise.repeat(1 + (much % 15));
	switch (much % 4) {
		case 0:
			return {about: 'hypothesis', suspect: noise, confidence: much, unless: text};
		case 1:
			return {about: 'prediction', order: much, expects: null, text};
		case 2:
			return {about: 'opened', panel: noise};
		default:
			return {about: 'program', text};
	}
}

const ORDERS = [
	'declare sev-1',
	'page dynamodb',
	'gate dwfm 4',
	'dig regional',
	'throttle launches 50 percent',
];

function happens(
	{pass, step}: ReturnType<typeof hostedRoom>,
	client: Client,
	{does, much, noise, index}: Omit<Deeds[number], 'who'> & {readonly index: number},
): void {
	switch (does) {
		case 'order':
			client.remote?.attempt('', ORDERS[much % ORDERS.length]!);
			return;
		case 'talk':
			client.remote?.talk('', `tell all ${'word '.repeat(much % 20)}said-${String(index)}`);
			return;
		case 'ask':
			client.remote?.talk('', 'request gate dwfm 4 of engineer');
			return;
		case 'hold':
			client.remote?.talk('', 'hold');
			return;
		case 'go on':
			client.remote?.talk('', 'release-hold');
			return;
		case 'pace':
			client.remote?.talk('you', `pace ${String(much)}`);
			return;
		case 'cut':
			client.cut();
			return;
		case 'vanish':
			client.vanish();
			return;
		case 'give up':
			client.givenUp();
			return;
		case 'slow':
			client.slow = !client.slow;
			client.drain();
			return;
		case 'look':
			client.remote?.look(['dns', 'nlb'].slice(much % 2));
			return;
		case 'wait':
			return pass(much / 20);
		case 'sleep':
			return step(much * 1_000);
		case 'jump':
			// Back by half a minute, or ahead by days.
			return step((much - 30) * (much < 30 ? 1_000 : 10_000_000));
		case 'garbage':
			client.raw('{"kind":"say","id":-1}');
			return;
		case 'flood':
			for (let n = 0; n < much; n++) client.send({kind: 'whole'});
			return;
		case 'noise':
			// As somebody might who has written a client of their own.
			client.send({
				kind: 'say',
				id: 1_000_000 + much,
				text: `${VERBS[much % VERBS.length]!}${noise}`,
			});
			return;
		case 'odd note':
			client.send({kind: 'note', id: 1_000_000 + much, note: oddNote(much, noise)});
			return;
		case 'whole':
			client.send({kind: 'whole'});
	}
}
