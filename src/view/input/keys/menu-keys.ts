import {bindingsIn} from './bindings-in.ts';

/** Keys before a run: in the menu, in its texts, on the card of a level, and on their lines. */
export const MENU_BINDINGS = {
	...bindingsIn('menu', {
		menuChoose: {
			keys: ['enter', 'right', 'l'],
			help: 'choose what the cursor stands on',
			footer: 'choose',
		},
		menuDown: {keys: ['down', 'j'], help: 'down'},
		menuUp: {keys: ['up', 'k'], help: 'up'},
		menuPageDown: {keys: ['page-down', ' ', 'ctrl-f'], help: 'ten down'},
		menuPageUp: {keys: ['page-up', 'ctrl-b'], help: 'ten up'},
		menuFirst: {keys: ['home', 'g'], help: 'to the first'},
		menuLast: {keys: ['end', 'G'], help: 'to the last'},
		menuFilter: {keys: ['/'], help: 'show only what holds a word', footer: 'find'},
		menuBack: {
			keys: ['escape', 'left', 'h', 'backspace'],
			help: 'one step back, never out',
			footer: 'back',
		},
		menuWrite: {keys: ['w'], help: 'on a run, write one commitment for the next'},
		menuKeys: {keys: ['?'], help: 'this page', footer: 'keys'},
		menuQuit: {keys: ['q'], help: 'quit', footer: 'quit'},
	}),
	...bindingsIn('text', {
		readDown: {keys: ['down', 'j', 'enter'], help: 'read on'},
		readUp: {keys: ['up', 'k'], help: 'read back'},
		readPageDown: {keys: [' ', 'page-down', 'ctrl-f'], help: 'ten lines on', footer: 'page'},
		readPageUp: {keys: ['page-up', 'ctrl-b'], help: 'ten lines back'},
		readFirst: {keys: ['home', 'g'], help: 'to the beginning'},
		readLast: {keys: ['end', 'G'], help: 'to the end'},
		readFind: {keys: ['/'], help: 'find a word', footer: 'find'},
		readAgain: {keys: ['n'], help: 'where it stands next', footer: 'again'},
		readClose: {keys: ['escape', 'q', 'h', 'left', 'backspace'], help: 'close', footer: 'close'},
	}),
	...bindingsIn('brief', {
		briefBegin: {keys: ['enter', ' '], help: 'begin, or go on with the run that was left'},
		briefAnew: {keys: ['n'], help: 'begin anew, where a run was left'},
		briefLength: {keys: ['t'], help: 'how long it takes: short, normal, full'},
		briefMore: {keys: ['?'], help: 'scoring, difficulty and the rest; again, the five lines'},
		briefSeed: {keys: ['s'], help: 'type another seed'},
		briefChange: {keys: ['c'], help: 'in the sandbox, change a fix or a number'},
		briefDown: {keys: ['down', 'j'], help: 'read on'},
		briefUp: {keys: ['up', 'k'], help: 'read back'},
		briefPageDown: {keys: ['page-down'], help: 'eight lines on'},
		briefPageUp: {keys: ['page-up'], help: 'eight lines back'},
		briefBack: {keys: ['escape', 'left', 'h'], help: 'back to where one came from'},
		briefQuit: {keys: ['q'], help: 'quit'},
	}),
	...bindingsIn('field', {
		takeField: {keys: ['enter'], help: 'take it', footer: 'take', fixed: true},
		leaveField: {keys: ['escape'], help: 'leave it', footer: 'back', fixed: true},
	}),
	...bindingsIn('everywhere', {
		stopAtOnce: {keys: ['ctrl-c'], help: 'stop at once', fixed: true},
		toShell: {keys: ['ctrl-z'], help: 'to the shell; fg comes back', fixed: true},
		drawAnew: {keys: ['ctrl-l'], help: 'draw the screen anew'},
	}),
} as const;
