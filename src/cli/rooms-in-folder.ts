import type {OpenRooms} from '../saves/index.ts';
import type {Desk} from './desk.ts';
import {houseOf} from './house.ts';
import {secretOf} from './room-run.ts';
import type {RoomKeeper, ServedRooms} from './served-rooms.types.ts';

/** Rooms kept in a folder, which is this server's alone. */
export function keepInFolder(
	desk: Desk,
	rooms: OpenRooms,
	onTrouble: (sentence: string) => void,
): RoomKeeper {
	return {
		secret: secretOf(desk, onTrouble),
		houseFor: who => houseOf({...desk, who}),
		keep: open => rooms.write(open.map(({journal, listed}) => ({journal, listed}))),
		release() {
			rooms.release();
		},
		isWell: () => true,
		others: () => [],
		async begin({takeUp, settle}: ServedRooms) {
			for (const room of rooms.left) await takeUp(room);
			await settle();
		},
	};
}
