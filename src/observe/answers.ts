import {isInspection, PUBLIC_ENDPOINTS, PUBLIC_NAMES, type PublicEndpoint} from './doors.ts';
import type {Order, World} from '../sim/index.ts';
import type {Answer} from './observation.types.ts';

const TYPES = ['A', 'AAAA'] as const;
/** Addresses in one answer, as the weighted set hands them out. */
const ADDRESSES_MAX = 8;
/** TTL of the name, and of its absence (canon 2.4). */
const TTL_SECONDS = 5;
const NEGATIVE_TTL_SECONDS = 900;
const SHORT_NEGATIVE_TTL_SECONDS = 60;

/** What a completed `dig` brought back; nothing for any other order. NOERROR always; with a missing tree, no addresses. */
export function dig(order: Order, world: World): readonly Answer[] {
	if (!isInspection(order) || order.id !== 'dig') return [];
	const {name, type} = order.args;
	const types = TYPES.filter(each => type === undefined || type === each);
	return types.map(each => answerOf(name, each, world));
}

function answerOf(endpoint: PublicEndpoint, type: Answer['type'], world: World): Answer {
	const live = world.dns.output.answers[PUBLIC_ENDPOINTS.indexOf(endpoint)] ?? 0;
	const count = Math.min(ADDRESSES_MAX, Math.round(live));
	const first = world.now % 97;
	return {
		at: world.now,
		name: PUBLIC_NAMES[endpoint],
		type,
		status: 'NOERROR',
		addresses: Array.from({length: count}, (_, index) =>
			addressOf(type, (first + 31 * index) % Math.max(1, Math.round(live))),
		),
		ttlSeconds: count > 0 ? TTL_SECONDS : negativeTtl(world),
	};
}

function negativeTtl(world: World): number {
	return world.switches['short-negative-ttl'] ? SHORT_NEGATIVE_TTL_SECONDS : NEGATIVE_TTL_SECONDS;
}

/** Addresses of the documentation ranges: nobody's load balancers. */
function addressOf(type: Answer['type'], balancer: number): string {
	if (type === 'AAAA') return `2001:db8:dd::${(balancer + 1).toString(16)}`;
	const host = (balancer % 250) + 1;
	return balancer < 250 ? `192.0.2.${String(host)}` : `198.51.100.${String(host)}`;
}

/** The answer in the manner of `dig +noall +comments +answer`. */
export function digLines(answer: Answer): readonly string[] {
	const {name, type, status, addresses, ttlSeconds} = answer;
	return [
		`;; ${name} ${type}: status ${status}, ANSWER: ${String(addresses.length)}`,
		...addresses.map(address => `${name}. ${String(ttlSeconds)} IN ${type} ${address}`),
		...(addresses.length === 0
			? [`;; the name exists and has no ${type} record; cached as such for ${String(ttlSeconds)} s`]
			: []),
	];
}
