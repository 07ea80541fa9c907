import {bindingsIn, INTERRUPT, whileItRuns} from './bindings-in.ts';

/** Keys in the list of what is unread. */
export const INBOX_BINDINGS = bindingsIn('inbox', {
	inboxOpen: {
		keys: ['enter'],
		help: 'open its panel, and mark it read',
		footer: 'open',
		fixed: true,
	},
	inboxRead: {keys: ['x'], help: 'mark it read', footer: 'read'},
	inboxReadAll: {keys: ['c'], help: 'mark all read', footer: 'all read'},
	inboxDown: {keys: ['down', 'j'], help: 'down', footer: 'move', pair: 'inboxUp'},
	inboxUp: {keys: ['up', 'k'], help: 'up'},
	inboxClose: {keys: ['escape', 'i'], help: 'back to the panels', footer: 'close', fixed: true},
	inboxCommand: {keys: [':'], help: 'close it, and type a command', whyNot: whileItRuns},
	interruptInbox: INTERRUPT,
} as const);
