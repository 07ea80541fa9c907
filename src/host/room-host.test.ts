import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {WIRE_VERSION, type Down} from '../team/index.ts';
import {Client, CODES, difference, hostedRoom, twoPeople} from '../../test/support/hosted-room.ts';
import {times} from '../../test/support/sampled.ts';
import {comesThrough, SCHEDULES} from '../../test/rooms/schedules.ts';

const json = (value: unknown) => JSON.stringify(value);

function awayIn({remote}: Client): readonly string[] {
	const seats = remote?.observation.room?.seats ?? [];
	return seats.filter(({away}) => away).map(({id}) => id);
}

describe('the door', () => {
	test('seats whoever comes in the order of the level, and names nobody twice', () => {
		const {host, table, pass} = hostedRoom();
		const first = new Client(host).join();
		const second = new Client(host).join();
		pass(0.1);
		expect([first.seat, second.seat]).toEqual(['commander', 'engineer']);
		expect(table.room.sitting).toEqual({commander: 'Ann', engineer: 'Ann 2'});
		expect(first.remote?.observation.room?.seats.map(({person}) => person)).toEqual([
			'Ann',
			'Ann 2',
		]);
	});

	test('gives the seat that is wanted, and says who sits on one that is taken', () => {
		const {host} = hostedRoom();
		expect(new Client(host).join({seat: 'engineer'}).seat).toBe('engineer');
		const second = new Client(host).join({name: 'Bob', seat: 'engineer'});
		expect(second.goodbye).toBe('Ann sits on engineer. Free: commander.');
		expect(second.closed).not.toBe('');
	});

	test.each([
		[{seat: 'pilot'}, 'There is no seat “pilot” here. Free: commander, engineer.'],
		[{code: 'aaaa-bbbb-cccc'}, 'That code opens nothing here.'],
		[{name: '\u001b[31m\u202e'}, undefined],
		[{name: '\u202e\u200b '}, 'A name has 1 to 40 characters that can be seen.'],
		[{wire: 99}, 'This room is hosted by version 0.0.0: join with the same.'],
	])('answers %j with “%s”', (asked, why) => {
		const {host, table} = hostedRoom();
		const client = new Client(host).join(asked);
		expect(client.goodbye).toBe(why ?? '');
		if (why === undefined) expect(table.room.sitting).toEqual({commander: '[31m'});
	});

	test('lets nobody try codes without end, and keeps nobody else waiting', () => {
		const {host, pass} = hostedRoom();
		for (let n = 0; n < 10; n++) new Client(host).join({code: 'wrong'});
		expect(new Client(host).join().goodbye).toMatch(/^Too many wrong codes.* in 60 s\.$/u);
		expect(new Client(host, 'there').join().seat).toBe('commander');
		pass(60);
		expect(new Client(host).join({name: 'Bob'}).seat).toBe('engineer');
	});

	test('lets observers and a facilitator see what is theirs to see', () => {
		const {host, session, pass} = twoPeople();
		const observer = new Client(host).join({name: 'Eve', code: CODES.observer});
		const facilitator = new Client(host).join({name: 'Fay', code: CODES.facilitator});
		pass(0.1);
		expect(observer.remote?.observation.metrics).toEqual({});
		expect(Object.keys(facilitator.remote?.observation.metrics ?? {})).toEqual(
			Object.keys(session.observation.metrics),
		);
		observer.send({kind: 'say', id: 1, text: 'declare sev-1'});
		expect(observer.problems).toEqual(['Only who sits on a seat does that.']);
	});

	test('tells who knocks what there is to join, and closes the door on a wrong code', () => {
		const {host} = hostedRoom();
		new Client(host).join({seat: 'engineer'});
		const knocking = (code: string) => {
			const client = new Client(host);
			client.send({kind: 'knock', wire: WIRE_VERSION, code});
			return client.heard;
		};
		expect(knocking(CODES.player)).toEqual([
			{
				kind: 'door',
				as: 'player',
				title: 'Short',
				seats: [
					{id: 'commander', title: 'Commander', person: ''},
					{id: 'engineer', title: 'engineer', person: 'Ann'},
				],
			},
		]);
		expect(knocking(CODES.observer)).toMatchObject([{kind: 'door', as: 'observer'}]);
		const why = 'That code opens nothing here.';
		expect(knocking('aaaa')).toEqual([{kind: 'goodbye', why, again: false}]);
	});

	test('lets anybody look on who would, and answers who asks whether it is there', () => {
		const {host} = hostedRoom();
		const eve = new Client(host).join({name: 'Eve', watch: true});
		expect(eve.heard[0]).toMatchObject({kind: 'welcome', as: 'observer', seat: ''});
		eve.send({kind: 'here'});
		expect(eve.heard.at(-1)).toEqual({kind: 'here'});
	});

	test('shows onlookers what everybody was told as it was then, and nothing that one was told', () => {
		const {host, ann, bob, pass} = twoPeople();
		const eve = new Client(host).join({name: 'Eve', code: CODES.board});
		pass(60);
		const told = bob.remote?.observation.now ?? 0;
		bob.remote?.talk('', 'tell all dwfm.queued');
		bob.remote?.talk('', 'tell commander dwfm.leasedShare a secret');
		ann.remote?.talk('', 'request gate dwfm 4 of engineer');
		pass(30);
		const seen = eve.remote?.observation;
		expect(Object.keys(seen?.metrics ?? {})).toEqual(['dwfm.queued']);
		expect(seen?.metrics['dwfm.queued']?.sampledAt).toBeLessThan(told);
		expect(seen?.withheld.panels).not.toContain('overview');
		expect(seen?.withheld.panels).toContain('dwfm');
		expect(seen?.room?.loops).toMatchObject([{order: 'gate dwfm 4', at: told, changedAt: told}]);
		expect(json(eve.heard)).not.toContain('a secret');
	});

	test('lets the facilitator see what a seat sees, and nobody else', () => {
		const {host, ann, table, pass} = twoPeople();
		const fay = new Client(host).join({name: 'Fay', code: CODES.facilitator});
		pass(0.1);
		fay.remote?.talk('', 'look engineer');
		pass(0.1);
		expect(difference(fay.remote?.observation, table.view('engineer').observation)).toBeUndefined();
		fay.remote?.talk('', 'look pilot');
		fay.remote?.talk('', 'look all');
		pass(0.1);
		expect(difference(fay.remote?.observation, table.whole().observation)).toBeUndefined();
		ann.remote?.talk('', 'look engineer');
		pass(0.1);
		expect(fay.problems).toEqual([
			'There is no such seat here. There are: commander, engineer, and all.',
		]);
		expect(ann.problems).toEqual(['The facilitator alone sees what others see.']);
		expect(
			difference(ann.remote?.observation, table.view('commander').observation),
		).toBeUndefined();
	});

	test('gives a seat back to whoever has its token, and to nobody else', () => {
		const {host, ann, bob, pass, table} = twoPeople();
		ann.cut();
		const thief = new Client(host).join({name: 'Ann', token: 'no'});
		expect(thief.goodbye).toBe(
			'Ann was on commander a moment ago: by that name it is taken again in 10 s.',
		);
		pass(10.1);
		expect(awayIn(bob)).toEqual(['commander']);
		ann.connect();
		ann.join({code: '', name: '?'});
		pass(0.1);
		expect(ann.seat).toBe('commander');
		expect(awayIn(bob)).toEqual([]);
		expect(table.room.sitting['commander']).toBe('Ann');
	});

	test('tells whoever comes back without a token to try again, and then knows them by their name', () => {
		const {host, bob, pass} = twoPeople();
		bob.vanish();
		const again = new Client(host).join({name: 'Bob'});
		expect(again.heard.at(-1)).toMatchObject({
			again: true,
			why: expect.stringMatching(/^Bob sits on engineer\. If that is you, it is yours once/u),
		});
		bob.givenUp();
		pass(4);
		expect(new Client(host).join({name: 'Bob'}).heard.at(-1)).toMatchObject({
			again: true,
			why: 'Bob was on engineer a moment ago: by that name it is taken again in 6 s.',
		});
		pass(6);
		expect(new Client(host).join({name: 'Bob'}).seat).toBe('engineer');
		expect(new Client(host).join({name: 'Cy'}).heard.at(-1)).toMatchObject({again: false});
	});

	test('frees the seat of whoever leaves', () => {
		const {ann, host, table} = twoPeople();
		ann.send({kind: 'leave'});
		expect(ann.goodbye).toBe('You have left.');
		expect(table.room.sitting['commander']).toBe('');
		expect(new Client(host).join({name: 'Cy'}).seat).toBe('commander');
	});

	test('shuts behind whoever says nothing that a client says', () => {
		const {host, ann, pass} = twoPeople();
		const deep = `${'['.repeat(15_000)}${']'.repeat(15_000)}`;
		for (const text of ['', '{', 'null', '{"kind":"say"}', deep, 'x'.repeat(20_000)]) {
			const client = new Client(host);
			client.raw(text);
			expect(client.goodbye).toBe('That is no message of this game.');
		}
		const silent = Array.from({length: 9}, () => new Client(host));
		expect(silent[8]?.goodbye).toMatch(/^Too many from there are at the door/u);
		expect(new Client(host, 'there').goodbye).toBe('');
		pass(10.2);
		expect(silent[0]?.goodbye).toBe('Nobody joined through this connection.');
		expect(ann.closed).toBe('');
	});
});

