import type {KeptLater, RunFile} from '../play/index.ts';
import type {Down} from '../team/index.ts';
import type {Port} from './guests.ts';
import type {Entrance, RoomHost} from './room-host.ts';

type Keeping = Pick<RunFile, 'isWanting' | 'later'>;

const STANDS: Down = {
	kind: 'notice',
	text: 'What is played cannot be kept now: the night stands still until it can.',
};

/**
 * A room of which nobody hears anything that is not kept: what it says waits for the lines that were written before. Where
 * they wait for long, time stands still.
 */
export function gated(room: RoomHost, journal: () => Keeping): RoomHost {
	const doors = new Set<Port>();
	let stands = false;
	const standsStill = () => {
		const stood = stands;
		stands = journal().isWanting();
		if (stands && !stood) for (const port of doors) port.send(JSON.stringify(STANDS));
		return stands;
	};
	return {
		enter(port) {
			doors.add(port);
			const entrance: Entrance = room.enter(held(port, journal));
			return {
				take(text) {
					entrance.take(text);
				},
				gone() {
					doors.delete(port);
					entrance.gone();
				},
			};
		},
		tick(nowMs) {
			if (!standsStill()) room.tick(nowMs);
		},
		pass(nowMs) {
			if (!standsStill()) room.pass(nowMs);
		},
		show() {
			if (!stands) room.show();
		},
		get changed() {
			return room.changed && !stands;
		},
		get status() {
			return room.status;
		},
		close(why, again) {
			room.close(why, again);
		},
	};
}

type Waiting = {
	readonly journal: KeptLater;
	/** It goes once so many lines are kept. */
	readonly after: number;
	readonly bytes: number;
	/** What was said of lines that are in no journal was never said. */
	readonly go: (isKept: boolean) => void;
};

/** Holds back what is said through a port. */
function held(port: Port, journalOf: () => Keeping): Port {
	const waiting: Waiting[] = [];
	let bytes = 0;
	let isHeeding = false;
	const flush = () => {
		isHeeding = false;
		for (let [first] = waiting; first !== undefined; [first] = waiting) {
			const {journal, after, go} = first;
			if (!journal.isLost && journal.stored < after) {
				heed(journal);
				return;
			}
			waiting.shift();
			bytes -= first.bytes;
			go(!journal.isLost);
		}
	};
	const heed = (journal: KeptLater) => {
		if (!isHeeding) journal.whenMoved(flush);
		isHeeding = true;
	};
	const hold = (size: number, go: Waiting['go']) => {
		const journal = journalOf().later;
		const isKept = journal === undefined || journal.isLost || journal.stored >= journal.written;
		if (isKept && waiting.length === 0) {
			go(true);
			return;
		}
		if (journal === undefined) return;
		const after = journal.written;
		waiting.push({journal, after, bytes: size, go});
		bytes += size;
		heed(journal);
	};
	return {
		address: port.address,
		get bufferedBytes() {
			return bytes + port.bufferedBytes;
		},
		send(text) {
			hold(text.length, isKept => {
				if (isKept) port.send(text);
			});
		},
		close(why) {
			hold(0, () => {
				port.close(why);
			});
		},
	};
}
