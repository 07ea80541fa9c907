import type {SystemId} from '../../observe/index.ts';
import {SUBSYSTEMS, type Order} from '../../sim/index.ts';

/** What an order puts in place that stays until another takes it back. */
export type Setting = {
	readonly kind: 'LIMIT' | 'DETOUR' | 'ADVICE';
	/** The same for the order that takes it back. */
	readonly about: string;
	/** As it stands: `launches 25 %`. */
	readonly text: string;
	/** The order that takes it back. */
	readonly lift: string;
	/** Systems that it acts on. */
	readonly acts: readonly SystemId[];
};

/** What a done order does to the list: puts something in place, or takes away what is about one of these. */
export type Effect = {readonly sets: Setting} | {readonly lifts: (about: string) => boolean};

type Rule = (args: Order['args']) => Effect;

const word = (args: Order['args'], name: string) => String(args[name] ?? '');
const is = (about: string): Effect => ({lifts: each => each === about});
const set = (
	kind: Setting['kind'],
	about: string,
	value: string,
	lift: string,
	...acts: readonly SystemId[]
): Effect => ({sets: {kind, about, text: `${about} ${value}`.trim(), lift, acts}});

/** A limit at all that is usual is one: what comes on top of the usual is still turned away. */
function share(value: number): string {
	return value < 100 ? `${String(value)} %` : `${String(value)} % (still a limit)`;
}

const onOff =
	(
		kind: Setting['kind'],
		about: (args: Order['args']) => string,
		lift: (args: Order['args']) => string,
		...acts: readonly SystemId[]
	): Rule =>
	args =>
		word(args, 'setting') === 'off' || word(args, 'state') === 'off'
			? is(about(args))
			: set(kind, about(args), 'on', lift(args), ...acts);

/** What is set back to its usual value stands no longer. */
const dial =
	(about: string, blank: string, unit: string, order: string, usual: number): Rule =>
	args =>
		Number(args[blank]) === usual
			? is(about)
			: set('DETOUR', about, `${word(args, blank)}${unit}`, `${order} ${String(usual)}`, 'nlb');

const throttle =
	(about: string, blank: string, ...acts: readonly SystemId[]): Rule =>
	args => {
		const value = Number(args[blank]);
		const said = blank === 'rate' ? `${String(value)}/s` : share(value);
		return set('LIMIT', about, said, `throttle ${about} off`, ...acts);
	};

/** Of the Lambda fleet: all of it is none. */
const fleetLimit =
	(about: string): Rule =>
	args =>
		Number(args['percent']) >= 100
			? is(about)
			: set('LIMIT', about, share(Number(args['percent'])), `throttle ${about} 100`, 'lambda');

const zoneHold =
	(how: string): Rule =>
	args => {
		const zone = word(args, 'zone');
		return set('DETOUR', `zone ${zone}`, how, `unpin zone ${zone}`, 'nlb');
	};

const unpinned: Rule = args =>
	word(args, 'endpoint') === ''
		? {lifts: about => about.startsWith('pin ')}
		: is(`pin ${word(args, 'endpoint')}`);

/** What the health checks are at while nobody has touched them. */
function usual(parameter: string): number {
	return SUBSYSTEMS.nlb.parameters[parameter]?.value ?? 0;
}

