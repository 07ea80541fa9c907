import {describe, expect, test} from 'vitest';
import {Client, CODES, hostedRoom} from '../../test/support/hosted-room.ts';
import {codesOf} from './codes.ts';
import {LIMITS} from './limits.ts';
import {openLobby} from './lobby.ts';
import type {RoomHost} from './room-host.ts';

const OTHER = codesOf(Buffer.alloc(32, 1), 'another run');

/** A room that does nothing but what it is told here. */
function oddRoom(own: Partial<RoomHost>): RoomHost {
	return {
		enter: () => ({take: () => undefined, gone: () => undefined}),
		...{
			tick: () => undefined,
			pass: () => undefined,
			show: () => undefined,
			close: () => undefined,
		},
		changed: false,
		status: {phase: 'running', seats: 1, taken: 1, here: 1, missedSeconds: 0},
		...own,
	};
}

/** A lobby with a room of two in it. */
function lobbyWithRoom() {
	const failed: string[] = [];
	let spent = 0;
	let ms = 0;
	const lobby = openLobby({clock: () => spent, failed: id => failed.push(id)});
	const room = hostedRoom();
	lobby.add('run', room.host, CODES);
	lobby.tick(ms);
	return {
		...{lobby, room, failed},
		/** Lets so much real time pass at once. */
		step: (stepMs: number) => {
			lobby.tick((ms += stepMs));
		},
		/** Makes what is done from now on cost so much. */
		spend: (costMs: number) => (spent += costMs),
	};
}

const at = (lobby: ReturnType<typeof openLobby>, address: string) =>
	new Client(lobby as unknown as RoomHost, address);

describe('the door of many rooms', () => {
	test('leads each to the room that their code opens, and back to it by their token', () => {
		const {lobby, room, step} = lobbyWithRoom();
		const entered: string[] = [];
		const take = (text: string) => entered.push(text);
		lobby.add('other', oddRoom({enter: () => ({take, gone: () => undefined})}), OTHER);
		const ann = at(lobby, 'a').join();
		at(lobby, 'b').join({name: 'Bob', code: OTHER.player});
		step(100);
		expect(room.table.room.sitting).toEqual({commander: 'Ann'});
		expect(entered).toHaveLength(1);
		ann.cut();
		ann.connect();
		ann.join();
		expect(ann.seat).toBe('commander');
		expect(room.host.status).toMatchObject({here: 1, taken: 1, seats: 2, phase: 'waiting'});
	});

	test('tells who knocks what there is to join, and lets them join then', () => {
		const {lobby} = lobbyWithRoom();
		const ann = at(lobby, 'a');
		ann.raw(JSON.stringify({kind: 'knock', wire: 1, code: CODES.player}));
		expect(ann.heard.at(-1)).toMatchObject({kind: 'door', title: 'Short'});
		expect(ann.join().seat).toBe('commander');
	});

	test('keeps an address waiting that tries codes, whatever room they are of', () => {
		const {lobby, step} = lobbyWithRoom();
		for (let n = 0; n < LIMITS.wrongCodes; n++) {
			expect(at(lobby, 'a').join({code: 'aaaa-bbbb-cccc'}).goodbye).toMatch(/opens nothing/u);
		}
		expect(at(lobby, 'a').join().goodbye).toMatch(/^Too many wrong codes came from there/u);
		expect(at(lobby, 'b').join().seat).toBe('commander');
		for (let passed = 0; passed < LIMITS.wrongCodesMs; passed += 1_000) step(1_000);
		expect(at(lobby, 'a').join({name: 'Bob'}).seat).toBe('engineer');
	});

	test.each(['', '{', '{"kind":"here"}', 'x'.repeat(20_000)])(
		'shuts on whoever says something else first: “%.20s”',
		text => {
			const {lobby} = lobbyWithRoom();
			const odd = at(lobby, 'a');
			odd.raw(text);
			expect(odd.goodbye).toBe('That is no message of this game.');
		},
	);

	test('is not blocked by those who say nothing', () => {
		const {lobby, step} = lobbyWithRoom();
		const silent = Array.from({length: LIMITS.atTheDoor + 1}, () => at(lobby, 'a'));
		expect(silent.at(-1)?.goodbye).toMatch(/^Too many from there are at the door/u);
		expect(at(lobby, 'b').join().seat).toBe('commander');
		for (let passed = 0; passed <= LIMITS.joinMs; passed += 1_000) step(1_000);
		expect(silent[0]?.goodbye).toBe('Nobody joined through this connection.');
		expect(at(lobby, 'a').join({name: 'Bob'}).seat).toBe('engineer');
	});

	test('opens nothing any more once a room is closed', () => {
		const {lobby} = lobbyWithRoom();
		const ann = at(lobby, 'a').join();
		lobby.remove('run', 'It is late.');
		expect(ann.goodbye).toBe('It is late.');
		expect(at(lobby, 'a').join().goodbye).toBe('That code opens nothing here, or no more.');
	});
});

