export {
	keepLink,
	knock,
	ROOM_PATH,
	type Address,
	type Linked,
	type LinkOptions,
	type Socket,
	type SocketEvents,
	type Wires,
} from './link.ts';
export {createRemote, type Remote, type Send, type Welcome} from './remote.ts';
export {leadOf} from './decide.ts';
export {SERVER} from './serve.ts';
export {openTable, type Division, type SeatView, type Table, type WayBack} from './table.ts';
export * from './wire/index.ts';
