import {bindingsIn, INTERRUPT} from './bindings-in.ts';

/** Keys on the command line, and on the line that filters a panel. */
export const LINE_BINDINGS = {
	...bindingsIn('prompt', {
		submit: {keys: ['enter'], help: 'run the command', footer: 'run', fixed: true},
		offer: {keys: ['tab'], help: 'complete; again for the next match', footer: 'complete'},
		offerBack: {keys: ['shift-tab'], help: 'the previous match'},
		older: {keys: ['up', 'ctrl-p'], help: 'earlier commands', footer: 'history', pair: 'newer'},
		newer: {keys: ['down', 'ctrl-n'], help: 'later commands'},
		closePrompt: {
			keys: ['escape'],
			help: 'close the line without running it',
			footer: 'close',
			fixed: true,
		},
		interruptPrompt: INTERRUPT,
		suspendPrompt: {keys: ['ctrl-z'], help: 'suspend to the shell', fixed: true},
	}),
	...bindingsIn('edit', {
		eraseBefore: {keys: ['backspace'], help: 'erase'},
		eraseAfter: {keys: ['delete', 'ctrl-d'], help: 'delete forward'},
		eraseWord: {keys: ['ctrl-w'], help: 'delete the word'},
		eraseLine: {keys: ['ctrl-u'], help: 'delete to the start'},
		eraseToEnd: {keys: ['ctrl-k'], help: 'delete to the end'},
		cursorLeft: {keys: ['left', 'ctrl-b'], help: 'left'},
		cursorRight: {keys: ['right', 'ctrl-f'], help: 'right'},
		wordLeft: {keys: ['ctrl-left'], help: 'a word to the left'},
		wordRight: {keys: ['ctrl-right'], help: 'a word to the right'},
		lineStart: {keys: ['home', 'ctrl-a'], help: 'start of the line'},
		lineEnd: {keys: ['end', 'ctrl-e'], help: 'end of the line'},
	}),
	...bindingsIn('filter', {
		keepFilter: {keys: ['enter'], help: 'apply the filter', footer: 'keep', fixed: true},
		clearFilter: {keys: ['escape'], help: 'clear the filter', footer: 'clear', fixed: true},
		interruptFilter: INTERRUPT,
	}),
} as const;
