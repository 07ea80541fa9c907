import type {Observation} from '../../../observe/index.ts';
import {READ_ONLY} from '../../do/read-only.ts';
import {FASTEST} from '../../programs/console/time/speeds.ts';
import type {Ui} from '../ui.types.ts';
import {bindingsIn, INTERRUPT, whileItRuns} from './bindings-in.ts';

/** For what would give an order or leave a mark in the run. */
const forPlayers = (ui: Ui, observation: Observation) =>
	ui.readOnly ? READ_ONLY : whileItRuns(ui, observation);

/** Keys on the console itself, while nothing is open. */
export const PANEL_BINDINGS = bindingsIn('panels', {
	command: {
		keys: [':'],
		help: 'the command line: any command or console word…',
		footer: 'command',
		whyNot: whileItRuns,
	},
	palette: {
		keys: ['a'],
		help: 'act: find a command, those of this panel first…',
		footer: 'act',
		whyNot: forPlayers,
	},
	open: {
		keys: ['enter'],
		help: 'what you can do about the line under the cursor…; from the overview, its panel',
		whyNot: (ui: Ui, observation: Observation) =>
			ui.focus === 'overview' ? null : forPlayers(ui, observation),
	},
	pause: {
		keys: [' '],
		help: 'pause or resume time',
		footer: 'pause',
		whyNot: whileItRuns,
	},
	next: {
		keys: ['n'],
		help: 'run to the next event (half an hour at most)',
		footer: 'next',
		whyNot: whileItRuns,
	},
	help: {keys: ['?'], help: 'help for this screen', footer: 'help'},
	nextDecision: {
		keys: ['N'],
		help: 'run to the next event that asks for a decision (half an hour at most)',
		footer: 'next decision',
		whyNot: whileItRuns,
	},
	inbox: {keys: ['i'], help: 'what is unread, most urgent first', footer: 'inbox'},
	faster: {
		keys: ['+', '='],
		help: 'faster',
		footer: 'speed',
		pair: 'slower',
		whyNot: (ui: Ui, observation: Observation) =>
			ui.pace === FASTEST && ui.heat === null
				? 'Already at top speed; {next} runs to the next event.'
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
		help: 'show only rows of this panel that contain a text (! inverts)',
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
		help: 'which panels are side by side: overview, diagnose, comms',
		footer: 'preset',
	},
	full: {keys: ['z'], help: 'zoom this panel to the whole screen, and back', footer: 'zoom'},
	nextPanel: {keys: ['tab', 'right', ']'], help: 'next panel', footer: 'panel'},
	previousPanel: {keys: ['shift-tab', 'left', '['], help: 'previous panel'},
	down: {keys: ['down', 'j'], help: 'down'},
	up: {keys: ['up', 'k'], help: 'up'},
	pageDown: {keys: ['page-down', 'ctrl-d'], help: 'a page down'},
	pageUp: {keys: ['page-up', 'ctrl-u'], help: 'a page up'},
	top: {keys: ['home', 'g'], help: 'to the first line'},
	bottom: {keys: ['end', 'G'], help: 'to the last line'},
	slows: {keys: ['s'], help: 'slow time automatically when something happens: on or off'},
	card: {
		keys: ['c'],
		help: 'the result card, once the run has ended',
		whyNot: (_: Ui, observation: Observation) =>
			observation.ended === null ? 'The result card comes when the run ends.' : null,
	},
	back: {keys: ['escape'], help: 'back one step, never out', fixed: true},
	quit: {keys: ['q'], help: 'quit; the run can be resumed', footer: 'leave'},
	interrupt: INTERRUPT,
	suspend: {keys: ['ctrl-z'], help: 'suspend to the shell; fg resumes', fixed: true},
	redraw: {keys: ['ctrl-l'], help: 'redraw the screen'},
});
