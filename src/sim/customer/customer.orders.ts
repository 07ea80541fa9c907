import {
	done,
	move,
	pauseRow,
	percent,
	refuse,
	refusePause,
	resumeRow,
	rowsFor,
	setPaused,
	type Setup,
} from '../kernel/index.ts';
import {trafficMachine} from './customer.machine.ts';
import {CUSTOMER_PARAMETERS, type CustomerParameters} from './customer.parameters.ts';
import {SHEDS, WORDS, type Customer} from './customer.types.ts';

const row = rowsFor<Customer, CustomerParameters>({kind: 'do', team: null, needs: 'nothing'});

const REQUESTS = ['ours.errors', 'ours.load', 'ours.retries'];

/** By a flag where the vendor answers, by hand where it does not. */
function byFlag(
	{vendors}: Customer,
	_args: unknown,
	{parameters}: Setup<CustomerParameters>,
): number {
	return vendors.value === 'up' ? parameters.flagSeconds : parameters.byHandSeconds;
}

function automation(place: 0 | 1, paused: boolean) {
	const [id, what, risk, touches] = (
		[
			['fleet-scale-in', 'taking servers away that look idle', 'servers', 'the size of our fleet'],
			['deploys', 'rolling out new versions', 'servers', 'servers that a roll-out replaces'],
		] as const
	)[place];
	const make = paused ? pauseRow : resumeRow;
	const held = make(id, {
		seconds: CUSTOMER_PARAMETERS.holdSeconds.value,
		team: null,
		what: `${paused ? 'stops' : 'resumes'} ${what}`,
		risk: paused
			? 'Idle servers cost money; nothing else.'
			: `While launches fail, lost ${risk} are not replaced.`,
		touches,
	});
	return row({
		...held,
		needs: 'nothing',
		moves: ['fleet.serversMissing', 'ours.load'],
		takes: (_customer, _args, {parameters}) => parameters.holdSeconds,
		refuse: ({automations}) => refusePause(automations[place], paused),
		apply: ({automations}, _args, by, _setup, ctx) => {
			setPaused(automations[place], paused, by, ctx);
			return done(`${automations[place].label} ${paused ? 'paused' : 'running'}.`);
		},
	});
}

