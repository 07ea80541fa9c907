import type {BindingTable} from './binding.types.ts';

const mode = 'prompt';

/** Keys on the command line, and on the line that filters a panel. */
export const LINE_BINDINGS = {
	submit: {mode, keys: ['enter'], help: 'give the order', footer: 'give', fixed: true},
	offer: {mode, keys: ['tab'], help: 'complete; again for the next word', footer: 'complete'},
	offerBack: {mode, keys: ['shift-tab'], help: 'the word before', footer: ''},
	older: {mode, keys: ['up', 'ctrl-p'], help: 'earlier orders', footer: 'history', pair: 'newer'},
	newer: {mode, keys: ['down', 'ctrl-n'], help: 'later orders', footer: ''},
	closePrompt: {
		mode,
		keys: ['escape'],
		help: 'close the line without giving the order',
		footer: 'close',
		fixed: true,
	},
	eraseBefore: {mode: 'edit', keys: ['backspace'], help: 'erase', footer: ''},
	eraseAfter: {mode: 'edit', keys: ['delete', 'ctrl-d'], help: 'erase forward', footer: ''},
	eraseWord: {mode: 'edit', keys: ['ctrl-w'], help: 'erase the word', footer: ''},
	eraseLine: {mode: 'edit', keys: ['ctrl-u'], help: 'erase up to the caret', footer: ''},
	eraseToEnd: {mode: 'edit', keys: ['ctrl-k'], help: 'erase from the caret on', footer: ''},
	cursorLeft: {mode: 'edit', keys: ['left', 'ctrl-b'], help: 'left', footer: ''},
	cursorRight: {mode: 'edit', keys: ['right', 'ctrl-f'], help: 'right', footer: ''},
	wordLeft: {mode: 'edit', keys: ['ctrl-left'], help: 'a word to the left', footer: ''},
	wordRight: {mode: 'edit', keys: ['ctrl-right'], help: 'a word to the right', footer: ''},
	lineStart: {mode: 'edit', keys: ['home', 'ctrl-a'], help: 'start of the line', footer: ''},
	lineEnd: {mode: 'edit', keys: ['end', 'ctrl-e'], help: 'end of the line', footer: ''},
	interruptPrompt: {
		mode,
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},
	suspendPrompt: {mode, keys: ['ctrl-z'], help: 'to the shell', footer: '', fixed: true},

	keepFilter: {
		mode: 'filter',
		keys: ['enter'],
		help: 'keep the filter',
		footer: 'keep',
		fixed: true,
	},
	clearFilter: {
		mode: 'filter',
		keys: ['escape'],
		help: 'show everything again',
		footer: 'clear',
		fixed: true,
	},
	interruptFilter: {
		mode: 'filter',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},
} as const satisfies BindingTable;
