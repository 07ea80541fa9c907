import {describe, expect, test} from 'vitest';
import type {PanelId} from '../observe/index.ts';
import {factsOf, WITHHELD} from '../view/say/facts/index.ts';
import {Client, CODES, difference, twoPeople} from '../../test/support/hosted-room.ts';

const json = (value: unknown) => JSON.stringify(value);

/** Two people, and somebody who serves the drill. */
function servedRoom() {
	const room = twoPeople();
	const fay = new Client(room.host, 'desk').join({name: 'Fay', code: CODES.facilitator});
	room.pass(0.1);
	return {...room, fay};
}

test('people go on talking when the run has ended, and nothing else', () => {
	const {ann, bob, pass, table, again, session} = twoPeople();
	table.advance(9_000, 0);
	expect(session.ended).toBe(true);
	ann.remote?.talk('', 'tell all that was it');
	bob.remote?.talk('', 'request gate dwfm 4 of commander');
	pass(0.2);
	expect(bob.remote?.observation.room?.messages.at(-1)?.text).toBe('that was it');
	expect([ann.problems, bob.problems]).toEqual([[], ['The run has ended.']]);
	expect(again().table.room).toEqual(table.room);
});

test('who has been away for a minute is stood in for, until they are back', () => {
	const {ann, bob, pass, table, session, again} = twoPeople();
	bob.cut();
	pass(55);
	ann.remote?.attempt('', 'gate dwfm 4');
	expect(ann.problems).toEqual(['That command is engineer (Bob): request it.']);
	pass(10);
	expect(table.room.covers).toEqual({engineer: 'commander'});
	expect(ann.remote?.observation.room?.messages.at(-1)?.text).toBe(
		'Bob has been away for a minute: commander sees and acts for engineer.',
	);
	expect(Object.keys(ann.remote?.observation.metrics ?? {})).toContain('dwfm.throughput');
	ann.remote?.attempt('', 'gate dwfm 4');
	pass(1);
	expect(session.given).toBe(1);
	const [given] = ann.remote?.observation.orders ?? [];
	expect(given).toMatchObject({by: 'commander', text: 'gate dwfm 4'});
	bob.connect();
	bob.join();
	pass(0.5);
	expect(table.room.covers).toEqual({});
	expect(Object.keys(ann.remote?.observation.metrics ?? {})).not.toContain('dwfm.throughput');
	expect(bob.seat).toBe('engineer');
	expect(again().table.room).toEqual(table.room);
});