describe('the night', () => {
	test('waits for its people, or for somebody who sets a pace', () => {
		const full = hostedRoom();
		new Client(full.host).join();
		full.pass(5);
		expect(full.session.now).toBe(0);
		new Client(full.host).join({name: 'Bob'});
		full.pass(5);
		expect(full.session.now).toBe(20);

		const early = hostedRoom();
		new Client(early.host).join().send({kind: 'pace', id: 1, pace: 10});
		early.pass(5);
		expect(early.session.now).toBe(50);
	});

	test('stands while somebody holds, and while nobody is here', () => {
		const {ann, bob, pass, session} = twoPeople();
		pass(1);
		ann.remote?.talk('', 'hold because I am lost');
		const held = session.now;
		pass(5);
		expect(session.now).toBe(held);
		ann.remote?.talk('', 'release-hold');
		pass(1);
		expect(session.now).toBe(held + 4);
		ann.cut();
		bob.cut();
		pass(5);
		expect(session.now).toBe(held + 4);
	});

	test('owes nobody what the host has slept through, and says so', () => {
		const {ann, session, step} = twoPeople();
		const before = session.now;
		step(240_000);
		expect(session.now - before).toBeLessThanOrEqual(3);
		expect(ann.remote?.observation.room?.messages.at(-1)?.text).toBe(
			'The host stood still for 4 min: the night waited.',
		);
	});

	test('goes at the pace of the facilitator, else of whoever leads', () => {
		const {host, ann, bob, table, pass} = twoPeople();
		bob.remote?.talk('you', 'pace 60');
		ann.remote?.talk('you', 'pace 30');
		expect(bob.problems).toEqual(['commander leads, and sets the pace.']);
		expect(table.room.pace).toBe(30);
		const facilitator = new Client(host).join({name: 'Fay', code: CODES.facilitator});
		facilitator.remote?.talk('you', 'pace 1');
		ann.remote?.talk('you', 'pace 30');
		expect(ann.problems).toEqual(['The facilitator sets the pace.']);
		expect(table.room.pace).toBe(1);
		facilitator.cut();
		pass(10.1);
		ann.remote?.talk('you', 'pace 8');
		expect(table.room.pace).toBe(8);
	});
});

