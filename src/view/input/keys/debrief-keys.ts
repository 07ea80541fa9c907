import {bindingsIn} from './bindings-in.ts';

/** Keys after a run: on the pages of the debrief, and around a decision that is tried once more. */
export const DEBRIEF_BINDINGS = {
	...bindingsIn('debrief', {
		feltInHand: {keys: ['1'], help: 'in hand'},
		feltBusy: {keys: ['2'], help: 'busy but clear'},
		feltBehind: {keys: ['3'], help: 'always a step behind'},
		feltLost: {keys: ['4'], help: 'lost'},
		feltQuiet: {keys: ['5'], help: 'too quiet'},
		debriefOn: {
			keys: ['tab', 'right', 'enter', 'l', 'n'],
			help: 'to the next page',
			footer: 'next',
		},
		debriefBefore: {
			keys: ['shift-tab', 'left', 'backspace', 'h', 'p'],
			help: 'to the page before',
			footer: 'back',
		},
		debriefDown: {keys: ['down', 'j'], help: 'read on', footer: 'scroll', pair: 'debriefUp'},
		debriefUp: {keys: ['up', 'k'], help: 'read back'},
		debriefPageDown: {keys: ['page-down', ' '], help: 'ten lines on'},
		debriefPageUp: {keys: ['page-up'], help: 'ten lines back'},
		debriefTop: {keys: ['home'], help: 'to the first line'},
		debriefBottom: {keys: ['end'], help: 'to the last line'},
		debriefAgain: {
			keys: ['r'],
			help: 'play again, after a loss that was told without its answer',
			footer: 'try again',
		},
		debriefReveal: {
			keys: ['T'],
			help: 'tell all, after such a loss',
			footer: 'tell me now',
			dangerous: true,
		},
		debriefLeave: {keys: ['escape'], help: 'leave', footer: 'leave'},
	}),
	...bindingsIn('telling', {
		tellOn: {keys: ['tab'], help: 'to the next page', footer: 'next'},
		tellBefore: {keys: ['shift-tab'], help: 'to the page before', footer: 'back'},
		tellKeep: {keys: ['enter'], help: 'keep what was written', footer: 'keep', fixed: true},
		tellLeave: {keys: ['escape'], help: 'leave', footer: 'leave', fixed: true},
	}),
	...bindingsIn('review', {
		reviewOn: {keys: ['enter', ' '], help: 'begin; afterwards, to the next decision'},
		reviewLeave: {keys: ['escape', 'q'], help: 'leave'},
	}),
} as const;
