import type {Observation} from '../observe/index.ts';
import {SPEEDS} from './pace.ts';
import type {Key, Ui} from './ui.types.ts';

/** Where the keys go. Exactly one is in force at any moment. */
export type Mode = 'briefing' | 'panels' | 'prompt' | 'help' | 'ask' | 'card';

export function modeOf(ui: Ui): Mode {
	if (ui.overlay === 'quit' || ui.overlay === 'interrupt') return 'ask';
	if (ui.overlay === 'help') return 'help';
	if (ui.stage !== 'playing') return ui.stage;
	return ui.prompt.open ? 'prompt' : 'panels';
}

type Binding = {
	readonly mode: Mode;
	readonly keys: readonly Key[];
	/** How the keys are written in help and footer. */
	readonly shown: string;
	readonly help: string;
	/** Keys and one word for the footer; empty keeps it out. */
	readonly footer: string;
	/** Why the key does nothing now, or null when it works. */
	readonly whyNot?: (ui: Ui, observation: Observation) => string | null;
};

const whileItRuns = (_: Ui, observation: Observation) =>
	observation.ended === null ? null : 'The run has ended: c shows the card, q leaves.';

/** Every key there is. Input, footer and help read this one table. */
export const BINDINGS = {
	begin: {
		mode: 'briefing',
		keys: ['enter', ' '],
		shown: 'enter',
		help: 'begin the shift',
		footer: 'enter begin',
	},
	briefingDown: {
		mode: 'briefing',
		keys: ['down', 'j', 'page-down'],
		shown: '↓',
		help: 'read on',
		footer: '↑ ↓ read',
	},
	briefingUp: {
		mode: 'briefing',
		keys: ['up', 'k', 'page-up'],
		shown: '↑',
		help: 'read back',
		footer: '',
	},
	leaveBriefing: {mode: 'briefing', keys: ['q'], shown: 'q', help: 'leave', footer: 'q leave'},
	interruptBriefing: {
		mode: 'briefing',
		keys: ['ctrl-c'],
		shown: 'ctrl-c',
		help: 'stop',
		footer: '',
	},

	command: {
		mode: 'panels',
		keys: [':', 'enter'],
		shown: ':',
		help: 'give an order (enter opens the line too)',
		footer: ': order',
		whyNot: whileItRuns,
	},
	help: {mode: 'panels', keys: ['?'], shown: '?', help: 'this page', footer: '? help'},
	pause: {
		mode: 'panels',
		keys: [' '],
		shown: 'space',
		help: 'stop time, and let it run again',
		footer: 'space pause',
		whyNot: whileItRuns,
	},
	next: {
		mode: 'panels',
		keys: ['n'],
		shown: 'n',
		help: 'run fast to the next event (half an hour at most)',
		footer: 'n next',
		whyNot: whileItRuns,
	},
	faster: {
		mode: 'panels',
		keys: ['+', '='],
		shown: '+',
		help: 'faster',
		footer: '+ - speed',
		whyNot: (ui, observation) =>
			ui.pace === SPEEDS.length - 1
				? `${String(SPEEDS[SPEEDS.length - 1])}x is the fastest; n jumps to the next event.`
				: whileItRuns(ui, observation),
	},
	slower: {
		mode: 'panels',
		keys: ['-', '_'],
		shown: '-',
		help: 'slower',
		footer: '',
		whyNot: (ui, observation) =>
			ui.pace === 0
				? '1x is real time, the slowest; space stops time.'
				: whileItRuns(ui, observation),
	},
	panel: {
		mode: 'panels',
		keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'v', 'o', 'b', 't', 'm'],
		shown: '0-9 letter',
		help: 'go to a panel by the key in its title',
		footer: '',
	},
	nextPanel: {
		mode: 'panels',
		keys: ['tab', 'right', 'l'],
		shown: 'tab',
		help: 'next panel',
		footer: 'tab panel',
	},
	previousPanel: {
		mode: 'panels',
		keys: ['shift-tab', 'left', 'h'],
		shown: 'shift-tab',
		help: 'previous panel',
		footer: '',
	},
	full: {
		mode: 'panels',
		keys: ['z'],
		shown: 'z',
		help: 'this panel alone on the whole screen, and back',
		footer: 'z zoom',
	},
	down: {
		mode: 'panels',
		keys: ['down', 'j'],
		shown: '↓ j',
		help: 'scroll the panel down',
		footer: '',
	},
	up: {mode: 'panels', keys: ['up', 'k'], shown: '↑ k', help: 'scroll the panel up', footer: ''},
	pageDown: {
		mode: 'panels',
		keys: ['page-down'],
		shown: 'page down',
		help: 'ten lines down',
		footer: '',
	},
	pageUp: {mode: 'panels', keys: ['page-up'], shown: 'page up', help: 'ten lines up', footer: ''},
	slowOnPage: {
		mode: 'panels',
		keys: ['s'],
		shown: 's',
		help: 'slow to 10x at the first page after a quiet spell: on or off',
		footer: '',
	},
	card: {
		mode: 'panels',
		keys: ['c'],
		shown: 'c',
		help: 'the result card, once the run has ended',
		footer: '',
		whyNot: (_: Ui, observation: Observation) =>
			observation.ended === null ? 'The card comes when the event is over.' : null,
	},
	back: {
		mode: 'panels',
		keys: ['escape'],
		shown: 'esc',
		help: 'one step back, never out',
		footer: '',
	},
	quit: {
		mode: 'panels',
		keys: ['q'],
		shown: 'q',
		help: 'leave; the run is saved',
		footer: 'q leave',
	},
	interrupt: {
		mode: 'panels',
		keys: ['ctrl-c'],
		shown: 'ctrl-c',
		help: 'stop at once (asks first)',
		footer: '',
	},
	suspend: {
		mode: 'panels',
		keys: ['ctrl-z'],
		shown: 'ctrl-z',
		help: 'to the shell; fg comes back',
		footer: '',
	},
	redraw: {
		mode: 'panels',
		keys: ['ctrl-l'],
		shown: 'ctrl-l',
		help: 'draw the screen anew',
		footer: '',
	},

	submit: {
		mode: 'prompt',
		keys: ['enter'],
		shown: 'enter',
		help: 'give the order',
		footer: 'enter give',
	},
	offer: {
		mode: 'prompt',
		keys: ['tab'],
		shown: 'tab',
		help: 'complete; again for the next word',
		footer: 'tab complete',
	},
	offerBack: {
		mode: 'prompt',
		keys: ['shift-tab'],
		shown: 'shift-tab',
		help: 'the word before',
		footer: '',
	},
	older: {
		mode: 'prompt',
		keys: ['up', 'ctrl-p'],
		shown: '↑',
		help: 'earlier orders',
		footer: '↑ ↓ history',
	},
	newer: {mode: 'prompt', keys: ['down', 'ctrl-n'], shown: '↓', help: 'later orders', footer: ''},
	closePrompt: {
		mode: 'prompt',
		keys: ['escape'],
		shown: 'esc',
		help: 'close the line without giving the order',
		footer: 'esc close',
	},
	eraseBefore: {mode: 'prompt', keys: ['backspace'], shown: 'backspace', help: 'erase', footer: ''},
	eraseAfter: {
		mode: 'prompt',
		keys: ['delete', 'ctrl-d'],
		shown: 'delete',
		help: 'erase forward',
		footer: '',
	},
	eraseWord: {
		mode: 'prompt',
		keys: ['ctrl-w'],
		shown: 'ctrl-w',
		help: 'erase the word',
		footer: '',
	},
	eraseLine: {
		mode: 'prompt',
		keys: ['ctrl-u'],
		shown: 'ctrl-u',
		help: 'erase the line',
		footer: '',
	},
	cursorLeft: {mode: 'prompt', keys: ['left', 'ctrl-b'], shown: '←', help: 'left', footer: ''},
	cursorRight: {mode: 'prompt', keys: ['right', 'ctrl-f'], shown: '→', help: 'right', footer: ''},
	lineStart: {
		mode: 'prompt',
		keys: ['home', 'ctrl-a'],
		shown: 'home',
		help: 'start of the line',
		footer: '',
	},
	lineEnd: {
		mode: 'prompt',
		keys: ['end', 'ctrl-e'],
		shown: 'end',
		help: 'end of the line',
		footer: '',
	},
	interruptPrompt: {
		mode: 'prompt',
		keys: ['ctrl-c'],
		shown: 'ctrl-c',
		help: 'stop at once (asks first)',
		footer: '',
	},
	suspendPrompt: {
		mode: 'prompt',
		keys: ['ctrl-z'],
		shown: 'ctrl-z',
		help: 'to the shell',
		footer: '',
	},

	closeHelp: {
		mode: 'help',
		keys: ['escape', '?', 'q', 'enter'],
		shown: 'esc',
		help: 'back to the console',
		footer: 'esc back',
	},
	helpDown: {mode: 'help', keys: ['down', 'j'], shown: '↓', help: 'read on', footer: '↑ ↓ read'},
	helpUp: {mode: 'help', keys: ['up', 'k'], shown: '↑', help: 'read back', footer: ''},
	helpPageDown: {
		mode: 'help',
		keys: ['page-down', ' '],
		shown: 'page down',
		help: 'ten lines on',
		footer: '',
	},
	helpPageUp: {
		mode: 'help',
		keys: ['page-up'],
		shown: 'page up',
		help: 'ten lines back',
		footer: '',
	},
	interruptHelp: {
		mode: 'help',
		keys: ['ctrl-c'],
		shown: 'ctrl-c',
		help: 'stop at once (asks first)',
		footer: '',
	},

	yes: {mode: 'ask', keys: ['y', 'Y'], shown: 'y', help: 'leave', footer: 'y leave'},
	yesAgain: {mode: 'ask', keys: ['ctrl-c'], shown: 'ctrl-c', help: 'leave', footer: ''},
	no: {mode: 'ask', keys: ['n', 'N', 'escape'], shown: 'n', help: 'stay', footer: 'n stay'},

	leaveCard: {
		mode: 'card',
		keys: ['q', 'enter'],
		shown: 'q',
		help: 'leave; the card is printed again',
		footer: 'q leave',
	},
	lookBack: {
		mode: 'card',
		keys: ['escape'],
		shown: 'esc',
		help: 'look at the console as it ended',
		footer: 'esc console',
	},
	cardDown: {
		mode: 'card',
		keys: ['down', 'j', 'page-down', ' '],
		shown: '↓',
		help: 'read on',
		footer: '↑ ↓ read',
	},
	cardUp: {mode: 'card', keys: ['up', 'k', 'page-up'], shown: '↑', help: 'read back', footer: ''},
	interruptCard: {mode: 'card', keys: ['ctrl-c'], shown: 'ctrl-c', help: 'stop', footer: ''},
} as const satisfies Readonly<Record<string, Binding>>;