export const CUSTOMER_ORDERS = {
	'pause-fleet-scale-in': automation(0, true),
	'resume-fleet-scale-in': automation(0, false),
	'pause-deploys': automation(1, true),
	'resume-deploys': automation(1, false),
	'shed-traffic': row({
		forms: ['shed <priority>'],
		blanks: {priority: {kind: 'word', words: SHEDS}},
		seconds: CUSTOMER_PARAMETERS.flagSeconds.value,
		what: 'turns requests away at the door by priority: `free` users who do not pay, `most` all but purchases and sign-in',
		risk: 'Who is shed is not served; `none` lets everybody in again, at once.',
		touches: 'who is let in at our gateway',
		example: 'shed free',
		moves: REQUESTS,
		liftedBy: 'shed none',
		takes: byFlag,
		refuse: (customer, {priority}) =>
			customer.shed === priority ? refuse('no-change', `shedding is at ${priority}`) : null,
		apply: (customer, {priority}) => {
			customer.shed = priority;
			return done(priority === 'none' ? 'Everybody is let in.' : `Shedding: ${priority}.`);
		},
	}),
	'budget-retries': row({
		forms: ['budget retries <percent>'],
		blanks: {percent: {kind: 'whole', min: 0, max: 400, unit: '%', usual: [10, 50]}},
		seconds: CUSTOMER_PARAMETERS.flagSeconds.value,
		what: 'limits our clients’ retries to a part of their requests',
		risk: 'A passing failure is felt by more users; 400 is no limit.',
		touches: 'retries of our clients',
		example: 'budget retries 10',
		moves: REQUESTS,
		liftedBy: 'budget retries 400',
		takes: byFlag,
		apply: (customer, {percent: most}) => {
			customer.retryBudget = most >= 400 ? null : most / 100;
			return done(
				most >= 400
					? 'Clients retry as they like.'
					: `Clients retry at most ${percent(most / 100)}.`,
			);
		},
	}),
	'hold-replays': row({
		forms: ['hold replays'],
		blanks: {},
		seconds: CUSTOMER_PARAMETERS.replaySeconds.value,
		what: 'keeps waiting jobs waiting; new ones run',
		risk: 'What waits gets older.',
		touches: 'our queue of jobs',
		example: 'hold replays',
		moves: ['jobs.waiting', 'ours.load'],
		liftedBy: 'replay jobs 500',
		takes: (_customer, _args, {parameters}) => parameters.replaySeconds,
		refuse: ({replayLimit}) => (replayLimit === 0 ? refuse('no-change', 'replays are held') : null),
		apply: customer => {
			customer.replayLimit = 0;
			return done('Waiting jobs wait.');
		},
	}),
	'replay-jobs': row({
		forms: ['replay jobs <percent>'],
		blanks: {percent: {kind: 'whole', min: 1, max: 500, unit: '%', usual: [50, 100]}},
		seconds: CUSTOMER_PARAMETERS.replaySeconds.value,
		what: 'replays waiting jobs at a part of their usual rate, beside the new ones',
		risk: 'Jobs run before requests: 500 takes as many servers as there are.',
		touches: 'our queue of jobs, and servers that requests need',
		example: 'replay jobs 100',
		moves: ['jobs.waiting', 'ours.load'],
		takes: (_customer, _args, {parameters}) => parameters.replaySeconds,
		apply: (customer, {percent: rate}, _by, {parameters}) => {
			customer.replayLimit = Math.min(parameters.replayMax, rate / 100);
			return done(`Waiting jobs are replayed at ${percent(rate / 100)} of their usual rate.`);
		},
	}),
	'fail-over': row({
		forms: ['fail over <sessions>'],
		blanks: {sessions: {kind: 'word', words: ['new', 'all']}},
		seconds: CUSTOMER_PARAMETERS.failOverSeconds.value,
		what: 'sends sessions to the standby Region: `new` ones as they begin, or `all` at once',
		risk: 'The standby is cold and small, and its data is as old as replication is behind.',
		touches: 'where our sessions are served',
		example: 'fail over new',
		danger: 'Moved all at once, sessions arrive before servers do.',
		moves: ['ours.errors', 'standby.away', 'standby.load'],
		liftedBy: 'come back 100',
		takes: (_customer, _args, {parameters}) => parameters.failOverSeconds,
		refuse: ({traffic}, {sessions}) =>
			traffic.value === (sessions === 'new' ? 'newAway' : 'allAway')
				? refuse('no-change', `${sessions} sessions go to the standby`)
				: null,
		apply: ({traffic}, {sessions}, _by, _setup, ctx) => {
			move(trafficMachine, traffic, sessions === 'new' ? 'NEW_AWAY' : 'ALL_AWAY', ctx);
			return done(`${sessions === 'new' ? 'New' : 'All'} sessions go to the standby Region.`);
		},
	}),
	'come-back': row({
		forms: ['come back <percent>'],
		blanks: {percent: {kind: 'whole', min: 0, max: 100, unit: '%', usual: [25, 50, 100]}},
		seconds: CUSTOMER_PARAMETERS.failOverSeconds.value,
		what: 'serves that part of the sessions at home, the rest at the standby',
		risk: 'All at once they meet a cold cache and the servers that are left.',
		touches: 'where our sessions are served',
		example: 'come back 25',
		moves: ['ours.errors', 'standby.away', 'ours.load'],
		takes: (_customer, _args, {parameters}) => parameters.failOverSeconds,
		apply: (customer, {percent: share}, _by, _setup, ctx) => {
			customer.homeShare = share / 100;
			move(trafficMachine, customer.traffic, 'BACK', ctx);
			return done(`${percent(share / 100)} of sessions are served at home.`);
		},
	}),
	'move-status-page': row({
		forms: ['move status-page'],
		blanks: {},
		seconds: CUSTOMER_PARAMETERS.movePageSeconds.value,
		what: 'puts our status page where the Region cannot take it along',
		risk: 'Until its new address is known, some look at the old one.',
		touches: 'our status page',
		example: 'move status-page',
		moves: ['vendors.statusPageDown', 'ours.untold'],
		takes: (_customer, _args, {parameters}) => parameters.movePageSeconds,
		refuse: ({pageMoved}) =>
			pageMoved ? refuse('no-change', 'the status page is elsewhere') : null,
		apply: customer => {
			customer.pageMoved = true;
			return done('Our status page is served from elsewhere.');
		},
	}),
	'tell-customers': row({
		forms: ['tell customers <what>'],
		blanks: {what: {kind: 'word', words: WORDS}},
		seconds: CUSTOMER_PARAMETERS.tellSeconds.value,
		what: 'writes on our status page how it stands: `cause-unknown` says what we do not know',
		risk: '`restored` said too soon is remembered.',
		touches: 'what our customers know',
		example: 'tell customers cause-unknown',
		moves: ['ours.untold'],
		takes: (_customer, _args, {parameters}) => parameters.tellSeconds,
		askedAgain: true,
		refuse: ({output}) =>
			output.statusPageDown
				? refuse('page-down', 'our status page is in the Region: `move status-page` first')
				: null,
		apply: ({output, failing}, {what}) => {
			output.untoldSeconds = 0;
			if (what === 'restored' && failing) output.falseWords += 1;
			return done(`Customers read: ${what.replace('-', ' ')}.`);
		},
	}),
};
