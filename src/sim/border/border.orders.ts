import {done, refuse, rowsFor, send} from '../kernel/index.ts';
import {borderMachine} from './border.machine.ts';
import {BORDER_PARAMETERS, type BorderParameters} from './border.parameters.ts';
import type {Border} from './border.types.ts';

const row = rowsFor<Border, BorderParameters>({kind: 'do', team: 'network', needs: 'tools'});

export const BORDER_ORDERS = {
	'reroute-border': row({
		forms: ['reroute border <zone>'],
		blanks: {zone: {kind: 'word', words: ['use1-az1']}},
		seconds: BORDER_PARAMETERS.rerouteSeconds.value,
		what: 'steers traffic around the lossy border paths of a zone',
		risk: 'Helps against packet loss and nothing else; the people doing it are not looking elsewhere.',
		touches: 'the border paths of that zone, and the network team’s attention',
		example: 'reroute border use1-az1',
		moves: ['border.loss'],
		takes: (_border, _args, {parameters}) => parameters.rerouteSeconds,
		refuse: ({mode}, {zone}) => {
			switch (mode.value) {
				case 'lossy':
					return null;
				case 'rerouted':
					return refuse('already-rerouted', `traffic of ${zone} is already rerouted`);
				default:
					return refuse('nothing-to-reroute', `the border of ${zone} loses no packets`);
			}
		},
		apply: (border, {zone}, by, _setup, ctx) => {
			if (border.mode.value !== 'lossy') {
				return refuse('nothing-to-reroute', 'the packet loss ended before the traffic had moved');
			}
			send(borderMachine, border.mode, {type: 'TRAFFIC_REROUTED'}, ctx);
			ctx.say({
				source: 'border',
				level: 'info',
				kind: 'traffic-rerouted',
				text: `${zone} border: traffic steered around the lossy paths by ${by}`,
			});
			return done('Packet loss falls. Errors of other services do not.');
		},
	}),
};
