import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** Keys in the palette of orders, and on the card that an order opens. */
export const ORDER_BINDINGS = {
	...bindingsIn('palette', {
		choose: {keys: ['enter', 'tab'], help: 'take it', footer: 'take', fixed: true},
		paletteDown: {keys: ['down', 'ctrl-n'], help: 'next', footer: 'choose', pair: 'paletteUp'},
		paletteUp: {keys: ['up', 'ctrl-p'], help: 'the one before'},
		closePalette: {keys: ['escape'], help: 'one step back', footer: 'back', fixed: true},
		interruptPalette: INTERRUPT,
	}),
	...bindingsIn('order', {
		give: {
			keys: ['enter'],
			help: 'give the order',
			footer: 'give',
			fixed: true,
			whyNot: ui =>
				ui.order?.dangerous === true
					? 'This one is dangerous: a capital {giveDangerous} gives it.'
					: null,
		},
		giveDangerous: {
			keys: ['Y'],
			help: 'give a dangerous order',
			footer: 'give it',
			dangerous: true,
			whyNot: ui => (ui.order?.dangerous === true ? null : 'enter gives this order.'),
		},
		expect: {keys: ['e'], help: 'say what you expect of it, for the debrief', footer: 'expect'},
		cardBack: {keys: ['escape', 'n', 'q'], help: 'do not give it', footer: 'cancel', fixed: true},
		interruptOrder: INTERRUPT,
	}),
	...bindingsIn('target', {
		targetDone: {keys: ['enter'], help: 'once the target is typed: on to Y', fixed: true},
		targetBack: {keys: ['escape'], help: 'do not give it', footer: 'cancel', fixed: true},
		interruptTarget: INTERRUPT,
	}),
	...bindingsIn('expecting', {
		expectDone: {keys: ['enter'], help: 'keep it', footer: 'keep', fixed: true},
		expectOffer: {keys: ['tab'], help: 'complete', footer: 'complete'},
		expectBack: {keys: ['escape'], help: 'without', footer: 'without', fixed: true},
		interruptExpecting: INTERRUPT,
	}),
} as const;
