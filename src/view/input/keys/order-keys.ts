import type {BindingTable} from './binding.types.ts';

/** Keys in the palette of orders, and on the card that an order opens. */
export const ORDER_BINDINGS = {
	choose: {mode: 'palette', keys: ['enter', 'tab'], help: 'take it', footer: 'take', fixed: true},
	paletteDown: {
		mode: 'palette',
		keys: ['down', 'ctrl-n'],
		help: 'next',
		footer: 'choose',
		pair: 'paletteUp',
	},
	paletteUp: {mode: 'palette', keys: ['up', 'ctrl-p'], help: 'the one before', footer: ''},
	closePalette: {
		mode: 'palette',
		keys: ['escape'],
		help: 'one step back',
		footer: 'back',
		fixed: true,
	},
	interruptPalette: {
		mode: 'palette',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},

	give: {
		mode: 'order',
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
		mode: 'order',
		keys: ['Y'],
		help: 'give a dangerous order',
		footer: 'give it',
		dangerous: true,
		whyNot: ui => (ui.order?.dangerous === true ? null : 'enter gives this order.'),
	},
	expect: {
		mode: 'order',
		keys: ['e'],
		help: 'say what you expect of it, for the debrief',
		footer: 'expect',
	},
	cardBack: {
		mode: 'order',
		keys: ['escape', 'n', 'q'],
		help: 'do not give it',
		footer: 'cancel',
		fixed: true,
	},
	interruptOrder: {
		mode: 'order',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},

	targetDone: {
		mode: 'target',
		keys: ['enter'],
		help: 'once the target is typed: on to Y',
		footer: '',
		fixed: true,
	},
	targetBack: {
		mode: 'target',
		keys: ['escape'],
		help: 'do not give it',
		footer: 'cancel',
		fixed: true,
	},
	interruptTarget: {
		mode: 'target',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},

	expectDone: {mode: 'expecting', keys: ['enter'], help: 'keep it', footer: 'keep', fixed: true},
	expectOffer: {mode: 'expecting', keys: ['tab'], help: 'complete', footer: 'complete'},
	expectBack: {
		mode: 'expecting',
		keys: ['escape'],
		help: 'without',
		footer: 'without',
		fixed: true,
	},
	interruptExpecting: {
		mode: 'expecting',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},
} as const satisfies BindingTable;
