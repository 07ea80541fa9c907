import {ownerOf, specOf, type OrderRecord, type SubsystemName, valueAt} from '../../sim/index.ts';
import type {Baseline} from './baseline.ts';

/** The troubles of such a night; what mattered most is asked of each. */
export const ACTS = {
	name: 'the name and DynamoDB',
	ec2: 'launches and their network',
	balancers: 'the load balancers',
	others: 'everything that depends on them',
	whole: 'the run as a whole',
} as const;
export type Act = keyof typeof ACTS;

/** Orders given for one purpose: near each other, for the same trouble. */
export type Decision = {
	readonly id: string;
	readonly act: Act;
	readonly at: number;
	readonly orders: readonly OrderRecord[];
};

const ONE_THOUGHT_SECONDS = 180;

const ACT_OF: Readonly<Partial<Record<SubsystemName, Act>>> = {
	dns: 'name',
	resolvers: 'name',
	dynamodb: 'name',
	dwfm: 'ec2',
	launches: 'ec2',
	network: 'ec2',
	nlb: 'balancers',
};

/** What the player decided, oldest first. Looking, talking and what was refused decided nothing. */
export function decisionsOf({orders}: Pick<Baseline, 'orders'>): readonly Decision[] {
	const groups: {act: Act; orders: OrderRecord[]}[] = [];
	for (const record of orders) {
		if (record.number <= 0 || !moved(record)) continue; // Up to zero they are the night shift's.
		const act = actOf(record);
		const open = groups.findLast(group => group.act === act);
		const last = open?.orders.at(-1);
		if (open !== undefined && last !== undefined && record.at - last.at <= ONE_THOUGHT_SECONDS) {
			open.orders.push(record);
		} else groups.push({act, orders: [record]});
	}
	return groups.map(({act, orders: given}, index) => ({
		id: `d${String(index + 1)}`,
		act,
		at: valueAt(given, 0).at,
		orders: given,
	}));
}

/** Whether it was for the name that customers resolve. */
export function isForTheName({orders}: Decision): boolean {
	return orders.some(({order}) => specOf(order).moves?.includes('dns.answers.regional') === true);
}

/** Whether an order moved the Region. Pages and sign-in only make others possible. */
function moved({state, order}: OrderRecord): boolean {
	return state === 'done' && moves(order);
}

/** Whether an order can move the Region. */
export function moves(order: OrderRecord['order']): boolean {
	if (specOf(order).kind === 'look') return false;
	const owner = ownerOf(order);
	if (owner === 'incidentCall') return order.id.startsWith('advise');
	return owner !== 'identity';
}

/** The trouble that an order is for. */
export function actOf({order}: Pick<OrderRecord, 'order'>): Act {
	const owner = ownerOf(order);
	return (owner === null ? undefined : ACT_OF[owner]) ?? 'others';
}
