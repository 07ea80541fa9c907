import type {Level} from '../level/index.ts';
import type {Observation} from '../observe/index.ts';
import type {RoomPlan, Seat} from '../session/index.ts';
import type {Division} from '../team/index.ts';

/** Beginnings of metrics, alert groups, log sources and orders, by area. */
const AREAS: Readonly<
	Record<string, {readonly sees: readonly string[]; readonly orders: readonly string[]}>
> = {
	lead: {
		sees: ['call', 'detection', 'audit'],
		orders: [
			'declare',
			'page',
			'escalate',
			'release',
			'break glass',
			'show teams',
			'update',
			'post',
			'promise',
			'advise',
		],
	},
	names: {
		sees: [
			'dns',
			'dynamodb',
			'store',
			'border',
			'resolvers',
			'signIn',
			'sts',
			'iam',
			'planner',
			'enactor',
		],
		orders: [
			'dig',
			'show zone',
			'show enactors',
			'show plans',
			'repoint',
			'override',
			'force plan',
			'break lock',
			'flush',
			'reroute',
			'pause',
			'resume',
			'sign in',
		],
	},
	machines: {
		sees: [
			'dwfm',
			'ec2',
			'network',
			'nlb',
			'lambda',
			'sqs',
			'containers',
			'connect',
			'redshift',
			'support',
			'cloudwatch',
		],
		orders: [
			'gate',
			'restart',
			'workers',
			'timeout',
			'extend',
			'throttle',
			'show',
			'boost',
			'prioritise',
			'pin',
			'drain',
			'hold registration',
			'restore',
			'bypass',
		],
	},
};
const EVERYBODY = ['note', 'ack', 'shelve', 'unshelve'];

const SEATS: readonly Seat[] = [
	{id: 'commander', title: 'Commander', roles: ['commander'], areas: ['lead', 'names']},
	{id: 'engineer', title: 'Engineer', roles: ['engineer'], areas: ['machines', 'record']},
];
export const PLAYERS_DEFAULT = SEATS.length;

/** The seats of a level for so many people; a sentence where it has none for them. */
export function planFor(_level: Level, players: number): RoomPlan | string {
	if (players === SEATS.length) return {seats: SEATS, fog: 'thick'};
	return `--players expects ${String(SEATS.length)}: a room has as many seats.`;
}

/** What each seat of a plan sees and may order. */
export function divisionOf(_level: Level, {seats}: RoomPlan): Division {
	return {
		seats,
		see: ({id, areas}, observation) => seenBy(id, areas, observation),
		whoOrders(order) {
			if (startsWithOne(order, EVERYBODY)) return seats.map(({id}) => id);
			const length = ({areas}: Seat) => longestOf(areas, order);
			const best = Math.max(0, ...seats.map(length));
			return best === 0 ? [] : seats.filter(seat => length(seat) === best).map(({id}) => id);
		},
	};
}

function seenBy(id: string, areas: readonly string[], observation: Observation): Observation {
	const own = areas.flatMap(area => AREAS[area]?.sees ?? []);
	const isOwn = (name: string) => startsWithOne(name, own);
	const leads = areas.includes('lead') || areas.includes('record');
	const {metrics, alerts, log, orders} = observation;
	return {
		...observation,
		metrics: Object.fromEntries(Object.entries(metrics).filter(([metric]) => isOwn(metric))),
		alerts: alerts.filter(({group}) => isOwn(group)),
		log: log.filter(({source}) => isOwn(source)),
		orders: orders
			.filter(({by}) => by === id || leads)
			.map(order => (order.by === id ? order : {...order, message: '', lines: []})),
	};
}

function longestOf(areas: readonly string[], order: string): number {
	const beginnings = areas.flatMap(area => AREAS[area]?.orders ?? []);
	const fitting = beginnings.filter(beginning => order.startsWith(beginning));
	return Math.max(0, ...fitting.map(({length}) => length));
}

function startsWithOne(text: string, beginnings: readonly string[]): boolean {
	return beginnings.some(beginning => text.startsWith(beginning));
}
