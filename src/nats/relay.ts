import {randomBytes} from 'node:crypto';
import type {NatsConnection} from '@nats-io/transport-node';
import type {Entrance, Port} from '../host/index.ts';
import {openChannel, type Channel} from './channel.ts';

/** Brings people who have reached one node to the room that another has. */
export type Relay = {
	/** Lets somebody in at another node. */
	enter(node: string, port: Port): Entrance;
	/** Ends all that goes to nodes that have no room any more. */
	partFromOthers(owners: ReadonlySet<string>, why: string): void;
	tick(nowMs: number): void;
};

type Relaying = {
	readonly node: string;
	/** Lets somebody in here who has reached another node. */
	readonly welcome: (port: Port) => Entrance;
};

type Link = {
	readonly other: string;
	/** Whether its people have reached us, and their room is there. */
	readonly isOut: boolean;
	readonly channel: Channel;
	readonly ended: (why: string) => void;
};

const SUBJECT = 'outage-oncall.node';
const ID_BYTES = 9;
/** What somebody may say ahead of the room. */
const AHEAD_BYTES_MAX = 256 * 1024;
const TOO_MUCH = 'Too much at once.';

type Node = Relaying & {readonly nc: NatsConnection; readonly links: Map<string, Link>};

export function openRelay(nc: NatsConnection, relaying: Relaying): Relay {
	const node: Node = {...relaying, nc, links: new Map()};
	const {links} = node;
	nc.subscribe(subjectOf(node.node, '*'), {
		callback(error, message) {
			if (error !== null) return;
			const id = message.subject.split('.').at(-1) ?? '';
			const payload = message.string();
			if (payload.startsWith('o')) letIn(node, id, payload.slice(1));
			else links.get(id)?.channel.take(payload);
		},
	});
	return {
		enter: (other, port) => bring(node, other, port),
		partFromOthers(owners, why) {
			for (const {other, isOut, channel, ended} of [...links.values()]) {
				if (!isOut || owners.has(other)) continue;
				channel.close(why);
				ended(why);
			}
		},
		tick(nowMs) {
			for (const {channel} of [...links.values()]) channel.tick(nowMs);
		},
	};
}

function subjectOf(node: string, id: string): string {
	return `${SUBJECT}.${node}.${id}`;
}

/** Lets somebody in here who has reached another node. */
function letIn({nc, links, welcome}: Node, id: string, text: string): void {
	const [from = '', address = ''] = text.split('\n');
	const inside: {entrance?: Entrance} = {};
	const ended = () => {
		if (links.delete(id)) inside.entrance?.gone();
	};
	const heard = (up: string) => inside.entrance?.take(up);
	const ends = {to: subjectOf(from, id), heard, ended, heldBytes: () => 0};
	const channel = openChannel(nc, ends, performance.now());
	links.set(id, {other: from, isOut: false, channel, ended});
	inside.entrance = welcome({
		...{address, isRelayed: true},
		get bufferedBytes() {
			return channel.waitingBytes;
		},
		send(down) {
			channel.send(down);
		},
		close(why) {
			channel.close(why);
			ended();
		},
	});
}

/** Brings somebody who has reached us to another node. */
function bring({nc, links, node}: Node, other: string, port: Port): Entrance {
	const id = randomBytes(ID_BYTES).toString('hex');
	const ended = (why: string) => {
		links.delete(id);
		port.close(why);
	};
	const heard = (down: string) => {
		port.send(down);
	};
	const ends = {to: subjectOf(other, id), ended, heard, heldBytes: () => port.bufferedBytes};
	const channel = openChannel(nc, ends, performance.now());
	links.set(id, {other, isOut: true, channel, ended});
	nc.publish(subjectOf(other, id), `o${node}\n${port.address}`);
	return {
		take(text) {
			if (channel.waitingBytes <= AHEAD_BYTES_MAX) {
				channel.send(text);
				return;
			}
			channel.close(TOO_MUCH);
			ended(TOO_MUCH);
		},
		gone() {
			links.delete(id);
			channel.close('The connection is gone.');
		},
	};
}
