import {describe, expect, test} from 'vitest';
import {Client, CODES, fullRoom, hostedRoom} from '../../test/support/hosted-room.ts';
import {factsOf} from '../view/say/facts/index.ts';

type Room = ReturnType<typeof fullRoom>;

/** Lets so many real seconds pass in the longest steps that count. */
function wait(room: Pick<Room, 'step'>, seconds: number): void {
	for (let step = 0; step < 2 * seconds; step++) room.step(500);
}

/** The rows of the panel of words, as a seat reads them. */
function rowsOf(
	room: Room,
	id: string,
	group: 'timeline' | 'reminders' | 'said' | 'asked',
): readonly string[] {
	const observation = room.on(id).remote?.observation;
	if (observation === undefined) return [];
	const {groups} = factsOf('comms', observation, {filter: ''});
	return (groups[group]?.facts ?? []).map(({text}) => text);
}

describe('what is said', () => {
	test.each([
		['tell all one', ['commander', 'dns', 'comms', 'deputy']],
		['tell call one', ['commander', 'dns', 'comms', 'deputy']],
		['tell room one', ['commander', 'dns', 'comms', 'deputy']],
		['tell desk one', ['commander', 'comms']],
		['@dns one', ['dns', 'deputy']],
		['tell @DNS one', ['dns', 'deputy']],
		['aside one', []],
	])('“%s” is heard by %j, whoever keeps the record among them', (line, hearers) => {
		const room = fullRoom(8);
		expect(room.says('ec2', line)).toBe('');
		room.pass(0.1);
		const all = ['commander', 'dns', 'comms', 'deputy', 'network'];
		const heard = all.filter(id => room.heard(id).at(-1) === 'one');
		expect(heard.filter(id => id !== 'network')).toEqual(hearers);
		expect(heard.includes('network')).toBe(hearers.length === 4);
	});

	test('names a seat behind an @, and reaches its person as theirs', () => {
		const room = fullRoom(6);
		room.says('ec2', 'tell all @DNS look at the plans');
		room.pass(0.1);
		const facts = (id: string) => {
			const observation = room.on(id).remote?.observation;
			return observation === undefined
				? []
				: factsOf('comms', observation, {filter: ''}).groups['said']?.facts;
		};
		expect(facts('dns')?.[0]?.word).toBe('FOR YOU');
		expect(facts('network')?.[0]?.word).toBe('');
	});

	test('goes on beside the call among those whom the lead sends there, until they are due', () => {
		const room = fullRoom(6);
		expect(room.says('dns', 'split dns into alpha')).toMatch(/^commander leads/u);
		expect(room.says('commander', 'split dns services into alpha for 2')).toBe('');
		expect(room.says('dns', 'tell alpha which of us looks')).toBe('');
		expect(room.says('ec2', 'tell alpha me too')).toMatch(/^You are not on alpha/u);
		room.pass(0.1);
		const words = 'which of us looks';
		expect(room.heard('services')).toContain(words);
		expect(room.heard('commander')).toContain(words);
		expect(room.heard('ec2')).not.toContain(words);
		wait(room, 31);
		expect(room.heard('services').at(-1)).toMatch(/^Reminder: alpha tells the call/u);
		expect(room.says('commander', 'merge alpha')).toBe('');
		expect(room.says('dns', 'tell alpha still')).toMatch(/^You are not on alpha/u);
	});

	test('is on one call in a small room', () => {
		const room = fullRoom(2);
		for (const line of ['tell desk one', 'tell alpha one']) {
			expect(room.says('engineer', line)).toMatch(/there is one call: tell all\.$/u);
		}
		expect(room.says('commander', 'split engineer into alpha')).toMatch(/there is one call\.$/u);
	});
});

