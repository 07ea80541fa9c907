import {flash} from '../flash.ts';
import {isShown} from '../../../screen/layout.ts';
import {cardFor} from '../../../input/order-card/index.ts';
import type {Context, Ui, Update} from '../../../input/ui.types.ts';

/** Gives an order, or opens the card that stands before it. */
export function giveOrder(
	ui: Ui,
	text: string,
	origin: 'typed' | 'chosen',
	context: Context,
): Update {
	if (ui.readOnly) {
		return [flash(ui, 'warn', 'You are looking on: no order can be given here.'), []];
	}
	const order = cardFor(ui, text, origin);
	return order === null ? attempted(ui, text, '', context) : [{...ui, order}, []];
}

/** The order goes out, and its result comes into sight. */
export function attempted(ui: Ui, text: string, prediction: string, context: Context): Update {
	const seen = isShown('orders', ui, context.size);
	const focusBefore = seen ? ui.focusBefore : (ui.focusBefore ?? ui.focus);
	return [
		{...ui, focusBefore, focus: seen ? ui.focus : 'orders', scroll: seen ? ui.scroll : 0},
		[{type: 'attempt', text, prediction}],
	];
}
