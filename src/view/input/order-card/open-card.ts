import {ORDERS, parseOrder, type OrderSpec} from '../../../session/index.ts';
import type {OrderCard, Ui} from '../ui.types.ts';
import {dangerOf} from '../../do/danger.ts';

/**
 * The card that stands between an order and its giving, or null where none does: looking never asks, and
 * who typed a whole order has thought, unless it is dangerous. Then the typing counts as the target's.
 */
export function cardFor(ui: Ui, text: string, origin: 'typed' | 'chosen'): OrderCard | null {
	const spec = specFor(text);
	if (spec?.kind !== 'do') return null;
	const danger = ui.confirm ? dangerOf(text) : null;
	const dangerous = danger !== null;
	if (origin === 'typed' && !dangerous) return null;
	return {
		text,
		dangerous,
		target: danger?.target ?? '',
		typed: '',
		armed: !dangerous || origin === 'typed',
		expecting: false,
		prediction: '',
	};
}

/** The row of an order's text, if it is one. */
export function specFor(text: string): OrderSpec | undefined {
	const parsed = parseOrder(text);
	return parsed.ok ? ORDERS[parsed.order.id] : undefined;
}