test('what is asked says what is typed next by whose turn it is, and what was reported', () => {
	const room = fullRoom(2);
	wait(room, 31); // Until something has been measured.
	const rows = () => {
		room.pass(0.5);
		return ['commander', 'engineer'].map(id => rowsOf(room, id, 'asked')[0]);
	};
	expect(room.says('engineer', 'request repoint regional 136 of dns because nlb.errors')).toBe('');
	expect(room.says('engineer', 'request repoint regional 136 of commander')).toMatch(
		/already, as 1/u,
	);
	expect(rows()).toEqual([
		expect.stringMatching(
			/^1 engineer asks you: .* because \[.*, open\. Next: answer 1 accept repoint regional 136/u,
		),
		expect.stringMatching(/^1 engineer asks dns: .*, open\.$/u),
	]);
	room.says('commander', 'answer 1 accept repoint regional 13');
	expect(rows()[1]).toMatch(
		/read back as “repoint regional 13”\. Next: correct 1 repoint regional 136\.$/u,
	);
	room.says('commander', 'answer 1 accept repoint regional 136');
	expect(rows()[1]).toMatch(/accepted\. Next: confirm 1\.$/u);
	room.says('engineer', 'confirm 1');
	expect(rows()[0]).toMatch(/confirmed\. Next: run it: repoint regional 136\.$/u);
	room.says('engineer', 'withdraw 1');
	room.says('commander', 'ask nlb.errors of engineer');
	expect(rows()[1]).toMatch(/asks you: .*, open\. Next: report 2 done nlb\.errors\.$/u);
	room.says('engineer', 'report 2 done nlb.errors');
	expect(rows()[0]).toMatch(/^2 .*, reported \[.*\d\d:\d\d:\d\d\]\.$/u);
});

describe('whoever keeps the record', () => {
	test('stars and tags what was said, asked and ordered, and takes a star off', () => {
		const room = fullRoom(2);
		room.says('commander', 'tell all we go back');
		room.says('commander', 'request gate dwfm 4 of engineer');
		room.orders('commander', 'page dynamodb');
		room.pass(0.5);
		for (const line of ['tag 1 decision', 'star #1', 'tag request 1 owed', 'star order 1']) {
			expect(room.says('engineer', line)).toBe('');
		}
		room.pass(0.1);
		const [order, request, said] = rowsOf(room, 'commander', 'timeline');
		expect(order).toMatch(/^★ command 1 “page dynamodb”/u);
		expect(request).toMatch(/^owed: 1 commander asks engineer: gate dwfm 4/u);
		expect(said).toMatch(/^★ decision: #1 .* commander: we go back/u);
		room.says('engineer', 'star order 1');
		room.pass(0.1);
		expect(rowsOf(room, 'commander', 'timeline')).toHaveLength(2);
		expect(room.again().table.room).toEqual(room.table.room);
	});

	test('is reminded when it is time, and may remind others', () => {
		const room = fullRoom(2);
		expect(room.says('engineer', 'remind 1 next update')).toBe('');
		expect(room.says('engineer', 'remind 2 @commander the promise')).toBe('');
		room.pass(0.1);
		expect(rowsOf(room, 'engineer', 'reminders')).toHaveLength(1);
		wait(room, 15.5);
		expect(room.heard('engineer')).toContain('Reminder: next update');
		expect(room.heard('commander')).not.toContain('Reminder: next update');
		wait(room, 15);
		expect(room.heard('commander')).toContain('Reminder: the promise');
		expect(room.table.room.reminders).toEqual([]);
	});

	test.each([
		['commander', 'star 1', 'The timeline is for engineer to keep.'],
		['commander', 'remind 1 tea', 'Reminders are for engineer to keep.'],
		['engineer', 'star 9', 'There is no 9.'],
		['engineer', 'tag order 9 fact', 'There is no order 9.'],
		['engineer', 'tag 1 boring', /^“boring” is not a tag: expected decision, why, owed, fact\.$/u],
		['engineer', 'star', /^Usage: “star/u],
		['engineer', 'remind soon tea', /^Usage: “remind/u],
		['commander', 'reply executive looking', 'Nobody who is executive has written to you.'],
		['commander', 'reply boss looking', /^“boss” is not somebody who writes/u],
	])('%s says “%s” and is told why not', (id, line, why) => {
		const room = fullRoom(2);
		expect(room.says(id, line)).toMatch(why);
	});
});

test('somebody who writes is answered in a closed form, before those who speak to the outside', () => {
	const room = fullRoom(6);
	room.table.advance(3_600, 0);
	room.pass(0.1);
	const {chat = []} = room.on('comms').remote?.observation ?? {};
	const role = chat.at(-1)?.role ?? '';
	expect(room.says('comms', `reply ${role} next`)).toBe('');
	room.pass(0.1);
	expect(room.heard('comms').at(-1)).toBe('The next update comes when we promised it.');
	expect(rowsOf(room, 'comms', 'said')[0]).toContain(`comms to the ${role}: The next update`);
	expect(room.heard('dns')).not.toContain('The next update comes when we promised it.');
});

describe('an order that the level lets a room read back', () => {
	const DANGEROUS = 'restart dwfm all';

	test('is given once it was asked for, read back and confirmed', () => {
		const room = fullRoom(6, 'dangerous');
		expect(room.orders('ec2', 'gate dwfm 4')).toBe('');
		expect(room.orders('ec2', DANGEROUS)).toMatch(/is read back first/u);
		room.says('commander', `request ${DANGEROUS} of ec2`);
		room.says('ec2', `answer 1 accept ${DANGEROUS}`);
		expect(room.orders('ec2', DANGEROUS)).toMatch(/is read back first/u);
		room.says('commander', 'confirm 1');
		expect(room.orders('ec2', DANGEROUS)).toBe('');
		expect(room.table.room.loops[0]?.state).toBe('given');
	});

	test.each([
		[2, ['request restart dwfm all of engineer'], 'answer 1 accept restart dwfm all', 'engineer'],
		[6, ['propose restart dwfm all'], 'decide 1 go', 'ec2'],
	])('needs no more in a room of %i after %j', (players, asks, answer, giver) => {
		const room = fullRoom(players, 'dangerous');
		const asker = players === 2 ? 'commander' : giver;
		for (const line of asks) expect(room.says(asker, line)).toBe('');
		expect(room.says(players === 2 ? giver : 'commander', answer)).toBe('');
		expect(room.orders(giver, DANGEROUS)).toBe('');
	});

	test('goes unconfirmed after a minute, and the journal says so', () => {
		const room = fullRoom(6, 'all');
		expect(room.orders('ec2', 'gate dwfm 4')).toMatch(/is read back first/u);
		expect(room.says('ec2', 'unconfirmed gate dwfm 4')).toMatch(/once it has waited 60 s/u);
		wait(room, 60);
		expect(room.says('ec2', 'unconfirmed gate dwfm 4')).toBe('');
		expect(room.session.notes.map(({note}) => note)).toContainEqual(
			expect.objectContaining({event: {kind: 'unconfirmed', order: 1}}),
		);
	});

	test('is free for whoever is alone, for looks, and once the facilitator says so', () => {
		const alone = hostedRoom(2, 'all');
		const ann = new Client(alone.host).join({seat: 'engineer'});
		ann.remote?.talk('', 'pace 4');
		alone.pass(0.1);
		ann.remote?.attempt('', 'gate dwfm 4');
		expect(ann.problems).toEqual([]);
		const room = fullRoom(2, 'all');
		expect(room.orders('engineer', 'show hosts')).toBe('');
		expect(room.orders('commander', 'page dynamodb')).toBe('');
		const fay = new Client(room.host, 'desk').join({name: 'Fay', code: CODES.facilitator});
		room.pass(0.1);
		fay.remote?.talk('', 'read-back free');
		expect(room.orders('engineer', 'gate dwfm 4')).toBe('');
		room.pass(0.1);
		expect(room.heard('commander')).toContain('From now on no command has to be read back.');
	});
});

describe('orders of two seats', () => {
	/** A seat that stands in for another has its orders. */
	function coveredRoom() {
		const room = fullRoom(6);
		room.on('ec2').cut();
		wait(room, 61);
		const by = room.table.room.covers['ec2'] ?? '';
		room.on('ec2').connect();
		room.on('ec2').join();
		return {room, by};
	}

	test('that undo each other at once are both tried, and four are told', () => {
		const {room, by} = coveredRoom();
		expect(room.orders(by, 'gate dwfm 4')).toBe('');
		room.step(400);
		expect(room.table.room.covers['ec2']).toBeUndefined();
		expect(room.orders('ec2', 'gate dwfm 40')).toBe('');
		room.pass(0.1);
		const told = `“gate dwfm 4” by ${by} and “gate dwfm 40” by ec2, 0.4 s apart: both are tried in this order, and the later stands.`;
		for (const id of [by, 'ec2', 'commander']) expect(room.heard(id)).toContain(told);
		expect(room.heard('network')).not.toContain(told);
		expect(room.session.observation.orders.map(({text}) => text)).toEqual([
			'gate dwfm 4',
			'gate dwfm 40',
		]);
	});

	test.each([
		['the same', 0, 'gate dwfm 4', /^“gate dwfm 4” is already running, by /u],
		['others', 400, 'workers dwfm 32', /^$/u],
		['later ones', 1_200, 'gate dwfm 40', /^$/u],
	])('of %s are no clash', (_, apartMs, second, answer) => {
		const {room, by} = coveredRoom();
		expect(room.orders(by, 'gate dwfm 4')).toBe('');
		for (let ms = 0; ms < apartMs; ms += 400) room.step(400);
		expect(room.orders('ec2', second)).toMatch(answer);
		room.pass(0.1);
		expect(room.heard('ec2').filter(text => text.includes('apart'))).toEqual([]);
	});
});

describe('a lead who is silent while alarms page', () => {
	/** Something waits for the lead, and the Region is in trouble. */
	function troubled(players: number) {
		const room = fullRoom(players);
		room.table.advance(600, 0);
		room.says('commander', 'pace 1');
		room.says(players === 2 ? 'engineer' : 'dns', 'ask dwfm.queued of commander');
		return room;
	}

	test('is told of to the deputy, hears of it, and then all are asked once; who says so leads', () => {
		const room = troubled(7);
		expect(room.says('dns', 'lead')).toMatch(/^commander leads/u);
		wait(room, 239);
		expect(room.heard('deputy').join('\n')).not.toContain('has not been heard');
		wait(room, 2);
		const silent = 'commander has not been heard for 4 minutes, and 1 thing waits for them: 1.';
		expect(room.heard('deputy').at(-1)).toBe(silent);
		expect(room.heard('commander').join('\n')).not.toContain('waits for you');
		wait(room, 60);
		expect(room.heard('commander').at(-1)).toBe('1 thing waits for you: 1.');
		wait(room, 60);
		expect(room.heard('dns').at(-1)).toMatch(/Should somebody take the lead\? “lead” does\.$/u);
		wait(room, 120);
		expect(room.heard('dns').filter(text => text.includes('take the lead'))).toHaveLength(1);
		expect(room.says('dns', 'lead')).toBe('');
		room.pass(0.1);
		expect(room.heard('ec2').at(-1)).toBe('dns has the lead now.');
		expect(room.orders('dns', 'declare sev-1')).toBe('');
		expect(room.orders('commander', 'page dynamodb')).toBe('');
		expect(room.says('commander', 'lead')).toBe('');
		room.pass(0.2);
		expect(room.orders('dns', 'page nlb')).toMatch(/^That command is commander/u);
	});

	test.each([
		['a word', (room: Room) => room.says('commander', 'tell all I am here')],
		['an order', (room: Room) => room.orders('commander', 'page dynamodb')],
	])('is heard again by %s', (_, does) => {
		const room = troubled(2);
		wait(room, 200);
		expect(does(room)).toBe('');
		wait(room, 200);
		const told = () => room.heard('engineer').filter(text => text.includes('not been heard'));
		expect(told()).toEqual([]);
		wait(room, 60);
		expect(told()).toHaveLength(1);
	});

	test('is the facilitator’s to mend, where there is one', () => {
		const room = troubled(2);
		const fay = new Client(room.host, 'desk').join({name: 'Fay', code: CODES.facilitator});
		wait(room, 365);
		const last = fay.remote?.observation.room?.messages.at(-1);
		expect(last).toMatchObject({to: 'facilitator'});
		expect(room.heard('engineer').join('\n')).not.toContain('take the lead');
	});
});

describe('whoever sits nowhere', () => {
	test('sees the room two minutes later, but for the board, which is let in by a code of its own', () => {
		const room = hostedRoom();
		const ann = new Client(room.host).join();
		const eve = new Client(room.host, 'eve').join({name: 'Eve', code: CODES.observer});
		const look = new Client(room.host, 'look').join({name: 'Lou', watch: true});
		const board = new Client(room.host, 'wall').join({name: 'B', code: CODES.board, watch: true});
		room.pass(0.2);
		ann.remote?.talk('', 'tell all it is the name');
		const has = ({heard}: Client) => JSON.stringify(heard).includes('it is the name');
		room.pass(0.2);
		expect([board, eve, look].map(has)).toEqual([true, false, false]);
		expect(eve.remote?.takeNotice()?.text).toMatch(/^You see the room 120 s later/u);
		expect(board.remote?.takeNotice()).toBeUndefined();
		wait(room, 118);
		const late = new Client(room.host, 'late').join({name: 'Lea', code: CODES.observer});
		room.pass(0.1);
		expect([eve, look, late].map(has)).toEqual([false, false, false]);
		wait(room, 3);
		expect([eve, look, late].map(has)).toEqual([true, true, true]);
	});

	test('hears how it ended when they see it end', () => {
		const room = hostedRoom();
		const ann = new Client(room.host).join();
		const eve = new Client(room.host, 'eve').join({name: 'Eve', code: CODES.observer});
		room.pass(0.1);
		room.table.advance(9_000, 0);
		room.pass(0.2);
		const hasResult = ({heard}: Client) => heard.some(({kind}) => kind === 'result');
		expect([ann, eve].map(hasResult)).toEqual([true, false]);
		expect(eve.remote?.ended).toBe(false);
		wait(room, 122);
		expect([hasResult(eve), eve.remote?.ended]).toEqual([true, true]);
	});

	test('speaks of the room to all, and of nothing else', () => {
		const room = fullRoom(2);
		const eve = new Client(room.host, 'eve').join({name: 'Eve', code: CODES.observer});
		eve.send({kind: 'say', id: 1, text: '@room I cannot hear you'});
		eve.send({kind: 'say', id: 2, text: 'tell all it is the border'});
		room.pass(0.1);
		expect(room.heard('engineer').at(-1)).toBe('I cannot hear you');
		expect(eve.problems).toEqual(['Only who sits on a seat does that.']);
	});

	test('and has seen all takes no seat, unless the facilitator allows it', () => {
		const room = hostedRoom();
		const fay = new Client(room.host).join({name: 'Fay', code: CODES.facilitator});
		room.pass(0.1);
		const player = () => new Client(room.host).join({name: 'fay'});
		expect(player().goodbye).toMatch(/has seen what no seat sees/u);
		expect(room.again().table.room.watched).toEqual(['Fay']);
		fay.remote?.talk('', 'allow FAY');
		expect(player().seat).toBe('commander');
	});

	test('speaks to one seat alone, who answers aside', () => {
		const room = fullRoom(6);
		const fay = new Client(room.host, 'desk').join({name: 'Fay', code: CODES.facilitator});
		room.pass(0.1);
		fay.remote?.talk('', 'aside ec2 what does your panel owe the others?');
		room.says('ec2', 'aside my leases');
		room.pass(0.1);
		expect(room.heard('ec2').slice(-2)).toEqual([
			'what does your panel owe the others?',
			'my leases',
		]);
		expect(room.heard('commander').join('\n')).not.toContain('leases');
		expect(fay.remote?.observation.room?.messages.at(-1)?.text).toBe('my leases');
	});
});

test('who comes late is told how things stand', () => {
	const room = hostedRoom();
	const ann = new Client(room.host).join();
	room.pass(0.1);
	expect(ann.remote?.observation.room?.messages).toEqual([]);
	ann.remote?.talk('', 'pace 60');
	room.pass(10);
	ann.remote?.attempt('', 'declare sev-2');
	ann.remote?.talk('', 'tell all suspect dns-records 80');
	room.pass(0.5);
	const bob = new Client(room.host, 'there').join({name: 'Bob'});
	room.pass(0.1);
	expect(bob.remote?.observation.room?.messages.at(-1)?.text).toMatch(
		/^It is .*; sev-2 is declared; suspected by all: dns-records; still open: \d+; nothing is asked of you; no update is promised; commander leads \(Ann\)\.$/u,
	);
});

test('people are waited for twice as long, or without end, for all or for nobody', () => {
	const room = fullRoom(2);
	const fay = new Client(room.host, 'desk').join({name: 'Fay', code: CODES.facilitator});
	room.pass(0.1);
	const stateAfter = (word: string, seconds: number) => {
		fay.remote?.talk('', `patience ${word}`);
		room.says(
			'commander',
			`request gate dwfm ${String(room.table.room.loops.length + 4)} of engineer`,
		);
		wait(room, seconds);
		return room.table.room.loops.at(-1)?.state;
	};
	expect(stateAfter('usual', 95)).toBe('lapsed');
	expect(stateAfter('double', 95)).toBe('open');
	expect(stateAfter('endless', 200)).toBe('open');
});
