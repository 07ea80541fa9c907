import type {Observation} from '../../../observe/index.ts';
import {READ_ONLY} from '../../do/may.ts';
import {FASTEST} from '../../programs/console/time/speeds.ts';
import type {Ui} from '../ui.types.ts';
import type {BindingTable} from './binding.types.ts';

const whileItRuns = (_: Ui, observation: Observation) =>
	observation.ended === null ? null : 'The run has ended: {card} shows the card, {quit} leaves.';

/** For what would give an order or leave a mark in the run. */
const forPlayers = (ui: Ui, observation: Observation) =>
	ui.readOnly ? READ_ONLY : whileItRuns(ui, observation);

const mode = 'panels';

/** Keys on the console itself, while nothing is open. */
export const PANEL_BINDINGS = {
	command: {
		mode,
		keys: [':'],
		help: 'the command line: any order, or a word of the console…',
		footer: 'order',
		whyNot: whileItRuns,
	},
	palette: {
		mode,
		keys: ['a'],
		help: 'act: find an order, those of this panel first…',
		footer: 'act',
		whyNot: forPlayers,
	},
	open: {
		mode,
		keys: ['enter'],
		help: 'what can be done about the line under the cursor…',
		footer: '',
		whyNot: forPlayers,
	},
	pause: {
		mode,
		keys: [' '],
		help: 'stop time, and let it run again',
		footer: 'pause',
		whyNot: whileItRuns,
	},
	next: {
		mode,
		keys: ['n'],
		help: 'run to the next event (half an hour at most)',
		footer: 'next',
		whyNot: whileItRuns,
	},
	help: {mode, keys: ['?'], help: 'help for where you are', footer: 'help'},
	faster: {
		mode,
		keys: ['+', '='],
		help: 'faster',
		footer: 'speed',
		pair: 'slower',
		whyNot: (ui: Ui, observation: Observation) =>
			ui.pace === FASTEST && ui.heat === null
				? 'This is the fastest; {next} runs to the next event.'
				: whileItRuns(ui, observation),
	},
	slower: {
		mode,
		keys: ['-', '_'],
		help: 'slower',
		footer: '',
		whyNot: (ui: Ui, observation: Observation) =>
			ui.pace === 0 && ui.heat === null
				? '1x is real time, the slowest; {pause} stops time.'
				: whileItRuns(ui, observation),
	},
	filter: {
		mode,
		keys: ['/'],
		help: 'show only rows of this panel that hold a text (! turns it round)',
		footer: 'filter',
	},
	hypothesis: {
		mode,
		keys: ['h'],
		help: 'note what you suspect, and how sure you are…',
		footer: 'suspect',
		whyNot: forPlayers,
	},
	preset: {
		mode,
		keys: ['p'],
		help: 'other panels side by side: overview, diagnose, comms',
		footer: 'preset',
	},
	full: {mode, keys: ['z'], help: 'this panel alone on the whole screen, and back', footer: 'zoom'},
	nextPanel: {mode, keys: ['tab', 'right', ']'], help: 'next panel', footer: 'panel'},
	previousPanel: {mode, keys: ['shift-tab', 'left', '['], help: 'previous panel', footer: ''},
	down: {mode, keys: ['down', 'j'], help: 'down', footer: ''},
	up: {mode, keys: ['up', 'k'], help: 'up', footer: ''},
	pageDown: {mode, keys: ['page-down', 'ctrl-d'], help: 'ten lines down', footer: ''},
	pageUp: {mode, keys: ['page-up', 'ctrl-u'], help: 'ten lines up', footer: ''},
	top: {mode, keys: ['home', 'g'], help: 'to the first line', footer: ''},
	bottom: {mode, keys: ['end', 'G'], help: 'to the last line', footer: ''},
	slows: {
		mode,
		keys: ['s'],
		help: 'whether time slows by itself when something happens: on or off',
		footer: '',
	},
	card: {
		mode,
		keys: ['c'],
		help: 'the result card, once the run has ended',
		footer: '',
		whyNot: (_: Ui, observation: Observation) =>
			observation.ended === null ? 'The card comes when the event is over.' : null,
	},
	back: {mode, keys: ['escape'], help: 'one step back, never out', footer: '', fixed: true},
	quit: {mode, keys: ['q'], help: 'leave; the run is saved', footer: 'leave'},
	interrupt: {mode, keys: ['ctrl-c'], help: 'stop at once (asks first)', footer: '', fixed: true},
	suspend: {mode, keys: ['ctrl-z'], help: 'to the shell; fg comes back', footer: '', fixed: true},
	redraw: {mode, keys: ['ctrl-l'], help: 'draw the screen anew', footer: ''},
} as const satisfies BindingTable;
