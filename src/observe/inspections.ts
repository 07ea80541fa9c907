import {isInspection} from './subsystems.ts';
import type {Order, World} from '../sim/index.ts';
import type {Instruments, ZoneInspection} from './instruments.types.ts';
import {enactorsInspection, zoneInspection} from './inspect-dns.ts';
import {
	nlbInspection,
	curveOf,
	hostsInspection,
	probeOf,
	throttlesInspection,
} from './inspect-ec2.ts';

/** Zones remembered at most: all there are. */
const ZONES_MAX = 24;

/** What the looks have brought back so far, each replaced when it is looked at again. */
export type Inspections = {-readonly [Key in keyof Instruments]: Instruments[Key]};

export function createInspections(): Inspections {
	return {
		zones: [],
		enactors: null,
		hosts: null,
		curve: null,
		probe: null,
		nlb: null,
		throttles: null,
	};
}

/** Takes what a finished look found into the panels' memory, where a panel keeps on showing it. */
export function remember(inspections: Inspections, order: Order, world: World): void {
	if (!isInspection(order)) return;
	switch (order.id) {
		case 'show-zone':
		case 'show-zone-plans': {
			const withPlans = order.id === 'show-zone-plans';
			inspections.zones = withZone(
				inspections.zones,
				zoneInspection(world, order.args.endpoint, withPlans),
			);
			return;
		}
		case 'show-enactors':
			inspections.enactors = enactorsInspection(world);
			return;
		case 'show-hosts':
			inspections.hosts = hostsInspection(world);
			return;
		case 'show-curve':
			inspections.curve = curveOf(world);
			return;
		case 'show-probe':
			inspections.probe = probeOf(world);
			return;
		case 'show-balancers':
			inspections.nlb = nlbInspection(world);
			return;
		case 'show-throttles':
			inspections.throttles = throttlesInspection(world);
			return;
		default:
			return;
	}
}

function withZone(
	zones: readonly ZoneInspection[],
	seen: ZoneInspection,
): readonly ZoneInspection[] {
	const others = zones.filter(({endpoint}) => endpoint !== seen.endpoint);
	return [seen, ...others.slice(0, ZONES_MAX - 1)];
}
