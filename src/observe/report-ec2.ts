import type {World} from '../sim/index.ts';
import {marginOf, zoneOf} from './doors.ts';
import {duration, percent, perSecond, whole} from './words.ts';

const HOSTS_SHOWN = 8;

export function leaseLines(world: World): readonly string[] {
	const {leased, broken, leasedShare, queued, goodputPerSecond, timeoutsPerSecond} =
		world.droplets.output;
	return [
		`held ${whole(leased)} (${percent(leasedShare)}), broken ${whole(broken)}`,
		`in the queues ${whole(queued)}; taken again or checked in time ${perSecond(goodputPerSecond)}; timed out ${perSecond(timeoutsPerSecond)}`,
	];
}

type Host = {
	readonly host: number;
	readonly broken: number;
	readonly queued: number;
	readonly expired: number;
	readonly state: string;
};

export function hostLines(world: World): readonly string[] {
	const {droplets} = world;
	const out = droplets.output;
	const hosts = hostsOf(world);
	hosts.sort((a, b) => b.broken - a.broken || a.host - b.host);
	return [
		`${String(hosts.length)} droplet managers: ${whole(out.hostsDown)} restarting, ${whole(out.hostsCut)} without DynamoDB, ${whole(out.hostsStuck)} stuck`,
		`queued ${whole(out.queued)}, past the deadline ${whole(out.zombies)}, oldest ${duration(out.oldestSeconds)} (deadline ${duration(droplets.deadlineSeconds)})`,
		`executed ${perSecond(out.throughputPerSecond)}, of use ${perSecond(out.goodputPerSecond)}, timed out ${perSecond(out.timeoutsPerSecond)}`,
		`gate ${droplets.gatePerSecond === null ? 'open' : `${perSecond(droplets.gatePerSecond)} for each manager`}; ${String(droplets.threadsPerHost)} threads each`,
		...hosts
			.slice(0, HOSTS_SHOWN)
			.map(
				({host, broken, queued, expired, state}) =>
					`host ${String(host).padStart(2)}  ${zoneOf(host)}  ${state.padEnd(10)}  broken ${whole(broken)}  queued ${whole(queued)}  expired ${whole(expired)}`,
			),
	];
}

function hostsOf(world: World): Host[] {
	const {droplets} = world;
	return Array.from(droplets.waiting, (_, host): Host => {
		const attempting = droplets.attempting[host]!;
		const broken =
			droplets.backingOff[host]! + droplets.held[host]! + droplets.reserve[host]! + attempting;
		return {
			host,
			broken,
			queued: attempting + droplets.checking[host]! + droplets.workflows[host]!,
			expired: droplets.zombieItems[host]!,
			state: stateOf(world, host),
		};
	});
}

function stateOf(world: World, host: number): string {
	const {droplets} = world;
	if (droplets.downUntil[host]! > world.now) return 'restarting';
	if (droplets.cut[host] === 1) return 'cut off';
	return droplets.stuck[host] === 1 ? 'stuck' : 'working';
}

/** Offered retry work against free capacity (model 11): how near the fleet is to a collapse of its own. */
export function curveLines(world: World): readonly string[] {
	const {droplets, launches, machinery} = world;
	const {probesPerSecond} = launches.output;
	let past = 0;
	let tipping = 0;
	let pressure = 0;
	const hosts = droplets.waiting.length;
	for (let host = 0; host < hosts; host++) {
		const margin = marginOf(droplets, machinery.conditions.droplets, probesPerSecond, host);
		if (margin.margin < 1) past += 1;
		tipping += margin.tippingPoint / hosts;
		pressure = Math.max(pressure, margin.pressure);
	}
	const broken = droplets.output.broken / hosts;
	return [
		`broken leases a manager, mean: ${whole(broken)}; tipping point B*: ${whole(tipping)}`,
		`margin B*/B: ${ratio(tipping / Math.max(1, broken))}; retry pressure R, worst manager: ${ratio(pressure)}`,
		`managers past their tipping point: ${String(past)} of ${String(hosts)}`,
		past === 0
			? 'stable: if every lease attempt could start now, all would be worked off'
			: 'past it, more work expires than is finished once DynamoDB answers',
	];
}

function ratio(value: number): string {
	return value >= 100 ? 'over 100' : value.toFixed(2);
}

export function launchLines(world: World): readonly string[] {
	const out = world.launches.output;
	return [
		`wanted ${perSecond(out.demandPerSecond)}, asked for ${perSecond(out.requestsPerSecond)} with retries`,
		`admitted ${perSecond(out.admittedPerSecond)}, RequestLimitExceeded ${perSecond(out.limitedPerSecond)}`,
		`InsufficientInstanceCapacity ${perSecond(out.insufficientPerSecond)}, failed otherwise ${perSecond(out.failedPerSecond)}`,
		`placed ${perSecond(out.placedPerSecond)}; of what is wanted ${percent(out.successShare)} succeeds`,
		`held back by customers ${whole(out.pentUp)}; terminations held ${whole(out.terminationsHeld)}`,
	];
}

export function throttleLines(world: World): readonly string[] {
	const {launches, droplets, functions} = world;
	return [
		`launches          ${capWords(launches.output.launchCapPerSecond)}`,
		`terminations      ${capWords(launches.output.terminationCapPerSecond)}`,
		`dwfm gate         ${droplets.gatePerSecond === null ? 'open' : `${perSecond(droplets.gatePerSecond)} for each manager`}`,
		`lambda async      ${percent(functions.asyncLimit)} of the full rate`,
		`lambda pollers    ${percent(functions.pollerLimit)} of the full rate`,
	];
}

function capWords(cap: number): string {
	return cap < 0 ? 'no throttle' : `at most ${perSecond(cap)}`;
}
