import type {BindingTable} from './binding.types.ts';

const mode = 'replay';

/** Keys that move a replay; all others look around as they do in a run. */
export const REPLAY_BINDINGS = {
	replayPause: {mode, keys: [' '], help: 'stop here, or play on', footer: 'play'},
	replayFaster: {
		mode,
		keys: ['+', '='],
		help: 'faster',
		footer: 'speed',
		pair: 'replaySlower',
	},
	replaySlower: {mode, keys: ['-', '_'], help: 'slower', footer: ''},
	replayAt: {mode, keys: [':'], help: '`at HH:MM` goes to a time (PDT)', footer: 'at'},
	replayOrder: {mode, keys: ['o'], help: 'to the next order', footer: 'order'},
	replayAlert: {mode, keys: ['e'], help: 'to the next page', footer: 'alert'},
	replayMilestone: {mode, keys: ['m'], help: 'to the next milestone', footer: 'milestone'},
	replayNext: {mode, keys: ['n'], help: 'to the next of any of these', footer: ''},
	replayOrderBack: {mode, keys: ['O'], help: 'to the order before', footer: ''},
	replayAlertBack: {mode, keys: ['E'], help: 'to the page before', footer: ''},
	replayMilestoneBack: {mode, keys: ['M'], help: 'to the milestone before', footer: ''},
	replayBack: {mode, keys: [',', '<'], help: 'five minutes back', footer: ''},
	replayAhead: {mode, keys: ['.', '>'], help: 'five minutes on', footer: '5m'},
	replayStart: {mode, keys: ['home'], help: 'to the beginning', footer: ''},
	replayEnd: {mode, keys: ['end'], help: 'to the end', footer: ''},
	replayTakeOver: {mode, keys: ['T'], help: 'play on from here yourself', footer: 'take over'},
	replayLeave: {mode, keys: ['q'], help: 'leave', footer: 'leave'},
	replayInterrupt: {mode, keys: ['ctrl-c'], help: 'leave at once', footer: '', fixed: true},
} as const satisfies BindingTable;
