import {isInspection, LOOKED_AT} from './inspect-orders.ts';
import {SYSTEMS, type Order, type OrderTable, type SystemName} from './kernel/index.ts';
import {ORDERS, ownerOf} from './order.ts';
import {isGuest, SUBSYSTEM_NAMES, type SubsystemName} from './subsystems.ts';

/**
 * The subsystems that a night is about. What is not of it happens all the same, as weather does: nobody sees it, nobody
 * can order anything of it, and no score counts it.
 */
export type Cast = readonly SubsystemName[];

/** Who is on where a level does not say. */
export const THE_REGION: Cast = SUBSYSTEM_NAMES.filter(name => !isGuest(name));

/** What is lived in a night: the Region always, a guest where it is of the cast. */
export function isLived(name: SubsystemName, cast: Cast): boolean {
	return !isGuest(name) || cast.includes(name);
}

export function castOf({settings}: {readonly settings: {readonly cast?: Cast | null}}): Cast {
	return settings.cast ?? THE_REGION;
}

/** Whether an order, or a look, is of a cast: what is about nothing in particular is of every one. */
export function isOrderIn(order: Pick<Order, 'id'>, cast: Cast): boolean {
	const about = isInspection(order) ? LOOKED_AT[order.id] : ownerOf(order);
	return about === null || cast.includes(about);
}

/** The orders and looks of a cast. */
export function ordersIn(cast: Cast): OrderTable {
	const key = cast.join();
	const known = KNOWN.get(key);
	if (known !== undefined) return known;
	const table = Object.fromEntries(Object.entries(ORDERS).filter(([id]) => isOrderIn({id}, cast)));
	KNOWN.set(key, table);
	return table;
}

const KNOWN = new Map<string, OrderTable>();

/** The subsystem that a metric measures, by its id; undefined where it measures none. */
export function measuredBy(metric: string): string | undefined {
	const [name = ''] = metric.split('.', 1);
	if (!Object.hasOwn(SYSTEMS, name)) return undefined;
	return SYSTEMS[name as SystemName].subsystem;
}

/** Whether a metric, by its id, measures something of a cast. */
export function isMetricIn(metric: string, cast: Cast): boolean {
	const measured = measuredBy(metric);
	return cast.some(each => each === measured);
}
