import {unreachable, type Order, type World} from '../sim/index.ts';
import type {Board} from './dashboard.ts';
import {INSPECT_ORDERS, isInspection, type InspectOrder} from './subsystems.ts';
import type {Pipeline} from './pipeline.ts';
import {enactorLines, planLines, resolverLines, zoneLines} from './inspection-lines-dns.ts';
import {
	curveLines,
	hostLines,
	launchLines,
	leaseLines,
	probeLines,
	throttleLines,
} from './inspection-lines-ec2.ts';
import {
	automationLines,
	balancerLines,
	borderLines,
	connectLines,
	containerLines,
	identityLines,
	lambdaLines,
	networkLines,
	redshiftLines,
	serviceLines,
	supportLines,
	teamLines,
} from './inspection-lines-rest.ts';

/** What a look brings back, asked from the system itself; null for an order that is not a look. */
export function reportOf(
	order: Order,
	world: World,
	board: Board,
	pipeline: Pipeline,
): readonly string[] | null {
	if (!isInspection(order) || order.id === 'dig') return null;
	if (isLapsed(order, world)) {
		return ['The session lapsed before the tool answered.'];
	}
	return linesOf(order, world, {board, pipeline});
}

/** Whether the tool was shut by the time it would have answered. */
export function isLapsed(order: Order, world: World): boolean {
	const shut = world.identity.output.operator === 'failing';
	return shut && isInspection(order) && INSPECT_ORDERS[order.id].needs === 'tools';
}

type Public = {readonly board: Board; readonly pipeline: Pipeline};

function linesOf(
	order: Exclude<InspectOrder, {readonly id: 'dig'}>,
	world: World,
	{board, pipeline}: Public,
): readonly string[] {
	switch (order.id) {
		case 'show-zone':
			return zoneLines(world, order.args.endpoint, false);
		case 'show-zone-plans':
			return zoneLines(world, order.args.endpoint, true);
		case 'show-enactors':
			return enactorLines(world);
		case 'show-plans':
			return planLines(world);
		case 'show-leases':
			return leaseLines(world);
		case 'show-hosts':
			return hostLines(world);
		case 'show-curve':
			return curveLines(world);
		case 'show-probe':
			return probeLines(world);
		case 'show-launches':
			return launchLines(world);
		case 'show-throttles':
			return throttleLines(world);
		case 'show-network':
			return networkLines(world);
		case 'show-balancers':
			return balancerLines(world);
		case 'show-lambda':
			return lambdaLines(world);
		case 'show-connect':
			return connectLines(world);
		case 'show-containers':
			return containerLines(world);
		case 'show-redshift':
			return redshiftLines(world);
		case 'show-support':
			return supportLines(world);
		case 'show-identity':
			return identityLines(world);
		case 'show-border':
			return borderLines(world);
		case 'show-resolvers':
			return resolverLines(world);
		case 'show-automations':
			return automationLines(world);
		case 'show-services':
			return serviceLines(world, board, pipeline);
		case 'show-teams':
			return teamLines(world);
		default:
			return unreachable(order);
	}
}
