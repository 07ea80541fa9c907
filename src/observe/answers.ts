import {
	isInspection,
	negativeSecondsOf,
	PUBLIC_ENDPOINTS,
	PUBLIC_NAMES,
	type PublicEndpoint,
} from './subsystems.ts';
import type {Order, World} from '../sim/index.ts';
import type {Answer} from './observation.types.ts';

const TYPES = ['A', 'AAAA'] as const;
/** What a completed `dig` brought back; nothing for any other order. NOERROR always; with a missing tree, no addresses. */
export function dig(order: Order, world: World): readonly Answer[] {
	if (!isInspection(order) || order.id !== 'dig') return [];
	const {name, type} = order.args;
	const types = TYPES.filter(each => type === undefined || type === each);
	return types.map(each => answerOf(name, each, world));
}

/**
 * An alias of weighted records hands out one of them at a time; records pasted in by hand come together, up to
 * as many as the servers put into one answer.
 */
function answerOf(endpoint: PublicEndpoint, type: Answer['type'], world: World): Answer {
	const setup = world.derived.setups.resolvers;
	const {weightedAnswers, handAnswersMax, ttlSeconds} = setup.parameters;
	const index = PUBLIC_ENDPOINTS.indexOf(endpoint);
	const live = Math.round(world.dns.output.answers[index] ?? 0);
	const most = world.dns.zones.pinned[index] === 0 ? weightedAnswers : handAnswersMax;
	const count = Math.min(most, live);
	const first = (31 * world.now) % Math.max(1, live);
	return {
		at: world.now,
		name: PUBLIC_NAMES[endpoint],
		type,
		status: 'NOERROR',
		addresses: Array.from({length: count}, (_, place) => addressOf(type, (first + place) % live)),
		ttlSeconds: count > 0 ? ttlSeconds : negativeSecondsOf(setup),
	};
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
			? [
					`;; the name exists but has no ${type} record; negative answer cached for ${String(ttlSeconds)} s`,
				]
			: []),
	];
}
