import type {Observation} from '../../../observe/index.ts';
import {READ_ONLY} from '../../do/may.ts';
import {FASTEST} from '../../programs/console/time/speeds.ts';
import type {Ui} from '../ui.types.ts';
import {bindingsIn, INTERRUPT} from './bindings-in.ts';

const whileItRuns = (_: Ui, observation: Observation) =>
	observation.ended === null ? null : 'The run has ended: {card} shows the card, {quit} leaves.';

/** For what would give an order or leave a mark in the run. */
const forPlayers = (ui: Ui, observation: Observation) =>
	ui.readOnly ? READ_ONLY : whileItRuns(ui, observation);

/** Keys on the console itself, while nothing is open. */
export const PANEL_BINDINGS = bindingsIn('panels', {
	command: {
		keys: [':'],
		help: 'the command line: any order, or a word of the console…',
		footer: 'order',
		whyNot: whileItRuns,
	},
	palette: {
		keys: ['a'],
		help: 'act: find an order, those of this panel first…',
		footer: 'act',
		whyNot: forPlayers,
	},
	open: {
		keys: ['enter'],
		help: 'what can be done about the line under the cursor…; from the overview to its panel',
		whyNot: (ui: Ui, observation: Observation) =>
			ui.focus === 'overview' ? null : forPlayers(ui, observation),
	},
	pause: {
		keys: [' '],
		help: 'stop time, and let it run again',
		footer: 'pause',
		whyNot: whileItRuns,
	},
	next: {
		keys: ['n'],
		help: 'run to the next event (half an hour at most)',
		footer: 'next',
		whyNot: whileItRuns,
	},
	help: {keys: ['?'], help: 'help for where you are', footer: 'help'},
	nextDecision: {
		keys: ['N'],
		help: 'run to the next event that asks for a decision (half an hour at most)',
		footer: 'next decision',
		whyNot: whileItRuns,
	},
	inbox: {keys: ['i'], help: 'what is unread, what presses most first', footer: 'inbox'},
	faster: {
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
		keys: ['-', '_'],
		help: 'slower',
		whyNot: (ui: Ui, observation: Observation) =>
			ui.pace === 0 && ui.heat === null
				? '1x is real time, the slowest; {pause} stops time.'
				: whileItRuns(ui, observation),
	},
	filter: {
		keys: ['/'],
		help: 'show only rows of this panel that hold a text (! turns it round)',
		footer: 'filter',
	},
	hypothesis: {
		keys: ['h'],
		help: 'note what you suspect, and how sure you are…',
		footer: 'suspect',
		whyNot: forPlayers,
	},
	preset: {
		keys: ['p'],
		help: 'other panels side by side: overview, diagnose, comms',
		footer: 'preset',
	},
	full: {keys: ['z'], help: 'this panel alone on the whole screen, and back', footer: 'zoom'},
	nextPanel: {keys: ['tab', 'right', ']'], help: 'next panel', footer: 'panel'},
	previousPanel: {keys: ['shift-tab', 'left', '['], help: 'previous panel'},
	down: {keys: ['down', 'j'], help: 'down'},
	up: {keys: ['up', 'k'], help: 'up'},
	pageDown: {keys: ['page-down', 'ctrl-d'], help: 'ten lines down'},
	pageUp: {keys: ['page-up', 'ctrl-u'], help: 'ten lines up'},
	top: {keys: ['home', 'g'], help: 'to the first line'},
	bottom: {keys: ['end', 'G'], help: 'to the last line'},
	slows: {keys: ['s'], help: 'whether time slows by itself when something happens: on or off'},
	card: {
		keys: ['c'],
		help: 'the result card, once the run has ended',
		whyNot: (_: Ui, observation: Observation) =>
			observation.ended === null ? 'The card comes when the event is over.' : null,
	},
	back: {keys: ['escape'], help: 'one step back, never out', fixed: true},
	quit: {keys: ['q'], help: 'leave; the run can be taken up again', footer: 'leave'},
	interrupt: INTERRUPT,
	suspend: {keys: ['ctrl-z'], help: 'to the shell; fg comes back', fixed: true},
	redraw: {keys: ['ctrl-l'], help: 'draw the screen anew'},
});
