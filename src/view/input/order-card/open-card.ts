import {ORDERS, parseOrder, type OrderSpec} from '../../../session/index.ts';
import type {Danger} from '../../do/danger.ts';
import type {OrderCard} from '../ui.types.ts';

/** The card that stands between an order and its giving. The typing of a whole order counts as its target's. */
export function cardFor(text: string, danger: Danger | null, armed: boolean): OrderCard {
	return {
		text,
		dangerous: danger !== null,
		target: danger?.target ?? '',
		typed: '',
		armed,
		expecting: false,
		prediction: '',
	};
}

/** The row of an order's text, if it is one. */
export function specFor(text: string): OrderSpec | undefined {
	const parsed = parseOrder(text);
	return parsed.ok ? ORDERS[parsed.order.id] : undefined;
}
