import {expect, test} from 'vitest';
import {Client, CODES, fullRoom, hostedRoom} from '../support/hosted-room.ts';
import {leaksIn} from './fog.ts';

test('what a facilitator is sent would be caught on a seat', () => {
	const {host, pass} = hostedRoom();
	const ann = new Client(host).join({seat: 'commander'});
	const fay = new Client(host).join({name: 'Fay', code: CODES.facilitator});
	pass(1);
	const frames = ({heard}: Client) =>
		heard.map(down =>
			JSON.stringify(down.kind === 'welcome' ? {...down, seat: 'commander'} : down),
		);
	expect(leaksIn(frames(ann), 2)).toEqual([]);
	expect(leaksIn(frames(fay), 2)).not.toEqual([]);
});

/** Who asks of whom is on the board, without the value that was told with it. */
const ASKED = ['board', 'commander', 'deputy', 'ec2', 'nlb'];

/** Who says what, a word of it, and who may be sent that beside the facilitator. */
const SAID: readonly (readonly [
	by: string,
	line: string,
	word: string,
	hearers: readonly string[],
])[] = [
	['ec2', '@dns look at quince', 'quince', ['deputy', 'dns', 'ec2']],
	['ec2', 'tell desk plum', 'plum', ['commander', 'comms', 'ec2']],
	['ec2', 'aside medlar', 'medlar', ['ec2']],
	['dns', 'tell alpha damson', 'damson', ['commander', 'dns', 'services']],
	['deputy', 'tag 1 decision', 'decision', ['deputy', 'dns', 'ec2']],
	['deputy', 'remind 10 @comms sloe', 'sloe', ['comms']],
	['deputy', 'remind 10 bullace', 'bullace', ['deputy']],
	['comms', 'reply executive later', 'Not now: the call', ['comms']],
	['ec2', 'handover not restart dwfm all until dwfm.leasedShare above 0.913', '0.913', ['ec2']],
	['nlb', 'request gate dwfm 5 of ec2 because nlb.errors', 'gate dwfm 5', ASKED],
];

test('of what is said to some, no frame of another has a word', () => {
	const room = fullRoom(8, 'dangerous');
	const fay = new Client(room.host, 'desk').join({name: 'Fay', code: CODES.facilitator});
	const board = new Client(room.host, 'wall').join({name: 'Board', code: CODES.board});
	// By then somebody outside has written.
	room.table.advance(3_600, 0);
	room.pass(0.2);
	expect(room.says('commander', 'split dns services into alpha for 10')).toBe('');
	expect(SAID.map(([by, line]) => room.says(by, line)).filter(problem => problem !== '')).toEqual(
		[],
	);
	expect(room.orders('ec2', 'restart dwfm all')).toMatch(/is read back first/u);
	for (const line of ['aside nlb cherry', 'note ask greengage', 'snapshot mirabelle']) {
		fay.remote?.talk('', line);
	}
	room.pass(1);
	const frames = (id: string) =>
		(id === 'board' ? board : room.on(id)).heard.map(down => JSON.stringify(down)).join('\n');
	const everybody = ['board', ...room.table.room.seats.map(({id}) => id)];
	const sentTo = (word: string) => everybody.filter(id => frames(id).includes(word)).sort();
	const expected = [
		...SAID.map(([, , word, hearers]) => [word, hearers]),
		...[
			['restart dwfm all', ['ec2']],
			['cherry', ['nlb']],
			['greengage', []],
			['mirabelle', []],
		],
	];
	expect(expected.map(([word]) => [word, sentTo(String(word))])).toEqual(expected);
	const because = (seen: Client) => seen.remote?.observation.room?.loops.at(-1)?.because;
	expect(because(room.on('ec2'))).toMatchObject({metric: 'nlb.errors', value: expect.any(Number)});
	expect(because(board)).toMatchObject({metric: 'nlb.errors', value: null});
});
