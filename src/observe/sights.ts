import {isInspection} from './doors.ts';
import type {Order, World} from '../sim/index.ts';
import type {Instruments, ZoneSight} from './instruments.types.ts';
import {enactorsSight, zoneSight} from './sight-dns.ts';
import {balancersSight, curveOf, hostsSight, probeOf, throttlesSight} from './sight-ec2.ts';

/** Zones remembered at most: all there are. */
const ZONES_MAX = 24;

/** What the looks have brought back so far, each replaced when it is looked at again. */
export type Sights = {-readonly [Key in keyof Instruments]: Instruments[Key]};

export function createSights(): Sights {
	return {
		zones: [],
		enactors: null,
		hosts: null,
		curve: null,
		probe: null,
		balancers: null,
		throttles: null,
	};
}

/** Takes what a finished look found into the panels' memory, where a panel keeps on showing it. */
export function remember(sights: Sights, order: Order, world: World): void {
	if (!isInspection(order)) return;
	switch (order.id) {
		case 'show-zone':
		case 'show-zone-plans': {
			const withPlans = order.id === 'show-zone-plans';
			sights.zones = withZone(sights.zones, zoneSight(world, order.args.endpoint, withPlans));
			return;
		}
		case 'show-enactors':
			sights.enactors = enactorsSight(world);
			return;
		case 'show-hosts':
			sights.hosts = hostsSight(world);
			return;
		case 'show-curve':
			sights.curve = curveOf(world);
			return;
		case 'show-probe':
			sights.probe = probeOf(world);
			return;
		case 'show-balancers':
			sights.balancers = balancersSight(world);
			return;
		case 'show-throttles':
			sights.throttles = throttlesSight(world);
			return;
		default:
			return;
	}
}

function withZone(zones: readonly ZoneSight[], seen: ZoneSight): readonly ZoneSight[] {
	const others = zones.filter(({endpoint}) => endpoint !== seen.endpoint);
	return [seen, ...others.slice(0, ZONES_MAX - 1)];
}
