import {bindingsIn} from './bindings-in.ts';

/** Keys that move a replay; all others look around as they do in a run. */
export const REPLAY_BINDINGS = bindingsIn('replay', {
	replayPause: {keys: [' '], help: 'pause or play', footer: 'play'},
	replayFaster: {keys: ['+', '='], help: 'faster', footer: 'speed', pair: 'replaySlower'},
	replaySlower: {keys: ['-', '_'], help: 'slower'},
	replayAt: {
		keys: [':'],
		help: '`at HH:MM` goes to a time (PDT, or `at HH:MM UTC`), `look SEAT` to a seat of a team, `look SEAT SEAT` to two',
		footer: 'at',
	},
	replayOrder: {keys: ['o'], help: 'to the next command', footer: 'command'},
	replayAlert: {keys: ['e'], help: 'to the next page', footer: 'alert'},
	replayMilestone: {keys: ['m'], help: 'to the next milestone', footer: 'milestone'},
	replayNext: {keys: ['n'], help: 'to the next of any of these'},
	replayOrderBack: {keys: ['O'], help: 'to the previous command'},
	replayAlertBack: {keys: ['E'], help: 'to the previous page'},
	replayMilestoneBack: {keys: ['M'], help: 'to the previous milestone'},
	replayBack: {keys: [',', '<'], help: 'five minutes back'},
	replayAhead: {keys: ['.', '>'], help: 'five minutes forward', footer: '5m'},
	replayStart: {keys: ['home'], help: 'to the beginning'},
	replayEnd: {keys: ['end'], help: 'to the end'},
	replayTakeOver: {keys: ['T'], help: 'take over from here', footer: 'take over'},
	replayLeave: {keys: ['q'], help: 'leave', footer: 'leave'},
	replayInterrupt: {keys: ['ctrl-c'], help: 'leave at once', fixed: true},
});
