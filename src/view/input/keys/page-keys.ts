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
		begin: {keys: ['enter', ' '], help: 'start the shift', footer: 'begin', fixed: true},
		briefingDown: {
			keys: ['down', 'j', 'page-down'],
			help: 'scroll down',
			footer: 'read',
			pair: 'briefingUp',
		},
		briefingUp: {keys: ['up', 'k', 'page-up'], help: 'scroll up'},
		briefingLength: {keys: ['t'], help: 'length: short, normal, full', footer: 'length'},
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
		helpDown: {keys: ['down', 'j'], help: 'scroll down', footer: 'read', pair: 'helpUp'},
		helpUp: {keys: ['up', 'k'], help: 'scroll up'},
		helpPageDown: {keys: ['page-down', ' '], help: 'ten lines down'},
		helpPageUp: {keys: ['page-up'], help: 'ten lines up'},
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
			help: 'debrief: what mattered, and what would have changed it',
			footer: 'debrief',
			whyNot: unless('debrief', 'Only your own run has a debrief, once it ends.'),
		},
		cardReplay: {
			keys: ['p'],
			help: 'replay the run; take over anywhere',
			footer: 'replay',
			whyNot: unless('replay', 'Only your own run has a replay, once it ends.'),
		},
		cardMilestones: {
			keys: ['m'],
			help: 'milestones, and back to the verdict',
			footer: 'milestones',
		},
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
			help: 'to the menu, which lists the run and everything you can do with it',
			footer: 'menu',
		},
		lookBack: {keys: ['escape'], help: 'the console as it ended'},
		cardDown: {
			keys: ['down', 'j', 'page-down', ' '],
			help: 'scroll down',
			pair: 'cardUp',
		},
		cardUp: {keys: ['up', 'k', 'page-up'], help: 'scroll up'},
		interruptCard: {keys: ['ctrl-c'], help: 'stop', fixed: true},
	}),
} as const;
