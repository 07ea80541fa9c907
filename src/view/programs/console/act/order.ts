import type {IdOf} from '../../../input/keys/index.ts';
import {written} from '../../../input/text-input.ts';
import type {Context, Key, OrderCard, Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';
import {completeExpectation} from '../../../input/order-card/complete-expectation.ts';

export const PREDICTION_MAX = 200;

/** Keys on the card of an order. */
export function actOnOrder(ui: Ui, id: IdOf<'order'>): Update {
	const {order} = ui;
	if (order === null) return [ui, []];
	switch (id) {
		case 'give':
		case 'giveDangerous':
			return [
				{...ui, order: null},
				[
					{
						type: 'do',
						deed: {do: 'order', text: order.text, confirmed: true},
						prediction: order.prediction.trim(),
					},
				],
			];
		case 'expect':
			return [withOrder({...ui, caret: 0}, {expecting: true}), []];
		case 'cardBack':
			return [{...ui, order: null}, []];
		case 'interruptOrder':
			return [{...ui, overlay: 'interrupt'}, []];
	}
}

/** Keys while the target is typed that are no characters. */
export function actOnTarget(ui: Ui, id: IdOf<'target'>): Ui {
	switch (id) {
		case 'targetDone':
			return ui;
		case 'targetBack':
			return {...ui, order: null};
		case 'interruptTarget':
			return {...ui, overlay: 'interrupt'};
	}
}

/** A key of the target; once it is whole, the card waits for its capital key. */
export function typeTarget(ui: Ui, key: Key): Ui {
	if (ui.order === null) return ui;
	const {typed, target} = ui.order;
	const next = written({text: typed, after: ui.caret}, key, target.length, ui.keymap);
	if (next === null) return ui;
	const armed = next.text.toLowerCase() === target;
	return withOrder({...ui, caret: armed ? 0 : next.after}, {typed: next.text, armed});
}

/** Keys on the line of the prediction that are no characters. */
export function actOnExpectation(ui: Ui, id: IdOf<'expecting'>, {observation}: Context): Ui {
	const prediction = ui.order?.prediction ?? '';
	switch (id) {
		case 'expectDone':
			return withOrder(ui, {expecting: false});
		case 'expectOffer':
			return withOrder(
				{...ui, caret: 0},
				{
					prediction: completeExpectation(prediction, observation),
				},
			);
		case 'expectBack':
			return withOrder(ui, {expecting: false, prediction: ''});
		case 'interruptExpecting':
			return {...ui, overlay: 'interrupt'};
	}
}

/** A key of the prediction. */
export function typeExpectation(ui: Ui, key: Key): Ui {
	const line = {text: ui.order?.prediction ?? '', after: ui.caret};
	const next = written(line, key, PREDICTION_MAX, ui.keymap);
	if (next === null) return ui;
	return withOrder({...ui, caret: next.after}, {prediction: next.text});
}

function withOrder(ui: Ui, changes: Partial<OrderCard>): Ui {
	return ui.order === null ? ui : {...ui, order: {...ui.order, ...changes}};
}
