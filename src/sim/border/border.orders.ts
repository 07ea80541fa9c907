import {
	done,
	refuse,
	send,
	type Acceptance,
	type StepContext,
	type Setup,
	type Order,
	type OrderTable,
	type Refusal,
	type Result,
} from '../kernel/index.ts';
import {borderMachine} from './border.machine.ts';
import {BORDER_PARAMETERS, type BorderParameters} from './border.parameters.ts';
import type {Border} from './border.types.ts';

export const BORDER_ORDERS = {
	'reroute-border': {
		forms: ['reroute border <zone>'],
		blanks: {zone: {kind: 'word', words: ['use1-az1']}},
		kind: 'do',
		seconds: BORDER_PARAMETERS.rerouteSeconds.value,
		team: 'network',
		needs: 'tools',
		what: 'steers traffic around the lossy border paths of a zone',
		risk: 'Helps against packet loss and nothing else; the people doing it are not looking elsewhere.',
		touches: 'the border paths of that zone, and the network team’s attention',
		example: 'reroute border use1-az1',
	},
} as const satisfies OrderTable;

/** Judges an order to the border as it is given. */
export function validateBorder(
	border: Border,
	order: Order,
	{parameters}: Setup<BorderParameters>,
): Acceptance | Refusal {
	switch (border.mode.value) {
		case 'lossy':
			return {ok: true, seconds: parameters.rerouteSeconds};
		case 'rerouted':
			return refuse('already-rerouted', `traffic of ${zoneOf(order)} is already rerouted`);
		default:
			return refuse('nothing-to-reroute', `the border of ${zoneOf(order)} loses no packets`);
	}
}

/** Carries an order to the border out, at the end of its time. */
export function applyBorder(
	border: Border,
	order: Order,
	by: string,
	_conditions: Setup<BorderParameters>,
	ctx: StepContext,
): Result {
	if (border.mode.value !== 'lossy') {
		return refuse('nothing-to-reroute', 'the packet loss ended before the traffic had moved');
	}
	send(borderMachine, border.mode, {type: 'TRAFFIC_REROUTED'}, ctx);
	ctx.say({
		source: 'border',
		level: 'info',
		kind: 'traffic-rerouted',
		text: `${zoneOf(order)} border: traffic steered around the lossy paths by ${by}`,
	});
	return done('Packet loss falls. Errors of other services do not.');
}

function zoneOf(order: Order): string {
	return String(order.args['zone']);
}
