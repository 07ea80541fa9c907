import {expect, test} from 'vitest';
import {Client, CODES, hostedRoom} from '../support/hosted-room.ts';
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