describe('a guest', () => {
	test('gives their own orders and no others', () => {
		const {ann, bob, pass, session} = twoPeople();
		bob.remote?.attempt('', 'page dynamodb');
		ann.remote?.attempt('', 'page dynamodb');
		pass(1);
		expect(bob.remote?.takeNotice()?.text).toBe(
			'“page dynamodb”: That command is commander (Ann): request it.',
		);
		expect(session.observation.orders.map(({by}) => by)).toEqual(['commander']);
	});

	test('who acknowledges all takes what is theirs, and leaves the others’ to them', () => {
		const {ann, bob, pass, session} = twoPeople();
		ann.remote?.talk('you', 'pace 60');
		for (let n = 0; n < 600 && (bob.remote?.observation.alerts.length ?? 0) === 0; n++) pass(0.5);
		pass(60);
		const ofBob = new Set(bob.remote?.observation.alerts.map(({id}) => id));
		expect(ofBob.size).toBeGreaterThan(0);
		bob.remote?.attempt('', 'ack all');
		pass(1);
		const taken = session.observation.alerts.filter(({acknowledgedBy}) => acknowledgedBy !== null);
		const left = session.observation.alerts.filter(
			({clearedAt, acknowledgedBy}) => clearedAt === null && acknowledgedBy === null,
		);
		expect(taken.length).toBeGreaterThan(0);
		expect(taken.filter(({id}) => !ofBob.has(id))).toEqual([]);
		expect(left.length).toBeGreaterThan(0);
	});

	test('who gives orders without end leaves room for others, and is told so', () => {
		const {ann, bob, pass, session} = twoPeople();
		ann.remote?.talk('', 'hold');
		for (let n = 0; n < 80; n++) {
			bob.remote?.attempt('', 'gate dwfm 4');
			pass(0.1);
		}
		expect(session.given).toBe(15);
		const [waits, ...more] = [...new Set(bob.problems)];
		expect(waits).toBe('15 of your commands wait for the next second: let time pass first.');
		expect(more).toEqual([
			'That is too much at once: it was not taken. Send it again in a moment.',
		]);
		ann.remote?.attempt('', 'declare sev-1');
		expect(session.given).toBe(16);
	});

	test('who sends without end is told, then ignored, then sent away', () => {
		const {ann, bob, pass} = twoPeople();
		for (let n = 0; n < 10_000; n++) bob.send({kind: 'say', id: n, text: 'gate dwfm 4'});
		expect(bob.heard.filter(({kind}) => kind === 'answer').length).toBeLessThan(50);
		expect(bob.heard.filter(({kind}) => kind === 'notice')).toHaveLength(1);
		expect(bob.goodbye).toBe('Too many messages: some were not read.');
		pass(0.1);
		expect(ann.closed).toBe('');
	});

	test('who reads slowly gets what changed in one, when they have read', () => {
		const {bob, table, pass} = twoPeople();
		bob.slow = true;
		pass(60);
		const before = bob.heard.length;
		bob.drain();
		bob.slow = false;
		const read = bob.heard.slice(before).map(down => json(down).length);
		expect(read.reduce((sum, length) => sum + length, 0)).toBeLessThan(200_000);
		pass(0.1);
		expect(difference(bob.remote?.observation, table.view('engineer').observation)).toBeUndefined();
	});

	test('has gaps in a history, which JSON has no word for', () => {
		const {bob} = twoPeople();
		const history = ['{', {history: ['=', [1, NaN, 2]]}, []] as const;
		const metrics = ['{', {'dwfm.oldest': history}, []] as const;
		const patch = ['{', {observation: ['{', {metrics}, []]}, []] as const;
		bob.remote?.hear(JSON.parse(json({kind: 'see', patch})) as Down);
		expect(bob.remote?.observation.metrics['dwfm.oldest']?.history).toEqual([1, NaN, 2]);
	});

	test('whom a patch does not fit asks for the whole', () => {
		const {bob, table, pass} = twoPeople();
		bob.remote?.hear({kind: 'see', patch: ['[', 1, 1, 1, []]});
		pass(0.2);
		expect(difference(bob.remote?.observation, table.view('engineer').observation)).toBeUndefined();
	});
});

test('whatever happens to links and readers, everybody comes to see what is theirs, and the journal has it all', () => {
	fc.assert(fc.property(SCHEDULES, comesThrough), {numRuns: times(6, 50), seed: 20_251_020});
});
