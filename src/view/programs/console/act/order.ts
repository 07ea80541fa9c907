import type {IdOf} from '../../../input/keys/index.ts';
import {clean} from '../../../say/clean.ts';
import type {Context, Key, OrderCard, Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';
import {completeExpectation} from '../../../input/order-card/complete-expectation.ts';

const PREDICTION_MAX = 200;

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
			return [withOrder(ui, {expecting: true}), []];
		case 'cardBack':
			return [{...ui, order: null}, []];
		case 'interruptOrder':
			return [{...ui, overlay: 'interrupt'}, []];
	}
}

/** Keys while the target is typed that are no characters. */
export function actOnTarget(ui: Ui, id: IdOf<'target'>): Ui {
	const typed = ui.order?.typed ?? '';
	switch (id) {
		case 'targetDone':
			return ui;
		case 'targetErase':
			return withOrder(ui, {typed: typed.slice(0, -1)});
		case 'targetEraseAll':
			return withOrder(ui, {typed: ''});
		case 'targetBack':
			return {...ui, order: null};
		case 'interruptTarget':
			return {...ui, overlay: 'interrupt'};
	}
}

/** One character of the target; once it is whole, the card waits for its capital key. */
export function typeTarget(ui: Ui, key: Key): Ui {
	if (ui.order === null) return ui;
	const added = clean(key);
	if (added.length !== 1 || ui.order.typed.length >= ui.order.target.length) return ui;
	const typed = ui.order.typed + added;
	return withOrder(ui, {typed, armed: typed.toLowerCase() === ui.order.target});
}

/** Keys on the line of the prediction that are no characters. */
export function actOnExpectation(ui: Ui, id: IdOf<'expecting'>, {observation}: Context): Ui {
	const prediction = ui.order?.prediction ?? '';
	switch (id) {
		case 'expectDone':
			return withOrder(ui, {expecting: false});
		case 'expectOffer':
			return withOrder(ui, {prediction: completeExpectation(prediction, observation)});
		case 'expectErase':
			return withOrder(ui, {prediction: prediction.slice(0, -1)});
		case 'expectEraseAll':
			return withOrder(ui, {prediction: ''});
		case 'expectBack':
			return withOrder(ui, {expecting: false, prediction: ''});
		case 'interruptExpecting':
			return {...ui, overlay: 'interrupt'};
	}
}

/** One character of the prediction. */
export function typeExpectation(ui: Ui, key: Key): Ui {
	const added = clean(key);
	const prediction = ui.order?.prediction ?? '';
	if (added.length !== 1 || prediction.length >= PREDICTION_MAX) return ui;
	return withOrder(ui, {prediction: prediction + added});
}

function withOrder(ui: Ui, changes: Partial<OrderCard>): Ui {
	return ui.order === null ? ui : {...ui, order: {...ui.order, ...changes}};
}
