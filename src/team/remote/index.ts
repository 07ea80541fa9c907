// A seat elsewhere, and the link to it: what a client of a room needs, and nothing of the table.
export {
	keepLink,
	knock,
	ROOM_PATH,
	type Address,
	type Linked,
	type LinkOptions,
	type Wires,
} from './link.ts';
export {createRemote, type Remote, type Welcome} from './remote.ts';
export type {Down} from '../wire/down.ts';
