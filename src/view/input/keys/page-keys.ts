import type {Ui} from '../ui.types.ts';
import type {CardOffer} from '../../say/card.types.ts';
import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** What the shell offers to do with a run that has ended is all that a card does. */
function unless(offer: CardOffer, reason: string) {
	return ({card}: Ui): string | null => (card?.offers.includes(offer) === true ? null : reason);
}

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
		cardRetry: {
			keys: ['r'],
			help: 'the same level and seed from the start',
			footer: 'retry',
			whyNot: unless('retry', 'This run cannot be played again from here.'),
		},
		toldBack: {
			keys: ['d'],
			help: 'debrief: what mattered, and what would have been otherwise',
			footer: 'debrief',
			whyNot: unless('debrief', 'The debrief is of your own run, when it ends.'),
		},
		cardReplay: {
			keys: ['p'],
			help: 'the run as it was played, to take over where you like',
			footer: 'replay',
			whyNot: unless('replay', 'The replay is of your own run, when it ends.'),
		},
		cardMilestones: {keys: ['m'], help: 'milestones, and the verdict again', footer: 'milestones'},
		cardNext: {
			keys: ['l'],
			help: 'the next level',
			footer: 'next level',
			whyNot: unless('next', 'There is no next level from here.'),
		},
		cardShare: {
			keys: ['s'],
			help: 'five lines to share',
			footer: 'share',
			whyNot: unless('share', 'The share card comes with the score.'),
		},
		leaveCard: {
			keys: ['q', 'enter'],
			help: 'leave, to the menu: it has the run with all that can be done with it',
			footer: 'menu',
		},
		lookBack: {keys: ['escape'], help: 'look at the console as it ended'},
		cardDown: {
			keys: ['down', 'j', 'page-down', ' '],
			help: 'read on',
			pair: 'cardUp',
		},
		cardUp: {keys: ['up', 'k', 'page-up'], help: 'read back'},
		interruptCard: {keys: ['ctrl-c'], help: 'stop', fixed: true},
	}),
} as const;