describe('a seat that changes hands', () => {
	const NOTE = [
		'handover state border-network',
		'handover state suspect dns-records 80',
		'handover state nlb.errors ok',
		'handover pending team ec2',
		'handover watch network.latency above 600 within 30 then call engineer',
		'handover not restart dwfm all until engineer says',
	];

	test('shows its taker nothing before the note is read, and everything after', () => {
		const {ann, bob, pass, table, session, again} = twoPeople();
		ann.remote?.talk('', 'pace 8');
		pass(2);
		for (const line of NOTE) ann.remote?.talk('', line);
		ann.remote?.talk('', 'handover to Bob I am tired');
		expect(ann.problems).toEqual(['“border-network” is not a metric.']);
		pass(0.2);
		expect(table.room.sitting).toEqual({commander: 'Bob', engineer: 'Ann'});
		expect(bob.remote?.observation.room?.seat).toBe('commander');
		expect(bob.remote?.observation.metrics).toEqual({});
		expect(factsOf('alerts', bob.remote!.observation, {filter: ''})).toMatchObject({
			note: 'blank until your note is read: panel t has it',
			groups: {},
		});
		expect(bob.remote?.observation.room?.note).toMatchObject({
			...{from: 'commander', to: 'commander', words: 'I am tired', takenAt: null},
		});
		expect(Object.keys(ann.remote?.observation.metrics ?? {})).toContain('dwfm.leasedShare');
		bob.remote?.attempt('', 'declare sev-1');
		bob.remote?.talk('', 'take 1 2');
		expect(bob.problems).toEqual([
			'There is a note for you: read it, and read back three of its claims by their places, as in take 1 2 3.',
			'Read back 3 of its 5 claims by number: the worst thing, what is due next, the first do-not. Usage: “take 1 2 3”.',
		]);
		bob.remote?.talk('', 'take 5 3 1');
		pass(0.2);
		expect(Object.keys(bob.remote?.observation.metrics ?? {})).toContain('dns.answers.regional');
		bob.remote?.attempt('', 'declare sev-1');
		pass(1);
		expect(session.given).toBe(1);
		expect(table.room.handovers[0]).toMatchObject({readBack: [5, 3, 1]});
		session.noteReached();
		expect(again().table.room).toEqual(table.room);
	});

	test('is the same one the next day, where the note goes to oneself', () => {
		const {ann, pass, table} = twoPeople();
		ann.remote?.talk('', 'handover pending team ec2');
		ann.remote?.talk('', 'handover state nlb.errors ok');
		ann.remote?.talk('', 'handover drop 1');
		ann.remote?.talk('', 'handover to me');
		pass(0.2);
		expect(table.room.sitting).toEqual({commander: 'Ann', engineer: 'Bob'});
		expect(ann.remote?.observation.metrics).toEqual({});
		ann.remote?.talk('', 'take 1');
		pass(0.2);
		expect(Object.keys(ann.remote?.observation.metrics ?? {})).not.toEqual([]);
	});

	test.each([
		['handover', 'Usage: “handover to <name or seat> [words]”, after what the note says'],
		['handover to engineer', 'Your note is still empty'],
		['handover drop 1', 'Your note has no claim 1.'],
		['handover done 1', 'You see no command 1.'],
		['handover state dwfm.leasedShare', 'You do not see the value of dwfm.leasedShare'],
		['handover state suspect nobody', 'There is no suspect “nobody”.'],
		['handover pending promise', 'There is no open promise to hand over.'],
		['handover pending request 1', 'There is no request 1.'],
		['handover pending owed breakfast', 'is neither paused nor a command that was run'],
		['handover watch nlb.errors above 1', 'Usage: “handover watch'],
		['handover not fly until engineer says', 'No command starts with “fly”.'],
		['take 1 2 3', 'There is no note for you to take.'],
	])('answers “%s” with what was expected', (line, why) => {
		const {ann} = twoPeople();
		ann.remote?.talk('', line);
		expect(ann.problems).toHaveLength(1);
		expect(ann.problems[0]).toContain(why);
	});
});

test('a panel of others says whose it is, and one that is dark for all says nothing', () => {
	const {ann, bob, fay, pass} = servedRoom();
	const noteOf = ({remote}: Client, panel: PanelId) =>
		remote === undefined ? '' : factsOf(panel, remote.observation, {filter: ''}).note;
	expect(noteOf(ann, 'dwfm')).toBe(`${WITHHELD}: engineer sees it`);
	fay.remote?.talk('', 'inject dark');
	pass(0.5);
	expect([noteOf(ann, 'dwfm'), noteOf(bob, 'dwfm')]).toEqual([WITHHELD, WITHHELD]);
});

