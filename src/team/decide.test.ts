import {describe, expect, test} from 'vitest';
import type {FactToken} from '../observe/index.ts';
import {
	emptyRoom,
	readTalk,
	roomAfter,
	type Named,
	type Room,
	type RoomEvent,
} from '../session/index.ts';
import {askedFor, decide, late, PATIENCE} from './decide.ts';
import type {Speaking} from './decide.types.ts';

const SEATS = [
	{id: 'commander', title: 'Commander', roles: ['commander'], areas: ['lead']},
	{id: 'dns', title: 'DNS', roles: ['dns'], areas: ['names']},
	{id: 'ec2', title: 'EC2', roles: ['ec2', 'launches'], areas: ['leases', 'launches']},
];
const HERE = {
	roles: ['commander', 'dns', 'ec2', 'launches', 'scribe'],
	suspects: ['dwfm'],
	teams: ['nlb'],
};
/** Each sees a metric of their own and nothing else. */
const SEEN: Readonly<Record<string, string>> = {
	dns: 'dns.answers.regional',
	ec2: 'dwfm.leasedShare',
};

function factFor(seat: string) {
	return (named: Named): FactToken | undefined => {
		if (named.kind === 'suspect') return named;
		if (named.kind !== 'metric' || SEEN[seat] !== named.metric) return undefined;
		return {...named, value: 0.93, sampledAt: 1_000};
	};
}

const AT_FIRST = {pace: 4, now: 0, writers: ['executive'], given: 1} as const;

/** A room of people who talk, each line at its real second. */
function talked(lines: readonly (readonly [seconds: number, seat: string, text: string])[]) {
	let room: Room = SEATS.reduce(
		(before, {id}) => after(before, 'room', 0, {kind: 'sat', seat: id, person: id}),
		emptyRoom(SEATS),
	);
	const said: string[] = [];
	for (const [seconds, seat, text] of lines) {
		const ms = 1_000 * seconds;
		for (const event of late(room, ms)) room = after(room, 'room', ms, event);
		const read = readTalk(text, HERE);
		if (!read.ok) throw new Error(read.problem.message);
		const speaking: Speaking = {...AT_FIRST, seat, ms, factOf: factFor(seat)};
		const decided = decide(room, read.talk, speaking);
		said.push(decided.ok ? '' : decided.why);
		for (const event of decided.ok ? decided.events : []) room = after(room, seat, ms, event);
	}
	return {room, said};
}

function after(room: Room, by: string, ms: number, event: RoomEvent): Room {
	// Over the wire and back: a room is what its journal says.
	return roomAfter(room, {at: 0, by, ms, event: JSON.parse(JSON.stringify(event)) as RoomEvent});
}

const REQUEST = [1, 'commander', 'request gate dwfm 4 of ec2'] as const;

