import {valueAt, numberAt} from '../sim/index.ts';
import type {World} from '../sim/index.ts';
import {
	HOST_MODES,
	hostsStuckIfRestoredNow,
	marginOf,
	negativeSecondsOf,
	zoneOf,
	zonePlaces,
} from './subsystems.ts';
import type {
	NlbInspection,
	Curve,
	HostInspection,
	HostsInspection,
	Probe,
	ThrottlesInspection,
} from './instruments.types.ts';

const HOSTS_SHOWN = 8;

export function hostsInspection(world: World): HostsInspection {
	const {dwfm: droplets, now} = world;
	const worst = hostsOf(world)
		.sort((a, b) => b.broken - a.broken || a.host - b.host)
		.slice(0, HOSTS_SHOWN);
	return {
		at: now,
		managers: droplets.waiting.length,
		deadlineSeconds: droplets.deadlineSeconds,
		threadsPerHost: droplets.threadsPerHost,
		gatePerSecond: droplets.gatePerSecond,
		worst,
	};
}

function hostsOf(world: World): HostInspection[] {
	const {dwfm: droplets} = world;
	return Array.from(droplets.waiting, (_, host): HostInspection => {
		const attempting = numberAt(droplets.attempting, host);
		const broken =
			numberAt(droplets.backingOff, host) +
			numberAt(droplets.held, host) +
			numberAt(droplets.reserve, host) +
			attempting;
		return {
			host: host + 1, // As `restart dwfm host` counts them.
			zone: zoneOf(host),
			state: stateOf(world, host),
			broken,
			queued: attempting + numberAt(droplets.checking, host) + numberAt(droplets.workflows, host),
			expired: numberAt(droplets.zombieItems, host),
		};
	});
}

function stateOf({dwfm}: World, host: number): HostInspection['state'] {
	const mode = valueAt(HOST_MODES, numberAt(dwfm.hostModes, host));
	return mode === 'cutOff' ? 'cut off' : mode;
}

/** Offered retry work against free capacity (model 11): how near the fleet is to a collapse of its own. */
export function curveOf(world: World): Curve {
	const {dwfm: droplets, launches, derived: machinery} = world;
	const probesPerSecond = launches.output.probesOnReturnPerSecond;
	const managers = droplets.waiting.length;
	const mean = {tippingPoint: 0, capacity: 0, checks: 0, workPerBroken: 0};
	let managersPast = 0;
	let pressureWorst = 0;
	for (let host = 0; host < managers; host++) {
		const margin = marginOf(droplets, machinery.setups.dwfm, probesPerSecond, host);
		if (margin.margin < 1) managersPast += 1;
		pressureWorst = Math.max(pressureWorst, margin.pressure);
		mean.tippingPoint += margin.tippingPoint / managers;
		mean.capacity += margin.capacity / managers;
		mean.checks += margin.checks / managers;
		mean.workPerBroken += margin.workPerBroken / managers;
	}
	const broken = droplets.output.broken / managers;
	const leases = (droplets.output.broken + droplets.output.leased) / managers;
	return {
		at: world.now,
		leases,
		offeredWithNone: mean.checks,
		offeredWithAll: mean.checks + leases * mean.workPerBroken,
		capacity: mean.capacity,
		broken,
		tippingPoint: mean.tippingPoint,
		margin: mean.tippingPoint / Math.max(1, broken),
		pressureWorst,
		managersPast,
		managers,
	};
}

/** A fork of the fleet, three quarters of an hour ahead with DynamoDB back: nobody had this on the day. */
export function probeOf({dwfm, launches, derived, now}: World): Probe {
	const {probesOnReturnPerSecond, placeableOnReturnPerSecond} = launches.output;
	const meets = {
		probesPerSecond: probesOnReturnPerSecond,
		placedPerSecond: placeableOnReturnPerSecond,
		keepSeconds: negativeSecondsOf(derived.setups.resolvers),
	};
	return {
		at: now,
		stuck: hostsStuckIfRestoredNow(dwfm, derived.setups.dwfm, meets),
		managers: dwfm.waiting.length,
	};
}

export function nlbInspection(world: World): NlbInspection {
	const {nlb, derived: machinery, now} = world;
	return {
		at: now,
		failoverOn: nlb.output.failoverOn,
		zones: zonePlaces(nlb, machinery.setups.nlb),
	};
}

export function throttlesInspection({
	launches,
	dwfm: droplets,
	lambda: functions,
	now,
}: World): Required<ThrottlesInspection> {
	const {launchCapPerSecond, terminationCapPerSecond} = launches.output;
	return {
		at: now,
		launchesPerSecond: launchCapPerSecond < 0 ? null : launchCapPerSecond,
		terminationsPerSecond: terminationCapPerSecond < 0 ? null : terminationCapPerSecond,
		gatePerSecond: droplets.gatePerSecond,
		lambdaAsyncShare: functions.asyncLimit,
		lambdaPollerShare: functions.pollerLimit,
	};
}
