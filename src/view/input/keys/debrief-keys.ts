import {bindingsIn} from './bindings-in.ts';

/** Keys after a run: on the pages of the debrief, and around a decision that is tried once more. */
export const DEBRIEF_BINDINGS = {
	...bindingsIn('feeling', {
		feltInHand: {keys: ['1'], help: 'in hand'},
		feltBusy: {keys: ['2'], help: 'busy but clear'},
		feltBehind: {keys: ['3'], help: 'always a step behind'},
		feltLost: {keys: ['4'], help: 'lost'},
		feltQuiet: {keys: ['5'], help: 'too quiet'},
		feltSkip: {
			keys: ['tab', 'right', 'enter', ' ', 'n'],
			help: 'skip without answering',
			footer: 'skip',
		},
		feltLeave: {keys: ['escape', 'q'], help: 'leave', footer: 'leave'},
	}),
	...bindingsIn('debrief', {
		debriefDown: {
			keys: ['down', 'j'],
			help: 'next finding; elsewhere, one line down',
			footer: 'move',
			pair: 'debriefUp',
		},
		debriefUp: {keys: ['up', 'k'], help: 'previous finding; elsewhere, one line up'},
		debriefReplay: {
			keys: ['enter'],
			help: 'replay from a minute before the finding',
			footer: 'replay there',
		},
		debriefTakeOver: {
			keys: ['T'],
			help: 'take over the run a minute before the finding',
			footer: 'take over',
		},
		debriefOn: {
			keys: ['tab', 'right', 'l', 'n'],
			help: 'to the next page',
			footer: 'next page',
		},
		debriefBefore: {
			keys: ['shift-tab', 'left', 'backspace', 'h', 'p'],
			help: 'to the previous page',
		},
		debriefPage: {
			keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
			help: 'to that page',
			fixed: true,
		},
		debriefWrite: {
			keys: ['w'],
			help: 'write one commitment, shown before the next run',
			footer: 'commitment',
		},
		debriefPageDown: {keys: ['page-down', ' '], help: 'ten findings or lines down'},
		debriefPageUp: {keys: ['page-up'], help: 'ten findings or lines up'},
		debriefTop: {keys: ['home'], help: 'to the first'},
		debriefBottom: {keys: ['end'], help: 'to the last'},
		debriefAgain: {
			keys: ['r'],
			help: 'play again, after a loss whose answers are held back',
			footer: 'try again',
		},
		debriefReveal: {
			keys: ['A'],
			help: 'show the answers, after such a loss',
			footer: 'show answers',
			dangerous: true,
		},
		debriefLeave: {keys: ['q', 'escape'], help: 'leave', footer: 'leave'},
	}),
	...bindingsIn('telling', {
		tellOn: {keys: ['tab'], help: 'to the next page', footer: 'next'},
		tellBefore: {keys: ['shift-tab'], help: 'to the previous page', footer: 'back'},
		tellKeep: {keys: ['enter'], help: 'save what was written', footer: 'keep', fixed: true},
		tellLeave: {
			keys: ['escape'],
			help: 'stop writing; before the debrief starts, leave',
			footer: 'leave',
			fixed: true,
		},
	}),
	...bindingsIn('review', {
		reviewOn: {keys: ['enter', ' '], help: 'start; afterwards, to the next decision'},
		reviewLeave: {keys: ['escape', 'q'], help: 'leave'},
	}),
} as const;
