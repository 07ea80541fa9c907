import {automationsIn, leverSetTo, type World} from '../../sim/index.ts';
import {LEVER_MEASURES} from './lever-measures.ts';

/** Something that people have set and that stays until people lift it. */
export type Lever = {
	readonly id: string;
	/** As it stands, in a few words; null where it is not set. */
	readonly text: (world: World) => string | null;
	/** What is so once it is lifted. */
	readonly lifted: string;
	/** How the orders begin that set it; null where it sets itself, or an automation stands for it. */
	readonly setBy: string | null;
	/** Orders that lift it. */
	readonly lifts: readonly string[];
	/** What it bears on, while that is not as it should be. */
	readonly bears: readonly string[];
	/** The metric that shows it, and on which side of a limit it is lifted. */
	readonly shownBy: {readonly metric: string; readonly lifted: 'below' | 'above'} | null;
};

/** What a door shows while it stands, however well all behind it is. */
export const HELD_BACK = ['ec2.successShare', 'ec2.launchErrors', 'ec2.pentUp', 'ec2.limited'];
const FLEET = [
	'lambda.errors',
	'lambda.syncErrors',
	'lambda.sqsBacklog',
	'lambda.kinesisAge',
	'lambda.asyncBacklog',
];

export const LAUNCH_THROTTLE: Lever = {
	id: 'launch-throttle',
	lifted: 'no launch throttle',
	text: ({launches}) => capWords('launch throttle', launches.launchCap),
	setBy: 'throttle launches',
	lifts: ['throttle launches off'],
	bears: HELD_BACK,
	shownBy: {metric: 'ec2.throttled', lifted: 'below'},
};

export const TERMINATION_THROTTLE: Lever = {
	id: 'termination-throttle',
	lifted: 'no termination throttle',
	text: ({launches}) => capWords('termination throttle', launches.terminationCap),
	setBy: 'throttle terminations',
	lifts: ['throttle terminations off'],
	bears: [],
	shownBy: {metric: 'ec2.terminationsThrottled', lifted: 'below'},
};

export const FAILOVER: Lever = {
	id: 'nlb-failover',
	lifted: 'NLB failover on',
	text: ({nlb}) => (nlb.output.failoverOn ? null : 'NLB failover paused'),
	setBy: null,
	lifts: ['resume nlb-failover'],
	bears: [],
	shownBy: null,
};

/** In the order in which they are told. */
export const LEVERS_STANDING: readonly Lever[] = [
	LAUNCH_THROTTLE,
	TERMINATION_THROTTLE,
	{
		id: 'dwfm-gate',
		lifted: 'no DWFM gate',
		text: ({dwfm}) =>
			dwfm.gatePerSecond === null ? null : `DWFM gate ${String(dwfm.gatePerSecond)}/s`,
		setBy: 'gate dwfm',
		lifts: ['gate dwfm off'],
		bears: ['dwfm.leasedShare', ...HELD_BACK],
		shownBy: {metric: 'dwfm.gated', lifted: 'below'},
	},
	{
		id: 'sqs-pollers',
		lifted: 'SQS pollers up',
		text: ({lambda}) => (lambda.output.sqsPollersDown ? 'SQS pollers down' : null),
		setBy: null,
		lifts: ['restore pollers sqs'],
		bears: ['lambda.errors', 'lambda.sqsBacklog'],
		shownBy: {metric: 'lambda.sqsPollersDown', lifted: 'below'},
	},
	{
		id: 'poller-limit',
		lifted: 'no poller limit',
		text: ({lambda}) => limitWords('poller limit', lambda.pollerLimit),
		setBy: 'throttle pollers',
		lifts: ['throttle pollers 100'],
		bears: FLEET,
		shownBy: {metric: 'lambda.pollerLimit', lifted: 'above'},
	},
	{
		id: 'async-limit',
		lifted: 'no async limit',
		text: ({lambda}) => limitWords('async limit', lambda.asyncLimit),
		setBy: 'throttle async',
		lifts: ['throttle async 100'],
		bears: FLEET,
		shownBy: null,
	},
	{
		id: 'registration-held',
		lifted: 'NLB registration on',
		text: ({nlb}) => (nlb.registrationHeld ? 'NLB registration held' : null),
		setBy: 'hold registration',
		lifts: ['hold registration off'],
		bears: ['nlb.errors', 'nlb.zonesOut'],
		shownBy: {metric: 'nlb.registrationHeld', lifted: 'below'},
	},
	...LEVER_MEASURES.map(({id, type, on, set, lifted, setBy, lift, bears}) => ({
		...{id, lifted, setBy, lifts: [lift], bears},
		text: (world: World) => (leverSetTo(world, type, on) > 0 ? set : null),
		shownBy: {metric: id, lifted: 'below' as const},
	})),
	FAILOVER,
];

/** An automation that people have paused, as a lever that stands. */
export function pausedWords(world: World, id: string): string {
	const found = automationsIn(world).find(automation => automation.id === id);
	return `${found?.label ?? id} ${found?.paused === true ? 'paused' : 'running'}`;
}

function capWords(what: string, {kind, value}: World['launches']['launchCap']): string | null {
	switch (kind) {
		case 'none':
			return null;
		case 'rate':
			return `${what} at ${String(value)}/s`;
		case 'share':
			return `${what} at ${String(Math.round(1_000 * value) / 10)} %`;
	}
}

function limitWords(what: string, share: number): string | null {
	return share < 1 ? `${what} at ${String(Math.round(100 * share))} %` : null;
}