describe('many rooms', () => {
	test.each([
		['time passes', {pass: fails}],
		['it is shown', {show: fails}],
	])('go on when one fails as %s', (_, own) => {
		const {lobby, room, failed, step} = lobbyWithRoom();
		let why = '';
		lobby.add('bad', oddRoom({...own, close: said => (why = said)}), OTHER);
		at(lobby, 'a').join();
		at(lobby, 'b').join({name: 'Bob'});
		step(1_000);
		step(1_000);
		expect(failed).toEqual(['bad']);
		expect(why).toMatch(/^This room has come to a bug in the game/u);
		expect(room.session.now).toBeGreaterThan(0);
	});

	test('go on when what somebody says makes one fail', () => {
		const {lobby, failed} = lobbyWithRoom();
		lobby.add('bad', oddRoom({enter: () => ({take: fails, gone: fails})}), OTHER);
		at(lobby, 'b').join({code: OTHER.player});
		expect(failed).toEqual(['bad']);
		expect(at(lobby, 'a').join().seat).toBe('commander');
	});

	test('miss no second of what one of them cost, and say what a sleep cost', () => {
		const {lobby, room, step} = lobbyWithRoom();
		const ann = at(lobby, 'a').join();
		at(lobby, 'b').join({name: 'Bob'});
		ann.remote?.talk('', 'pace 60');
		step(100);
		const before = room.session.now;
		step(4_000);
		expect(room.session.now - before).toBeGreaterThanOrEqual(240);
		expect(room.host.status.missedSeconds).toBe(0);
		step(600_000);
		expect(room.host.status.missedSeconds).toBeCloseTo(60 * 599.5);
	});

	test('take turns with their pictures where there is no time for all, and never with their time', () => {
		const {lobby, spend, step} = lobbyWithRoom();
		const shown: string[] = [];
		const passed: string[] = [];
		for (const id of ['a', 'b', 'c']) {
			const show = () => {
				shown.push(id);
				spend(LIMITS.frameMs);
			};
			lobby.add(id, oddRoom({show, pass: () => passed.push(id)}), codesOf(Buffer.alloc(32), id));
		}
		lobby.remove('run', '');
		for (let n = 0; n < 6; n++) step(100);
		expect(shown.join('')).toBe('abcabc');
		expect(passed.toSorted().join('')).toBe('a'.repeat(6) + 'b'.repeat(6) + 'c'.repeat(6));
	});

	test('say goodbye to everybody, those at the door too, and that they may come back', () => {
		const {lobby} = lobbyWithRoom();
		const guests = [at(lobby, 'a').join(), at(lobby, 'b')];
		lobby.close('It is soon back.', true);
		for (const {heard} of guests) {
			expect(heard.at(-1)).toEqual({kind: 'goodbye', why: 'It is soon back.', again: true});
		}
	});
});

function fails(): never {
	throw new Error('a bug');
}

describe('a room that is taken up again', () => {
	/** A room whose host was killed and that holds its seats for those who have their tokens. */
	function takenUp() {
		const room = hostedRoom(2, 'free', LIMITS.awayMs);
		const ann = new Client(room.host, 'a').join();
		room.pass(0.1);
		room.kill();
		return {room, ann};
	}

	test('knows a seat by its token at once', () => {
		const {room, ann} = takenUp();
		ann.turnTo(room.host);
		ann.connect();
		ann.join({name: 'Whoever'});
		expect(ann.seat).toBe('commander');
		expect(room.now().table.room.sitting).toEqual({commander: 'Ann'});
	});

	test('gives it to nobody who has only the name, until its own might be back', () => {
		const {room} = takenUp();
		const thief = new Client(room.host, 'b').join();
		expect(thief.goodbye).toMatch(/^Ann was on commander a moment ago/u);
		room.pass(LIMITS.awayMs / 1_000);
		thief.connect();
		expect(thief.join().seat).toBe('commander');
	});

	test('gives no seat for the token of a person whose seat another has by now', () => {
		const {room, ann} = takenUp();
		room.pass(LIMITS.awayMs / 1_000);
		const other = new Client(room.host, 'b').join();
		expect(other.seat).toBe('commander');
		ann.turnTo(room.host);
		ann.connect();
		ann.join();
		expect([other.seat, ann.seat]).toEqual(['commander', 'engineer']);
	});
});
