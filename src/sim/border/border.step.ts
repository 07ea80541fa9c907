import {
	cancel,
	enter,
	percent,
	plan,
	send,
	type Setup,
	type StepContext,
	tick,
} from '../kernel/index.ts';
import {borderMachine} from './border.machine.ts';
import type {BorderParameters} from './border.parameters.ts';
import type {Border, BorderOutputs} from './border.types.ts';

/** A lossy border says so again, as probes do: the wrong lead keeps looking alive. */
const REPORT_SECONDS = 600;

/** A border without loss. */
export function createBorder(_conditions: Setup<BorderParameters>, ctx: StepContext): Border {
	return {
		mode: enter(borderMachine, 'border', ctx),
		lossShare: 0,
		output: {packetLossShare: 0},
	};
}

/** One second of the border. The loss is a fault with its own end: nothing here follows anything else. */
export function stepBorder(
	border: Border,
	{parameters}: Setup<BorderParameters>,
	ctx: StepContext,
): BorderOutputs {
	const left = border.mode.value === 'rerouted' ? parameters.lossLeftShare : 1;
	border.output.packetLossShare = border.lossShare * left;
	if (border.lossShare > 0 && ctx.now % REPORT_SECONDS === 0) {
		const loss = percent(border.output.packetLossShare, 1);
		ctx.say({
			source: 'border',
			level: 'warn',
			kind: 'packet-loss',
			text: `use1-az1 border: ${loss} of packets lost over the last ten minutes`,
		});
	}
	return border.output;
}

export const LOSS = 'border/loss';

/** Plans the end of the loss, which is the end of any that was planned before. */
export function planEnd(seconds: number, ctx: StepContext): void {
	cancel(ctx.agenda, LOSS);
	plan(ctx.agenda, tick(ctx.now + Math.ceil(seconds)), LOSS, LOSS, {type: 'LOSS_ENDED'});
}

/** Brings the border what it planned for itself. */
export function deliverBorder(
	border: Border,
	_to: string,
	event: {readonly type: string},
	_conditions: Setup<BorderParameters>,
	ctx: StepContext,
): void {
	if (event.type === 'LOSS_ENDED') endLoss(border, ctx);
	else send(borderMachine, border.mode, event, ctx);
}

export function endLoss(border: Border, ctx: StepContext): void {
	send(borderMachine, border.mode, {type: 'LOSS_ENDED'}, ctx);
	border.lossShare = 0;
	ctx.say({
		source: 'border',
		level: 'info',
		kind: 'packet-loss-ended',
		text: 'use1-az1 border: packet loss back to normal',
	});
}