describe('whoever serves the drill', () => {
	test('injects what the level has, and is told what there is where it has not', () => {
		const {fay, ann, bob, pass, session} = servedRoom();
		fay.remote?.talk('', 'inject dark');
		pass(0.5);
		expect(session.observation.withheld.panels).toEqual(['dwfm']);
		expect(bob.remote?.observation.withheld.panels).toContain('dwfm');
		fay.remote?.talk('', 'inject drak');
		expect(fay.problems).toEqual(['No inject of this level is called “drak”.']);
		for (const player of [ann, bob]) {
			player.remote?.talk('', 'inject robot');
			expect(player.problems).toEqual(['The facilitator does that.']);
		}
		expect(session.given).toBe(0);
	});

	test.each([
		'note ask why',
		'snapshot calm',
		'back 03:40',
		'read-back free',
		'patience endless',
		'allow Eve',
		'aside commander look',
		'inject dark',
	])('is not whoever else says “%s”', line => {
		const {ann, host, journal, pass} = servedRoom();
		const eve = new Client(host).join({name: 'Eve', code: CODES.observer});
		pass(0.1);
		const room = () =>
			journal()
				.split('\n')
				.filter(each => each.includes('"by":"facilitator"'));
		const before = room();
		for (const client of [ann, eve]) {
			client.remote?.attempt('', line);
			client.send({kind: 'say', id: 900, text: line});
		}
		pass(0.1);
		expect(eve.problems.length).toBeGreaterThan(0);
		expect(room()).toEqual(before);
	});

	test('notes what nobody else is ever sent', () => {
		const {fay, ann, bob, host, pass} = servedRoom();
		const eve = new Client(host).join({name: 'Eve', code: CODES.observer});
		fay.remote?.attempt('', 'note ask who held the secret plan');
		fay.remote?.talk('', 'snapshot secret mark');
		pass(0.5);
		const served = fay.remote?.observation.room?.served;
		expect(served?.notes).toMatchObject([{tag: 'ask', text: 'who held the secret plan'}]);
		expect(served?.marks).toMatchObject([{name: 'secret mark'}]);
		expect(served?.palette.map(({name}) => name)).toEqual(['dark', 'robot']);
		for (const client of [ann, bob, eve]) {
			expect(json(client.heard)).not.toContain('secret');
			expect(json(client.heard)).not.toContain('A colleague.');
			expect(client.remote?.observation.room?.served).toBeNull();
		}
	});

	test('goes back with everybody, who are told what stays behind', async () => {
		const {fay, ann, bob, pass, now, again} = servedRoom();
		ann.remote?.talk('', 'tell all before');
		pass(1);
		fay.remote?.talk('', 'snapshot calm');
		pass(5);
		const {now: marked} = now().session;
		ann.remote?.talk('', 'tell all after');
		bob.remote?.attempt('', 'gate dwfm 4');
		ann.remote?.talk('', 'hold');
		bob.remote?.talk('', 'hold');
		pass(1);
		fay.remote?.talk('', 'back calm');
		ann.remote?.talk('', 'tell all on the way');
		expect(ann.problems).toEqual([
			'Everybody is on the way back to an earlier second: it was not taken. Send it again in a moment.',
		]);
		await Promise.resolve();
		pass(0.5);
		const {session, table} = now();
		expect(session.now).toBeLessThan(marked);
		expect(session.given).toBe(0);
		const said = ann.remote?.observation.room?.messages.map(({text}) => text) ?? [];
		expect(said.slice(0, -1)).toEqual(['before']);
		expect(said.at(-1)).toMatch(
			/^Everybody is back at .*, from .*, and time stands\. .* that was left: 1 command and 1 message\.$/u,
		);
		expect(table.room.sitting).toEqual({commander: 'Ann', engineer: 'Bob'});
		expect(table.room.holds).toEqual([]);
		expect(table.room.pace).toBe(0);
		for (const [client, seat] of [[ann, 'commander'] as const, [bob, 'engineer'] as const]) {
			expect(difference(client.remote?.observation, table.view(seat).observation)).toBeUndefined();
		}
		fay.remote?.talk('', 'pace 4');
		pass(5);
		expect(session.now).toBeGreaterThan(0);
		session.noteReached();
		expect(again().table.room).toEqual(table.room);
		expect(again().session.result()).toEqual(session.result());
	});

	test.each([
		['pace', 'Usage: “pace <seconds of the night in a real one>”, as in pace 4.'],
		['pace fast', 'Usage: “pace <seconds of the night in a real one>”, as in pace 4.'],
		['look', 'Usage: “look <seat>|all”, as in look all.'],
		['aside', 'Usage: “aside <seat> <words>”.'],
		['back', 'Usage: “back <snapshot>|<time>”.'],
		['note ask why', undefined],
	])('types “%s” and is told how it reads: %s', (line, told) => {
		const {fay, pass} = servedRoom();
		expect(fay.remote?.talk('', line)?.message).toBe(told);
		pass(0.1);
		expect(fay.problems).toEqual([]);
	});

	test('is told where there is no way back', () => {
		const {fay} = servedRoom();
		fay.remote?.talk('', 'back nowhere');
		expect(fay.problems).toEqual(['“nowhere” is neither a snapshot nor a time in the past.']);
	});
});
