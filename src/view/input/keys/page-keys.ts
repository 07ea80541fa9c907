import type {Ui} from '../ui.types.ts';
import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** Keys on pages of text: briefing, help, questions, the result card. */
export const PAGE_BINDINGS = {
	...bindingsIn('briefing', {
		begin: {keys: ['enter', ' '], help: 'begin the shift', footer: 'begin', fixed: true},
		briefingDown: {
			keys: ['down', 'j', 'page-down'],
			help: 'read on',
			footer: 'read',
			pair: 'briefingUp',
		},
		briefingUp: {keys: ['up', 'k', 'page-up'], help: 'read back'},
		briefingLength: {keys: ['t'], help: 'how long it takes: short, normal, full', footer: 'length'},
		leaveBriefing: {keys: ['q', 'escape'], help: 'leave', footer: 'leave'},
		interruptBriefing: {keys: ['ctrl-c'], help: 'stop', fixed: true},
	}),
	...bindingsIn('help', {
		closeHelp: {
			keys: ['escape', '?', 'q', 'enter'],
			help: 'back to the console',
			footer: 'back',
			fixed: true,
		},
		helpDown: {keys: ['down', 'j'], help: 'read on', footer: 'read', pair: 'helpUp'},
		helpUp: {keys: ['up', 'k'], help: 'read back'},
		helpPageDown: {keys: ['page-down', ' '], help: 'ten lines on'},
		helpPageUp: {keys: ['page-up'], help: 'ten lines back'},
		interruptHelp: INTERRUPT,
	}),
	...bindingsIn('ask', {
		yes: {keys: ['y', 'Y'], help: 'leave', footer: 'leave', fixed: true},
		yesAgain: {keys: ['ctrl-c'], help: 'leave', fixed: true},
		no: {keys: ['n', 'N', 'escape'], help: 'stay', footer: 'stay', fixed: true},
	}),
	...bindingsIn('card', {
		leaveCard: {
			keys: ['q', 'enter'],
			help: 'leave: the menu has the score and the replay of it',
			footer: 'leave',
		},
		toldBack: {
			keys: ['d'],
			help: 'debrief: what mattered, and what would have been otherwise',
			footer: 'debrief',
			whyNot: ({readOnly}: Ui) =>
				readOnly ? 'The debrief is of your own run, when it ends.' : null,
		},
		lookBack: {keys: ['escape'], help: 'look at the console as it ended', footer: 'console'},
		cardDown: {
			keys: ['down', 'j', 'page-down', ' '],
			help: 'read on',
			footer: 'read',
			pair: 'cardUp',
		},
		cardUp: {keys: ['up', 'k', 'page-up'], help: 'read back'},
		interruptCard: {keys: ['ctrl-c'], help: 'stop', fixed: true},
	}),
} as const;
