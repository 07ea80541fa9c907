import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** Keys in the palette of orders, and on the card that an order opens. */
export const ORDER_BINDINGS = {
	...bindingsIn('palette', {
		choose: {keys: ['enter', 'tab'], help: 'choose it', footer: 'take', fixed: true},
		paletteDown: {keys: ['down', 'ctrl-n'], help: 'next', footer: 'choose', pair: 'paletteUp'},
		paletteUp: {keys: ['up', 'ctrl-p'], help: 'the previous one'},
		closePalette: {keys: ['escape'], help: 'back one step', footer: 'back', fixed: true},
		interruptPalette: INTERRUPT,
	}),
	...bindingsIn('order', {
		give: {
			keys: ['enter'],
			help: 'run the command',
			footer: 'run',
			fixed: true,
			whyNot: ui =>
				ui.order?.dangerous === true
					? 'This one is dangerous: a capital {giveDangerous} runs it.'
					: null,
		},
		giveDangerous: {
			keys: ['Y'],
			help: 'run a dangerous command',
			footer: 'run it',
			dangerous: true,
			whyNot: ui => (ui.order?.dangerous === true ? null : 'enter runs this command.'),
		},
		expect: {keys: ['e'], help: 'say what you expect it to do, for the debrief', footer: 'expect'},
		cardBack: {keys: ['escape', 'n', 'q'], help: 'cancel', footer: 'cancel', fixed: true},
		interruptOrder: INTERRUPT,
	}),
	...bindingsIn('target', {
		targetDone: {keys: ['enter'], help: 'once the target is typed, on to Y', fixed: true},
		targetBack: {keys: ['escape'], help: 'cancel', footer: 'cancel', fixed: true},
		interruptTarget: INTERRUPT,
	}),
	...bindingsIn('expecting', {
		expectDone: {keys: ['enter'], help: 'save it', footer: 'save', fixed: true},
		expectOffer: {keys: ['tab'], help: 'complete', footer: 'complete'},
		expectBack: {keys: ['escape'], help: 'without', footer: 'without', fixed: true},
		interruptExpecting: INTERRUPT,
	}),
} as const;