/** By the id of the order in the grammar. A command that is not here leaves nothing that somebody must take back. */
export const STANDING_RULES: Readonly<Record<string, Rule>> = {
	'throttle-launches': throttle('launches', 'rate', 'ec2'),
	'throttle-launches-percent': throttle('launches', 'share', 'ec2'),
	'throttle-launches-off': () => is('launches'),
	'throttle-terminations': throttle('terminations', 'rate', 'ec2', 'network'),
	'throttle-terminations-percent': throttle('terminations', 'share', 'ec2', 'network'),
	'throttle-terminations-off': () => is('terminations'),
	'throttle-async': fleetLimit('async'),
	'throttle-pollers': fleetLimit('pollers'),
	'gate-dwfm': args =>
		set('LIMIT', 'gate dwfm', `${word(args, 'rate')}/s`, 'gate dwfm off', 'dwfm'),
	'gate-dwfm-off': () => is('gate dwfm'),
	'hold-registration': args =>
		word(args, 'setting') === 'off'
			? is('registration held')
			: set('LIMIT', 'registration held', '', 'hold registration off', 'nlb'),
	override: args => {
		const [name, scope] = [word(args, 'name'), word(args, 'scope')];
		if (word(args, 'setting') === 'on') {
			return set(
				'DETOUR',
				`override ${name} ${scope}`,
				'on',
				`override ${name} ${scope} off`,
				'resolvers',
			);
		}
		const ends = name === 'all' ? ` ${scope}` : `override ${name} ${scope}`;
		return {lifts: about => about.startsWith('override ') && about.endsWith(ends)};
	},
	pin: args =>
		set(
			'DETOUR',
			`pin ${word(args, 'endpoint')}`,
			`${word(args, 'count')} addresses`,
			`repoint ${word(args, 'endpoint')} rollback`,
			'resolvers',
		),
	repoint: unpinned,
	'rebuild-zone': unpinned,
	'repoint-all': unpinned,
	'shed-traffic': args =>
		word(args, 'priority') === 'none'
			? is('shed')
			: set('LIMIT', 'shed', word(args, 'priority'), 'shed none', 'ours'),
	'budget-retries': args =>
		Number(args['percent']) >= 400
			? is('retries')
			: set('LIMIT', 'retries', `${word(args, 'percent')} %`, 'budget retries 400', 'ours'),
	'hold-replays': () => set('LIMIT', 'replays', 'held', 'replay jobs 500', 'jobs'),
	'replay-jobs': args =>
		Number(args['percent']) >= 500
			? is('replays')
			: set('LIMIT', 'replays', `${word(args, 'percent')} %`, 'replay jobs 500', 'jobs'),
	'fail-over': args =>
		set('DETOUR', 'sessions', `${word(args, 'sessions')} away`, 'come back 100', 'standby'),
	'come-back': args =>
		Number(args['percent']) >= 100
			? is('sessions')
			: set('DETOUR', 'sessions', `${word(args, 'percent')} % at home`, 'come back 100', 'standby'),
	'bypass-support': onOff(
		'DETOUR',
		() => 'support bypass',
		() => 'bypass support off',
		'support',
	),
	'shed-sign-in': args => {
		const caller = word(args, 'caller');
		return set(
			'LIMIT',
			`sign-in of ${caller}`,
			'turned away',
			`admit sign-in ${caller}`,
			'identity',
		);
	},
	'admit-sign-in': args => is(`sign-in of ${word(args, 'caller')}`),
	'extend-sessions': onOff(
		'DETOUR',
		() => 'sessions extended',
		() => 'extend sessions off',
		'identity',
	),
	'serve-iam': args =>
		word(args, 'source') === 'store'
			? is('IAM from its copy')
			: set('DETOUR', 'IAM from its copy', '', 'serve iam store', 'identity'),
	'switch-flows': args =>
		word(args, 'branch') === 'lambda'
			? is('flows without Lambda')
			: set('DETOUR', 'flows without Lambda', '', 'switch flows lambda', 'connect'),
	'offer-callbacks': onOff(
		'DETOUR',
		() => 'callbacks',
		() => 'offer callbacks off',
		'connect',
	),
	'play-message': onOff(
		'DETOUR',
		() => 'queue message',
		() => 'play message off',
		'connect',
	),
	'place-tasks': args =>
		word(args, 'provider') === 'ec2'
			? is('tasks on Fargate')
			: set('DETOUR', 'tasks on Fargate', '', 'place tasks ec2', 'containers'),
	'pin-zone': zoneHold('pinned'),
	'drain-zone': zoneHold('drained'),
	'unpin-zone': args => is(`zone ${word(args, 'zone')}`),
	'evacuate-zone': args => {
		const zone = word(args, 'zone');
		return set('DETOUR', `DynamoDB out of ${zone}`, '', `return zone ${zone}`, 'dynamodb');
	},
	'return-zone': args => is(`DynamoDB out of ${word(args, 'zone')}`),
	'boost-network': onOff(
		'DETOUR',
		() => 'network boost',
		() => 'boost network off',
		'network',
	),
	'coalesce-network': onOff(
		'DETOUR',
		() => 'network coalescing',
		() => 'coalesce network off',
		'network',
	),
	'prioritise-network': args =>
		word(args, 'priority') === 'none'
			? is('network priority')
			: set(
					'DETOUR',
					'network priority',
					word(args, 'priority'),
					'prioritise network none',
					'network',
				),
	'interval-checks': dial(
		'NLB check interval',
		'seconds',
		' s',
		'interval checks',
		usual('intervalSeconds'),
	),
	'threshold-checks': dial(
		'NLB check threshold',
		'count',
		' checks',
		'threshold checks',
		usual('thresholdChecks'),
	),
	advise: onOff(
		'ADVICE',
		args => word(args, 'advice'),
		args => `advise ${word(args, 'advice')} off`,
	),
};
