import type {Ui} from '../ui.types.ts';
import type {BindingTable} from './binding.types.ts';

/** Keys on pages of text: briefing, help, questions, the result card. */
export const PAGE_BINDINGS = {
	begin: {
		mode: 'briefing',
		keys: ['enter', ' '],
		help: 'begin the shift',
		footer: 'begin',
		fixed: true,
	},
	briefingDown: {
		mode: 'briefing',
		keys: ['down', 'j', 'page-down'],
		help: 'read on',
		footer: 'read',
		pair: 'briefingUp',
	},
	briefingUp: {mode: 'briefing', keys: ['up', 'k', 'page-up'], help: 'read back', footer: ''},
	briefingLength: {
		mode: 'briefing',
		keys: ['t'],
		help: 'how long it takes: short, normal, full',
		footer: 'length',
	},
	leaveBriefing: {mode: 'briefing', keys: ['q', 'escape'], help: 'leave', footer: 'leave'},
	interruptBriefing: {mode: 'briefing', keys: ['ctrl-c'], help: 'stop', footer: '', fixed: true},

	closeHelp: {
		mode: 'help',
		keys: ['escape', '?', 'q', 'enter'],
		help: 'back to the console',
		footer: 'back',
		fixed: true,
	},
	helpDown: {mode: 'help', keys: ['down', 'j'], help: 'read on', footer: 'read', pair: 'helpUp'},
	helpUp: {mode: 'help', keys: ['up', 'k'], help: 'read back', footer: ''},
	helpPageDown: {mode: 'help', keys: ['page-down', ' '], help: 'ten lines on', footer: ''},
	helpPageUp: {mode: 'help', keys: ['page-up'], help: 'ten lines back', footer: ''},
	interruptHelp: {
		mode: 'help',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},

	yes: {mode: 'ask', keys: ['y', 'Y'], help: 'leave', footer: 'leave', fixed: true},
	yesAgain: {mode: 'ask', keys: ['ctrl-c'], help: 'leave', footer: '', fixed: true},
	no: {mode: 'ask', keys: ['n', 'N', 'escape'], help: 'stay', footer: 'stay', fixed: true},

	leaveCard: {
		mode: 'card',
		keys: ['q', 'enter'],
		help: 'leave: the menu has the score and the replay of it',
		footer: 'leave',
	},
	toldBack: {
		mode: 'card',
		keys: ['d'],
		help: 'debrief: what mattered, and what would have been otherwise',
		footer: 'debrief',
		whyNot: ({readOnly}: Ui) => (readOnly ? 'The debrief is of your own run, when it ends.' : null),
	},
	lookBack: {
		mode: 'card',
		keys: ['escape'],
		help: 'look at the console as it ended',
		footer: 'console',
	},
	cardDown: {
		mode: 'card',
		keys: ['down', 'j', 'page-down', ' '],
		help: 'read on',
		footer: 'read',
		pair: 'cardUp',
	},
	cardUp: {mode: 'card', keys: ['up', 'k', 'page-up'], help: 'read back', footer: ''},
	interruptCard: {mode: 'card', keys: ['ctrl-c'], help: 'stop', footer: '', fixed: true},
} as const satisfies BindingTable;
