import type {BindingTable} from './binding.types.ts';

const mode = 'debrief';

/** Keys after a run: on the pages of the debrief, and around a decision that is tried once more. */
export const DEBRIEF_BINDINGS = {
	feltInHand: {mode, keys: ['1'], help: 'in hand', footer: ''},
	feltBusy: {mode, keys: ['2'], help: 'busy but clear', footer: ''},
	feltBehind: {mode, keys: ['3'], help: 'always a step behind', footer: ''},
	feltLost: {mode, keys: ['4'], help: 'lost', footer: ''},
	feltQuiet: {mode, keys: ['5'], help: 'too quiet', footer: ''},
	debriefOn: {
		mode,
		keys: ['tab', 'right', 'enter', 'l', 'n'],
		help: 'to the next page',
		footer: 'next',
	},
	debriefBefore: {
		mode,
		keys: ['shift-tab', 'left', 'backspace', 'h', 'p'],
		help: 'to the page before',
		footer: 'back',
	},
	debriefDown: {
		mode,
		keys: ['down', 'j'],
		help: 'read on',
		footer: 'scroll',
		pair: 'debriefUp',
	},
	debriefUp: {mode, keys: ['up', 'k'], help: 'read back', footer: ''},
	debriefPageDown: {mode, keys: ['page-down', ' '], help: 'ten lines on', footer: ''},
	debriefPageUp: {mode, keys: ['page-up'], help: 'ten lines back', footer: ''},
	debriefTop: {mode, keys: ['home'], help: 'to the first line', footer: ''},
	debriefBottom: {mode, keys: ['end'], help: 'to the last line', footer: ''},
	debriefAgain: {
		mode,
		keys: ['r'],
		help: 'play again, after a loss that was told without its answer',
		footer: 'try again',
	},
	debriefReveal: {
		mode,
		keys: ['T'],
		help: 'tell all, after such a loss',
		footer: 'tell me now',
		dangerous: true,
	},
	debriefLeave: {mode, keys: ['escape'], help: 'leave', footer: 'leave'},

	tellOn: {mode: 'telling', keys: ['tab'], help: 'to the next page', footer: 'next'},
	tellBefore: {mode: 'telling', keys: ['shift-tab'], help: 'to the page before', footer: 'back'},
	tellKeep: {
		mode: 'telling',
		keys: ['enter'],
		help: 'keep what was written',
		footer: 'keep',
		fixed: true,
	},
	tellLeave: {mode: 'telling', keys: ['escape'], help: 'leave', footer: 'leave', fixed: true},

	reviewOn: {
		mode: 'review',
		keys: ['enter', ' '],
		help: 'begin; afterwards, to the next decision',
		footer: '',
	},
	reviewLeave: {mode: 'review', keys: ['escape', 'q'], help: 'leave', footer: ''},
} as const satisfies BindingTable;