export type BindingId = keyof typeof BINDINGS;

/** The bindings of one mode. */
export type IdOf<M extends Mode> = {
	[Id in BindingId]: (typeof BINDINGS)[Id]['mode'] extends M ? Id : never;
}[BindingId];

export function isIn<M extends Mode>(mode: M, id: BindingId): id is IdOf<M> {
	return BINDINGS[id].mode === mode;
}

const TABLE: readonly (readonly [BindingId, Binding])[] = Object.keys(BINDINGS)
	.filter(isBindingId)
	.map(id => [id, BINDINGS[id]]);

function isBindingId(id: string): id is BindingId {
	return id in BINDINGS;
}

/** What a key means in a mode, if anything. */
export function bindingOf(mode: Mode, key: Key): BindingId | null {
	return TABLE.find(([, row]) => row.mode === mode && row.keys.includes(key))?.[0] ?? null;
}

/** Why a binding does nothing just now, or null. */
export function whyNot(id: BindingId, ui: Ui, observation: Observation): string | null {
	const binding: Binding = BINDINGS[id];
	return binding.whyNot?.(ui, observation) ?? null;
}

export type KeyHelp = {
	readonly shown: string;
	readonly help: string;
	readonly footer: string;
	readonly works: boolean;
};

/** The rows of the table for one mode, for footer and help. */
export function keysFor(mode: Mode, ui: Ui, observation: Observation): readonly KeyHelp[] {
	return TABLE.filter(([, row]) => row.mode === mode).map(([id, row]) => ({
		shown: row.shown,
		help: row.help,
		footer: row.footer,
		works: whyNot(id, ui, observation) === null,
	}));
}
