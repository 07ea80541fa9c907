import {elsewhereOf, type World} from '../sim/index.ts';
import {curveOf, hostsInspection, probeOf, throttlesInspection} from './inspect-ec2.ts';
import {duration, shortShare, perSecond, whole} from './words.ts';

export function leaseLines(world: World): readonly string[] {
	const {leased, broken, leasedShare, queued, goodputPerSecond, timeoutsPerSecond} =
		world.dwfm.output;
	return [
		`held ${whole(leased)} (${shortShare(leasedShare)}), broken ${whole(broken)}`,
		`queued ${whole(queued)}; renewed or checked in time ${perSecond(goodputPerSecond)}; timed out ${perSecond(timeoutsPerSecond)}`,
	];
}

export function hostLines(world: World): readonly string[] {
	const out = world.dwfm.output;
	const {managers, deadlineSeconds, gatePerSecond, threadsPerHost, worst} = hostsInspection(world);
	return [
		`${String(managers)} droplet managers: ${whole(out.hostsDown)} restarting, ${whole(out.hostsCut)} without DynamoDB, ${whole(out.hostsStuck)} stuck`,
		`queued ${whole(out.queued)}, past the deadline ${whole(out.zombies)}, oldest ${duration(out.oldestSeconds)} (deadline ${duration(deadlineSeconds)})`,
		`executed ${perSecond(out.throughputPerSecond)}, useful ${perSecond(out.goodputPerSecond)}, timed out ${perSecond(out.timeoutsPerSecond)}`,
		`gate ${gatePerSecond === null ? 'open' : `${perSecond(gatePerSecond)} for each manager`}; ${String(threadsPerHost)} threads each`,
		...worst.map(
			({host, zone, broken, queued, expired, state}) =>
				`host ${String(host).padStart(2)}  ${zone}  ${state.padEnd(10)}  broken ${whole(broken)}  queued ${whole(queued)}  expired ${whole(expired)}`,
		),
	];
}

/** How near the fleet is to a collapse of its own, in words (model 11). */
export function curveLines(world: World): readonly string[] {
	const {broken, tippingPoint, margin, pressureWorst, managersPast, managers} = curveOf(world);
	return [
		`broken leases per manager, mean: ${whole(broken)}; tipping point B*: ${whole(tippingPoint)}`,
		`margin B*/B: ${ratio(margin)}; retry pressure R, worst manager: ${ratio(pressureWorst)}`,
		`managers past their tipping point: ${String(managersPast)} of ${String(managers)}`,
		managersPast === 0
			? 'stable: if every lease attempt could start now, the backlog would clear'
			: 'past it, more work expires than is finished once DynamoDB answers',
	];
}

export function probeLines(world: World): readonly string[] {
	const {stuck, managers} = probeOf(world);
	return [
		`if DynamoDB came back now: ${whole(stuck)} of ${String(managers)} managers stuck after 45 minutes`,
		stuck === 0
			? 'the fleet would recover by itself'
			: 'assuming no action; a gate or restarts would change it',
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
		`placed ${perSecond(out.placedPerSecond)}; of what is wanted ${shortShare(out.successShare)} succeeds`,
		`held back by customers ${whole(out.pentUp)}; terminations held ${whole(out.terminationsHeld)}`,
		...elsewhereLine(world),
	];
}

function elsewhereLine(world: World): readonly string[] {
	const {goneShare, errors} = elsewhereOf(world, world.derived.setups.launches.parameters);
	if (goneShare === 0) return [];
	return [
		`gone to another Region ${shortShare(goneShare)} of launches; there ${shortShare(errors)} of them fail`,
	];
}

export function throttleLines(world: World): readonly string[] {
	const seen = throttlesInspection(world);
	return [
		`launches          ${capWords(seen.launchesPerSecond)}`,
		`terminations      ${capWords(seen.terminationsPerSecond)}`,
		`dwfm gate         ${seen.gatePerSecond === null ? 'open' : `${perSecond(seen.gatePerSecond)} for each manager`}`,
		`lambda async      ${shortShare(seen.lambdaAsyncShare)} of the full rate`,
		`lambda pollers    ${shortShare(seen.lambdaPollerShare)} of the full rate`,
	];
}

function capWords(cap: number | null): string {
	return cap === null ? 'no throttle' : `at most ${perSecond(cap)}`;
}
