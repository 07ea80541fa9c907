import type {NatsConnection} from '@nats-io/transport-node';

/** One connection between two nodes, over plain subjects that promise nothing: what is missed is noticed, and ends it. */
export type Channel = {
	/** Bytes that the other end has not passed on yet. */
	readonly waitingBytes: number;
	send(text: string): void;
	/** Ends it; the other end is told why. */
	close(why: string): void;
	/** Takes what came for it. */
	take(payload: string): void;
	/** Says what was passed on, and that this end is there; ends it where the other is not. */
	tick(nowMs: number): void;
};

type Ends = {
	/** The subject that the other end hears. */
	readonly to: string;
	readonly heard: (text: string) => void;
	/** It is over, and not because this end has closed it. */
	readonly ended: (why: string) => void;
	/** Bytes that came and were not passed on yet. */
	readonly heldBytes: () => number;
};

type Open = Ends & {
	readonly nc: NatsConnection;
	sent: number;
	sentBytes: number;
	confirmedBytes: number;
	taken: number;
	takenBytes: number;
	toldBytes: number;
	/** What came of a text that is not whole. */
	part: string;
	toldAt: number;
	heardAt: number;
	isOver: boolean;
};

/** A message of the cluster takes no more. */
const PART_LENGTH = 200_000;
const BEAT_MS = 2_000;
const SILENT_MS = 7_000;
const LOST = 'Something was lost on the way between two machines.';
const SILENT = 'The machine that has the room is not heard of.';

export function openChannel(nc: NatsConnection, ends: Ends, nowMs: number): Channel {
	const open: Open = {
		...{...ends, nc, sent: 0, sentBytes: 0, confirmedBytes: 0, taken: 0, takenBytes: 0},
		...{toldBytes: 0, part: '', toldAt: nowMs, heardAt: nowMs, isOver: false},
	};
	return {
		get waitingBytes() {
			return open.sentBytes - open.confirmedBytes;
		},
		send(text) {
			send(open, text);
		},
		close(why) {
			if (!open.isOver) publish(open, `e${why}`);
			open.isOver = true;
		},
		take(payload) {
			if (!open.isOver) take(open, payload);
		},
		tick(now) {
			if (!open.isOver) tick(open, now);
		},
	};
}

function send(open: Open, text: string): void {
	if (open.isOver) return;
	open.sentBytes += text.length;
	for (let at = 0; at === 0 || at < text.length; at += PART_LENGTH) {
		const kind = at + PART_LENGTH < text.length ? 'p' : 'm';
		open.sent += 1;
		publish(open, `${kind}${String(open.sent)}\n${text.slice(at, at + PART_LENGTH)}`);
	}
}

function publish({nc, to}: Open, payload: string): void {
	try {
		nc.publish(to, payload);
	} catch {
		// The link is closed for good: the program is about to end.
	}
}

function take(open: Open, payload: string): void {
	open.heardAt = performance.now();
	const [kind, rest] = [payload.charAt(0), payload.slice(1)];
	switch (kind) {
		case 'c': {
			const [bytes = 0, sent = 0] = rest.split(' ').map(Number);
			open.confirmedBytes = bytes;
			if (sent > open.taken) end(open, LOST);
			return;
		}
		case 'e':
			open.isOver = true;
			open.ended(rest);
			return;
		case 'm':
		case 'p':
			return receive(open, kind === 'm', rest);
		default:
			end(open, LOST);
	}
}

function receive(open: Open, isWhole: boolean, rest: string): void {
	const cut = rest.indexOf('\n');
	if (Number(rest.slice(0, cut)) !== open.taken + 1) {
		end(open, LOST);
		return;
	}
	open.taken += 1;
	open.part += rest.slice(cut + 1);
	if (!isWhole) return;
	const text = open.part;
	open.part = '';
	open.takenBytes += text.length;
	open.heard(text);
}

function tick(open: Open, now: number): void {
	if (now - open.heardAt > SILENT_MS) {
		end(open, SILENT);
		return;
	}
	const bytes = Math.max(open.toldBytes, open.takenBytes - open.heldBytes());
	if (bytes === open.toldBytes && now - open.toldAt < BEAT_MS) return;
	open.toldBytes = bytes;
	open.toldAt = now;
	publish(open, `c${String(bytes)} ${String(open.sent)}`);
}

function end(open: Open, why: string): void {
	publish(open, `e${why}`);
	open.isOver = true;
	open.ended(why);
}
