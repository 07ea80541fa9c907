import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** Keys in the list of what is unread. */
export const INBOX_BINDINGS = bindingsIn('inbox', {
	inboxOpen: {
		keys: ['enter'],
		help: 'go to the thing itself, which reads it',
		footer: 'open there',
		fixed: true,
	},
	inboxRead: {keys: ['x'], help: 'it is read', footer: 'read'},
	inboxReadAll: {keys: ['c'], help: 'all of it is read', footer: 'all read'},
	inboxDown: {keys: ['down', 'j'], help: 'down', footer: 'move', pair: 'inboxUp'},
	inboxUp: {keys: ['up', 'k'], help: 'up'},
	inboxClose: {keys: ['escape', 'i'], help: 'back to the panels', footer: 'close', fixed: true},
	interruptInbox: INTERRUPT,
} as const);