describe('a room', () => {
	test('hears a fact as its speaker saw it', () => {
		const {room, said} = talked([[1, 'ec2', 'tell all dwfm.leasedShare and falling']]);
		expect(said).toEqual(['']);
		expect(room.messages).toEqual([
			{
				n: 1,
				at: 0,
				ms: 1_000,
				by: 'ec2',
				to: 'all',
				facts: [{kind: 'metric', metric: 'dwfm.leasedShare', value: 0.93, sampledAt: 1_000}],
				text: 'and falling',
			},
		]);
	});

	test.each([
		['dns', 'tell all dwfm.leasedShare', 'You do not see dwfm.leasedShare.'],
		['dns', 'tell all dig regional', 'You do not see what “dig regional” brings back: look first.'],
		['dns', 'tell scribe hello', 'Nobody covers scribe now: tell all, or the commander.'],
		['dns', 'request gate dwfm 4 of dns', 'dns is you.'],
		['dns', 'confirm 7', 'There is no 7.'],
		['dns', 'release-hold', /^You hold nothing\./u],
	])('says to %s, who types “%s”, why not', (seat, typed, why) => {
		expect(talked([[1, seat, typed]]).said[0]).toMatch(why);
	});

	test('closes a loop between two seats, and lets no other in', () => {
		const {room, said} = talked([
			REQUEST,
			[2, 'dns', 'answer 1 accept gate dwfm 4'],
			[3, 'ec2', 'answer 1 accept'],
			[4, 'ec2', 'answer 1 accept gate dwfm 4 eta 2'],
			[5, 'dns', 'confirm 1'],
			[6, 'commander', 'confirm 1'],
		]);
		expect(said).toEqual([
			'',
			'1 is asked of ec2.',
			'Read it back: answer 1 accept <order>.',
			'',
			'1 is commander’s.',
			'',
		]);
		expect(room.loops[0]).toMatchObject({state: 'confirmed', answeredBy: 'ec2'});
		expect(askedFor(room, 'ec2', 'gate dwfm 4')?.n).toBe(1);
		expect(askedFor(room, 'dns', 'gate dwfm 4')).toBeUndefined();
		expect(askedFor(room, 'ec2', 'gate dwfm 5')).toBeUndefined();
	});

	test('goes by the role as well as by the seat', () => {
		const {said} = talked([
			[1, 'commander', 'request throttle launches 5 percent of launches'],
			[2, 'ec2', 'answer 1 accept throttle launches 5 percent'],
		]);
		expect(said).toEqual(['', '']);
	});

	test('a request that nobody answers lapses, and one that is not carried out is forgotten', () => {
		const {answerMs, doMs} = PATIENCE;
		const unanswered = talked([REQUEST, [1 + answerMs / 1_000, 'dns', 'tell all hm']]).room;
		expect(unanswered.loops[0]?.state).toBe('lapsed');
		const accepted = [REQUEST, [2, 'ec2', 'answer 1 accept gate dwfm 4']] as const;
		const kept = talked([...accepted, [1 + doMs / 1_000, 'dns', 'tell all hm']]).room;
		expect(kept.loops[0]?.state).toBe('accepted');
		const forgotten = talked([...accepted, [2 + doMs / 1_000, 'dns', 'tell all hm']]).room;
		expect(forgotten.loops[0]?.state).toBe('forgotten');
	});

	test('is asked the same thing once', () => {
		const again = [2, 'dns', 'request gate dwfm 4 of ec2'] as const;
		expect(talked([REQUEST, again]).said[1]).toBe('That is asked for already, as 1.');
	});

	test('whoever asks for a fact need not see it, and whoever answers must', () => {
		const {room, said} = talked([
			[1, 'dns', 'ask dwfm.leasedShare of ec2'],
			[2, 'ec2', 'report 1 done'],
			[3, 'ec2', 'report 1 done dwfm.leasedShare'],
		]);
		expect(said).toEqual(['', '1 asks for a fact: name it.', '']);
		expect(room.loops[0]).toMatchObject({state: 'reported', about: {value: null}});
	});

	test('a proposal is decided by who leads, or by time', () => {
		const proposed = [1, 'dns', 'propose repoint regional rollback'] as const;
		const {room, said} = talked([
			proposed,
			[2, 'ec2', 'object to 1 because not now'],
			[3, 'dns', 'decide 1 go'],
			[4, 'commander', 'decide 1 no'],
		]);
		expect(said).toEqual(['', '', 'commander leads, and decides.', '']);
		expect(room.loops[0]).toMatchObject({state: 'dropped', objections: [{by: 'ec2'}]});
		const left = talked([proposed, [30, 'ec2', 'tell all hm']]).room;
		expect(left.loops[0]?.state).toBe('decided');
		expect(askedFor(left, 'dns', 'repoint regional rollback')?.n).toBe(1);
	});

	test('holds for whoever asks, until they let go', () => {
		const {room, said} = talked([
			[1, 'dns', 'hold because I am lost'],
			[2, 'dns', 'hold'],
			[3, 'ec2', 'hold'],
			[4, 'dns', 'release-hold'],
		]);
		expect(said[1]).toMatch(/^You hold already/u);
		expect(room.holds).toEqual([{by: 'ec2', because: ''}]);
	});
});

test('no event is longer than a line of a journal may be', () => {
	const lines = Array.from({length: 60}, () => 'x'.repeat(290));
	const room = talked([]).room;
	const speaking: Speaking = {
		...AT_FIRST,
		seat: 'dns',
		ms: 1,
		factOf: () => ({kind: 'look', look: 'show zone', at: 1, lines}),
	};
	const said = decide(
		room,
		{verb: 'tell', to: 'all', facts: [{kind: 'look', look: 'show zone'}], words: ''},
		speaking,
	);
	expect(said).toEqual({ok: false, why: 'That is too much for one message: say it in two.'});
});
