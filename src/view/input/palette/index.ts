export {findOrders, formsIn, type OrderForm} from './find-orders.ts';
export {choicesOf, EMPTY_PALETTE, filled, nextBlank, objectionTo} from './palette.ts';
export {paletteRows} from './palette-rows.ts';
export {ordersOf} from './panel-orders.ts';
