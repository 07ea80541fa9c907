import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** Keys on the command line, and on the line that filters a panel. */
export const LINE_BINDINGS = {
	...bindingsIn('prompt', {
		submit: {keys: ['enter'], help: 'give the order', footer: 'give', fixed: true},
		offer: {keys: ['tab'], help: 'complete; again for the next word', footer: 'complete'},
		offerBack: {keys: ['shift-tab'], help: 'the word before'},
		older: {keys: ['up', 'ctrl-p'], help: 'earlier orders', footer: 'history', pair: 'newer'},
		newer: {keys: ['down', 'ctrl-n'], help: 'later orders'},
		closePrompt: {
			keys: ['escape'],
			help: 'close the line without giving the order',
			footer: 'close',
			fixed: true,
		},
		interruptPrompt: INTERRUPT,
		suspendPrompt: {keys: ['ctrl-z'], help: 'to the shell', fixed: true},
	}),
	...bindingsIn('edit', {
		eraseBefore: {keys: ['backspace'], help: 'erase'},
		eraseAfter: {keys: ['delete', 'ctrl-d'], help: 'erase forward'},
		eraseWord: {keys: ['ctrl-w'], help: 'erase the word'},
		eraseLine: {keys: ['ctrl-u'], help: 'erase up to the caret'},
		eraseToEnd: {keys: ['ctrl-k'], help: 'erase from the caret on'},
		cursorLeft: {keys: ['left', 'ctrl-b'], help: 'left'},
		cursorRight: {keys: ['right', 'ctrl-f'], help: 'right'},
		wordLeft: {keys: ['ctrl-left'], help: 'a word to the left'},
		wordRight: {keys: ['ctrl-right'], help: 'a word to the right'},
		lineStart: {keys: ['home', 'ctrl-a'], help: 'start of the line'},
		lineEnd: {keys: ['end', 'ctrl-e'], help: 'end of the line'},
	}),
	...bindingsIn('filter', {
		keepFilter: {keys: ['enter'], help: 'keep the filter', footer: 'keep', fixed: true},
		clearFilter: {keys: ['escape'], help: 'show everything again', footer: 'clear', fixed: true},
		interruptFilter: INTERRUPT,
	}),
} as const;
