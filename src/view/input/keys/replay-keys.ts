import {bindingsIn} from './bindings-in.ts';

/** Keys that move a replay; all others look around as they do in a run. */
export const REPLAY_BINDINGS = bindingsIn('replay', {
	replayPause: {keys: [' '], help: 'stop here, or play on', footer: 'play'},
	replayFaster: {keys: ['+', '='], help: 'faster', footer: 'speed', pair: 'replaySlower'},
	replaySlower: {keys: ['-', '_'], help: 'slower'},
	replayAt: {
		keys: [':'],
		help: '`at HH:MM` goes to a time (PDT, or `at HH:MM UTC`), `look SEAT` to a seat of a team, `look SEAT SEAT` to two',
		footer: 'at',
	},
	replayOrder: {keys: ['o'], help: 'to the next order', footer: 'order'},
	replayAlert: {keys: ['e'], help: 'to the next page', footer: 'alert'},
	replayMilestone: {keys: ['m'], help: 'to the next milestone', footer: 'milestone'},
	replayNext: {keys: ['n'], help: 'to the next of any of these'},
	replayOrderBack: {keys: ['O'], help: 'to the order before'},
	replayAlertBack: {keys: ['E'], help: 'to the page before'},
	replayMilestoneBack: {keys: ['M'], help: 'to the milestone before'},
	replayBack: {keys: [',', '<'], help: 'five minutes back'},
	replayAhead: {keys: ['.', '>'], help: 'five minutes on', footer: '5m'},
	replayStart: {keys: ['home'], help: 'to the beginning'},
	replayEnd: {keys: ['end'], help: 'to the end'},
	replayTakeOver: {keys: ['T'], help: 'play on from here yourself', footer: 'take over'},
	replayLeave: {keys: ['q'], help: 'leave', footer: 'leave'},
	replayInterrupt: {keys: ['ctrl-c'], help: 'leave at once', fixed: true},
});
