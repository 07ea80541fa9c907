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
	eraseBefore: {mode, keys: ['backspace'], help: 'erase', footer: ''},
	eraseAfter: {mode, keys: ['delete', 'ctrl-d'], help: 'erase forward', footer: ''},
	eraseWord: {mode, keys: ['ctrl-w'], help: 'erase the word', footer: ''},
	eraseLine: {mode, keys: ['ctrl-u'], help: 'erase the line', footer: ''},
	cursorLeft: {mode, keys: ['left', 'ctrl-b'], help: 'left', footer: ''},
	cursorRight: {mode, keys: ['right', 'ctrl-f'], help: 'right', footer: ''},
	lineStart: {mode, keys: ['home', 'ctrl-a'], help: 'start of the line', footer: ''},
	lineEnd: {mode, keys: ['end', 'ctrl-e'], help: 'end of the line', footer: ''},
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
	eraseFilter: {mode: 'filter', keys: ['backspace'], help: 'erase', footer: ''},
	eraseAllOfFilter: {
		mode: 'filter',
		keys: ['ctrl-u', 'ctrl-w'],
		help: 'erase all of it',
		footer: '',
	},
	interruptFilter: {
		mode: 'filter',
		keys: ['ctrl-c'],
		help: 'stop at once (asks first)',
		footer: '',
		fixed: true,
	},
} as const satisfies BindingTable;
