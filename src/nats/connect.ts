import {connect, type NatsConnection} from '@nats-io/transport-node';
import type {ClusterAddress} from './cluster-address.ts';

/** A link that is half open is noticed within two of them. */
const PING_MS = 2_000;
const PINGS_MISSED = 2;
const DIAL_MS = 5_000;
const AGAIN_MS = 250;

/** Connects to a cluster that is there; a sentence where it is not. From then on the link is dialled again for ever. */
export async function connectTo(address: ClusterAddress): Promise<NatsConnection | string> {
	const {servers, user, password, isSecure} = address;
	try {
		return await connect({
			servers: [...servers],
			name: 'outage-oncall',
			...(user === undefined ? {} : {user}),
			...(password === undefined ? {} : {pass: password}),
			...(isSecure ? {tls: {}} : {}),
			timeout: DIAL_MS,
			reconnectTimeWait: AGAIN_MS,
			maxReconnectAttempts: -1,
			pingInterval: PING_MS,
			maxPingOut: PINGS_MISSED,
		});
	} catch (error) {
		return `--nats ${servers.join(',')}: no cluster is reached there: ${wordsOf(error)}.`;
	}
}

/** A fault of the cluster, as the end of a sentence. */
export function wordsOf(error: unknown): string {
	const words = error instanceof Error ? error.message : String(error);
	return words.trim().replace(/\.$/u, '');
}
