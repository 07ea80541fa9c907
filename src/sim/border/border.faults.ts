import {cancel, faultsFor, percent, SECONDS, send, SHARE} from '../kernel/index.ts';
import {borderMachine} from './border.machine.ts';
import type {BorderParameters} from './border.parameters.ts';
import {endLoss, LOSS, planEnd} from './border.step.ts';
import type {Border} from './border.types.ts';

const fault = faultsFor<Border, BorderParameters>();

export const BORDER_FAULTS = {
	'packet-loss': fault({
		kind: 'fault',
		what: 'paths at the border of use1-az1 lose that share of packets; it heals by itself',
		blanks: {share: SHARE, seconds: SECONDS},
		apply: (border, {share, seconds}, _setup, ctx) => {
			border.lossShare = share;
			send(borderMachine, border.mode, {type: 'LOSS_BEGAN'}, ctx);
			planEnd(seconds, ctx);
			ctx.say({
				source: 'border',
				level: 'warn',
				kind: 'packet-loss-began',
				text: `use1-az1 border: packet loss ${percent(share)} on several paths`,
			});
		},
	}),
	'end-packet-loss': fault({
		kind: 'recovery',
		what: 'the paths at the border carry every packet again',
		blanks: {},
		apply: (border, _args, _setup, ctx) => {
			if (border.lossShare === 0) return;
			cancel(ctx.agenda, LOSS);
			endLoss(border, ctx);
		},
	}),
};
