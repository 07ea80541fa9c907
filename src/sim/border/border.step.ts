import {
	assert,
	cancel,
	enter,
	plan,
	send,
	tick,
	type Fault,
	type StepContext,
	type Setup,
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
		const loss = `${(border.output.packetLossShare * 100).toFixed(1)} %`;
		ctx.say({
			source: 'border',
			level: 'warn',
			kind: 'packet-loss',
			text: `use1-az1 border: ${loss} of packets lost over the last ten minutes`,
		});
	}
	return border.output;
}

/** Damages the border: `{type: 'packet-loss', share: 0..1, seconds}`. It heals by itself. */
export function injectBorderFault(
	border: Border,
	fault: Fault,
	_conditions: Setup<BorderParameters>,
	ctx: StepContext,
): void {
	assert(fault.type === 'packet-loss', `the border knows the fault ${fault.type}`);
	const {share, seconds} = fault;
	assert(typeof share === 'number' && share >= 0 && share <= 1, 'a share of packets is 0 to 1');
	assert(typeof seconds === 'number' && seconds > 0, 'packet loss lasts some seconds');
	border.lossShare = share;
	send(borderMachine, border.mode, {type: 'LOSS_BEGAN'}, ctx);
	cancel(ctx.agenda, 'border/loss');
	plan(ctx.agenda, tick(ctx.now + Math.ceil(seconds)), 'border/loss', 'border/loss', {
		type: 'LOSS_ENDED',
	});
	ctx.say({
		source: 'border',
		level: 'warn',
		kind: 'packet-loss-began',
		text: `use1-az1 border: packet loss ${(share * 100).toFixed(0)} % on several paths`,
	});
}

/** Brings the border what it planned for itself. */
export function deliverBorder(
	border: Border,
	_to: string,
	event: {readonly type: string},
	_conditions: Setup<BorderParameters>,
	ctx: StepContext,
): void {
	send(borderMachine, border.mode, event, ctx);
	if (event.type !== 'LOSS_ENDED') return;
	border.lossShare = 0;
	ctx.say({
		source: 'border',
		level: 'info',
		kind: 'packet-loss-ended',
		text: 'use1-az1 border: packet loss back to normal',
	});
}
