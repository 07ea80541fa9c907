import {METRICS} from '../../observe/index.ts';
import {LEVER_MEASURES} from './lever-measures.ts';
import {
	CALLER_NAMES,
	elsewhereOf,
	HARM_PARTS,
	harmOf,
	leverSetTo,
	NAME_ELSEWHERE_EMPTY,
	ownerOf,
	SHED,
	troubleOf,
	type OrderRecord,
	type World,
	valueAt,
} from '../../sim/index.ts';

/** Reads a number off the Region as it is, not as the pipeline shows it. */
export type Measure = (world: World, since: Since) => number;

/** What is counted from the second in which the player took over. */
export type Since = {
	/** Orders on record by then: of those that follow, the ones with a number above zero are the player's. */
	readonly orders: number;
	/** Harm by then: the sum, then each kind in the order of HARM_PARTS. */
	readonly harm: Float64Array;
	/** Promised words that had not come. */
	readonly promisesBroken: number;
};

/** Every number that conditions can be about: all metrics, what was harmed, and what the player has done. */
export const MEASURES: Readonly<Record<string, Measure>> = {
	...Object.fromEntries(METRICS.map(({id, read}) => [id, (world: World) => read(world)])),
	'harm.total': (world, {harm}) => harmOf(world).total - (harm[0] ?? 0),
	...Object.fromEntries(
		HARM_PARTS.map(({id}, index) => [
			`harm.${id}`,
			(world: World, {harm}: Since) => (harmOf(world).parts[id] ?? 0) - (harm[index + 1] ?? 0),
		]),
	),
	// What people have set, where no panel shows it as a number.
	'dwfm.workers': ({dwfm}) => dwfm.threadsPerHost,
	'dwfm.deadline': ({dwfm}) => dwfm.deadlineSeconds,
	'dwfm.gated': ({dwfm}) => (dwfm.gatePerSecond === null ? 0 : 1),
	'ec2.throttled': ({launches}) => (launches.launchCap.kind === 'none' ? 0 : 1),
	'ec2.terminationsThrottled': ({launches}) => (launches.terminationCap.kind === 'none' ? 0 : 1),
	'jobs.replayLimit': ({customer}) => customer.replayLimit,
	'lambda.pollerLimit': ({lambda}) => lambda.pollerLimit,
	'nlb.registrationHeld': ({nlb}) => (nlb.registrationHeld ? 1 : 0),
	...Object.fromEntries(
		LEVER_MEASURES.map(({id, type, on}) => [id, (world: World) => leverSetTo(world, type, on)]),
	),
	'signIn.shed': world => CALLER_NAMES.filter(name => leverSetTo(world, SHED, name) > 0).length,
	'connect.callbacksOwed': ({connect}) => connect.callbacksOwedSeconds ?? 0,
	'connect.agentsOut': ({connect}) => connect.agentsOutShare,
	'containers.running': ({containers}) => containers.output.runningShare,
	'globalTables.late': ({dynamodb}) => dynamodb.output.replicasLateShare,
	'elsewhere.gone': world => elsewhereIn(world).goneShare,
	'elsewhere.launchErrors': world => elsewhereIn(world).errors,
	'elsewhere.nameEmpty': world => troubleOf(world, NAME_ELSEWHERE_EMPTY),
	'support.bypassed': ({support}) => (support.bypassed ? 1 : 0),
	'orders.given': (world, since) => count(world, since, () => true),
	'updates.posted': updatesPosted,
	'promises.broken': ({incidentCall: call}, {promisesBroken}) =>
		call.output.promisesBroken - promisesBroken,
	'orders.refused': (world, since) => count(world, since, ({state}) => state === 'refused'),
	'orders.touched': (world, since) =>
		count(world, since, ({state, order}) => state === 'done' && touches(order)),
};

/** How often the player told customers how things stand. */
export function updatesPosted(world: World, since: Since): number {
	return count(world, since, ({state, order}) => state === 'done' && UPDATES.has(order.id));
}

/** Orders that tell customers how things stand. */
const UPDATES: ReadonlySet<string> = new Set(['post', 'update']);

/** Where counting begins in a world that is being taken over. */
export function sinceNow(world: World): Since {
	const harm = new Float64Array(HARM_PARTS.length + 1);
	const {total, parts} = harmOf(world);
	harm.set([total, ...HARM_PARTS.map(({id}) => parts[id] ?? 0)]);
	const {promisesBroken} = world.incidentCall.output;
	return {orders: world.orders.length, harm, promisesBroken};
}

function elsewhereIn(world: World) {
	return elsewhereOf(world, world.derived.setups.launches.parameters);
}

/** Looking, talking and signing in leave the Region as it is. */
function touches(order: OrderRecord['order']): boolean {
	const owner = ownerOf(order);
	return owner !== null && owner !== 'incidentCall' && !OWN_ACCESS.has(order.id);
}

const OWN_ACCESS: ReadonlySet<string> = new Set(['sign-in-console', 'break-glass-access']);

function count(world: World, {orders}: Since, counts: (record: OrderRecord) => boolean): number {
	let counted = 0;
	for (let index = orders; index < world.orders.length; index++) {
		const record = valueAt(world.orders, index);
		if (record.number > 0 && counts(record)) counted += 1;
	}
	return counted;
}
