import {bindingsIn} from './bindings-in.ts';

/** Keys before a run: in the menu, in its texts, on the card of a level, and on their lines. */
export const MENU_BINDINGS = {
	...bindingsIn('menu', {
		menuChoose: {
			keys: ['enter', 'right', 'l'],
			help: 'choose what is under the cursor',
			footer: 'choose',
		},
		menuDown: {keys: ['down', 'j'], help: 'down'},
		menuUp: {keys: ['up', 'k'], help: 'up'},
		menuPageDown: {keys: ['page-down', ' ', 'ctrl-f'], help: 'ten down'},
		menuPageUp: {keys: ['page-up', 'ctrl-b'], help: 'ten up'},
		menuFirst: {keys: ['home', 'g'], help: 'to the first'},
		menuLast: {keys: ['end', 'G'], help: 'to the last'},
		menuFilter: {keys: ['/'], help: 'show only what contains a word', footer: 'find'},
		menuBack: {
			keys: ['escape', 'left', 'h', 'backspace'],
			help: 'back one step, never out',
			footer: 'back',
		},
		menuWrite: {keys: ['w'], help: 'on a run, write one commitment for the next'},
		menuKeys: {keys: ['?'], help: 'this page', footer: 'keys'},
		menuQuit: {keys: ['q'], help: 'quit', footer: 'quit'},
	}),
	...bindingsIn('text', {
		readDown: {keys: ['down', 'j', 'enter'], help: 'scroll down'},
		readUp: {keys: ['up', 'k'], help: 'scroll up'},
		readPageDown: {keys: [' ', 'page-down', 'ctrl-f'], help: 'ten lines down', footer: 'page'},
		readPageUp: {keys: ['page-up', 'ctrl-b'], help: 'ten lines up'},
		readFirst: {keys: ['home', 'g'], help: 'to the top'},
		readLast: {keys: ['end', 'G'], help: 'to the bottom'},
		readFind: {keys: ['/'], help: 'find a word', footer: 'find'},
		readAgain: {keys: ['n'], help: 'the next match', footer: 'again'},
		readClose: {keys: ['escape', 'q', 'h', 'left', 'backspace'], help: 'close', footer: 'close'},
	}),
	...bindingsIn('brief', {
		briefBegin: {keys: ['enter', ' '], help: 'start, or resume the run you left'},
		briefAnew: {keys: ['n'], help: 'start over instead of resuming'},
		briefLength: {keys: ['t'], help: 'length: short, normal, full'},
		briefMore: {keys: ['?'], help: 'scoring, difficulty and the rest; again for the five lines'},
		briefSeed: {keys: ['s'], help: 'enter another seed'},
		briefChange: {keys: ['c'], help: 'in the sandbox, change a fix or a number'},
		briefDown: {keys: ['down', 'j'], help: 'scroll down'},
		briefUp: {keys: ['up', 'k'], help: 'scroll up'},
		briefPageDown: {keys: ['page-down'], help: 'eight lines down'},
		briefPageUp: {keys: ['page-up'], help: 'eight lines up'},
		briefBack: {
			keys: ['escape', 'left', 'h'],
			help: 'back to the five lines, then to where you came from',
		},
		briefQuit: {keys: ['q'], help: 'quit'},
	}),
	...bindingsIn('field', {
		takeField: {keys: ['enter'], help: 'accept it', footer: 'take', fixed: true},
		leaveField: {keys: ['escape'], help: 'cancel', footer: 'back', fixed: true},
	}),
	...bindingsIn('everywhere', {
		stopAtOnce: {keys: ['ctrl-c'], help: 'stop at once', fixed: true},
		toShell: {keys: ['ctrl-z'], help: 'suspend to the shell; fg resumes', fixed: true},
		drawAnew: {keys: ['ctrl-l'], help: 'redraw the screen'},
	}),
} as const;
