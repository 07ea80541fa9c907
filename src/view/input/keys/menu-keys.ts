import type {BindingTable} from './binding.types.ts';

/** Keys before a run: in the menu, in its texts, on the card of a level, and on their lines. */
export const MENU_BINDINGS = {
	menuChoose: {
		mode: 'menu',
		keys: ['enter', 'right', 'l'],
		help: 'choose what the cursor stands on',
		footer: 'choose',
	},
	menuDown: {mode: 'menu', keys: ['down', 'j'], help: 'down', footer: ''},
	menuUp: {mode: 'menu', keys: ['up', 'k'], help: 'up', footer: ''},
	menuPageDown: {mode: 'menu', keys: ['page-down', ' ', 'ctrl-f'], help: 'ten down', footer: ''},
	menuPageUp: {mode: 'menu', keys: ['page-up', 'ctrl-b'], help: 'ten up', footer: ''},
	menuFirst: {mode: 'menu', keys: ['home', 'g'], help: 'to the first', footer: ''},
	menuLast: {mode: 'menu', keys: ['end', 'G'], help: 'to the last', footer: ''},
	menuFilter: {mode: 'menu', keys: ['/'], help: 'show only what holds a word', footer: 'find'},
	menuBack: {
		mode: 'menu',
		keys: ['escape', 'left', 'h', 'backspace'],
		help: 'one step back, never out',
		footer: 'back',
	},
	menuKeys: {mode: 'menu', keys: ['?'], help: 'this page', footer: 'keys'},
	menuQuit: {mode: 'menu', keys: ['q'], help: 'quit', footer: 'quit'},

	readDown: {mode: 'text', keys: ['down', 'j', 'enter'], help: 'read on', footer: ''},
	readUp: {mode: 'text', keys: ['up', 'k'], help: 'read back', footer: ''},
	readPageDown: {
		mode: 'text',
		keys: [' ', 'page-down', 'ctrl-f'],
		help: 'ten lines on',
		footer: 'page',
	},
	readPageUp: {mode: 'text', keys: ['page-up', 'ctrl-b'], help: 'ten lines back', footer: ''},
	readFirst: {mode: 'text', keys: ['home', 'g'], help: 'to the beginning', footer: ''},
	readLast: {mode: 'text', keys: ['end', 'G'], help: 'to the end', footer: ''},
	readFind: {mode: 'text', keys: ['/'], help: 'find a word', footer: 'find'},
	readAgain: {mode: 'text', keys: ['n'], help: 'where it stands next', footer: 'again'},
	readClose: {
		mode: 'text',
		keys: ['escape', 'q', 'h', 'left', 'backspace'],
		help: 'close',
		footer: 'close',
	},

	briefBegin: {
		mode: 'brief',
		keys: ['enter', ' '],
		help: 'begin, or go on with the run that was left',
		footer: '',
	},
	briefAnew: {mode: 'brief', keys: ['n'], help: 'begin anew, where a run was left', footer: ''},
	briefLength: {
		mode: 'brief',
		keys: ['t'],
		help: 'how long it takes: short, normal, full',
		footer: '',
	},
	briefSeed: {mode: 'brief', keys: ['s'], help: 'type another seed', footer: ''},
	briefChange: {
		mode: 'brief',
		keys: ['c'],
		help: 'in the sandbox, change a fix or a number',
		footer: '',
	},
	briefDown: {mode: 'brief', keys: ['down', 'j'], help: 'read on', footer: ''},
	briefUp: {mode: 'brief', keys: ['up', 'k'], help: 'read back', footer: ''},
	briefPageDown: {mode: 'brief', keys: ['page-down'], help: 'eight lines on', footer: ''},
	briefPageUp: {mode: 'brief', keys: ['page-up'], help: 'eight lines back', footer: ''},
	briefBack: {
		mode: 'brief',
		keys: ['escape', 'left', 'h'],
		help: 'back to where one came from',
		footer: '',
	},
	briefQuit: {mode: 'brief', keys: ['q'], help: 'quit', footer: ''},

	takeField: {mode: 'field', keys: ['enter'], help: 'take it', footer: 'take', fixed: true},
	leaveField: {mode: 'field', keys: ['escape'], help: 'leave it', footer: 'back', fixed: true},

	stopAtOnce: {
		mode: 'everywhere',
		keys: ['ctrl-c'],
		help: 'stop at once',
		footer: '',
		fixed: true,
	},
	toShell: {
		mode: 'everywhere',
		keys: ['ctrl-z'],
		help: 'to the shell; fg comes back',
		footer: '',
		fixed: true,
	},
	drawAnew: {mode: 'everywhere', keys: ['ctrl-l'], help: 'draw the screen anew', footer: ''},
} as const satisfies BindingTable;
