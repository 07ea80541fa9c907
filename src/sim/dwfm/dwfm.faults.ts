import {faultsFor, percent, type Setup, SHARE, type StepContext} from '../kernel/index.ts';
import {constantsOf} from './constants.ts';
import {putBack} from './crowds.ts';
import type {DwfmParameters} from './dwfm.parameters.ts';
import type {Dwfm} from './dwfm.types.ts';
import {isDown, restartHost} from './restarts.ts';
import {openSecond} from './scratch.ts';

const fault = faultsFor<Dwfm, DwfmParameters>();

const DOWN_SECONDS = {kind: 'whole', min: 1, max: 86_400, unit: 's'} as const;

export const DWFM_FAULTS = {
	'break-leases': fault({
		kind: 'fault',
		what: 'that share of every host’s droplet leases breaks at once',
		blanks: {share: SHARE},
		apply: (dwfm, {share}, setup, ctx) => {
			breakLeases(dwfm, share, setup, ctx);
		},
	}),
	'lose-managers': fault({
		kind: 'fault',
		what: 'that share of the droplet managers goes down, with its queue, for so long',
		blanks: {share: SHARE, seconds: DOWN_SECONDS},
		apply: (dwfm, {share, seconds}, setup, ctx) => {
			const constants = constantsOf(setup);
			const second = openSecond(constants, ctx.now);
			const lost = Math.round(share * constants.hosts);
			for (let host = 0; host < lost; host++) {
				restartHost(dwfm, constants, second, host);
				dwfm.downUntil[host] = ctx.now + seconds;
			}
			say(ctx, 'error', 'managers-lost', `${String(lost)} droplet managers do not answer`);
		},
	}),
	'return-managers': fault({
		kind: 'recovery',
		what: 'droplet managers that are down come up now',
		blanks: {},
		apply: (dwfm, _args, _setup, ctx) => {
			let back = 0;
			for (let host = 0; host < dwfm.downUntil.length; host++) {
				if (!isDown(dwfm, host)) continue;
				dwfm.downUntil[host] = ctx.now;
				back++;
			}
			if (back === 0) return;
			say(ctx, 'info', 'managers-back', `${String(back)} droplet managers are up again`);
		},
	}),
};

function breakLeases(
	dwfm: Dwfm,
	share: number,
	setup: Setup<DwfmParameters>,
	ctx: StepContext,
): void {
	const constants = constantsOf(setup);
	const second = openSecond(constants, ctx.now);
	const keep = 1 - share;
	for (let index = 0; index < dwfm.due.length; index++) dwfm.due[index]! *= keep;
	for (let index = 0; index < dwfm.missed.length; index++) dwfm.missed[index]! *= keep;
	for (let host = 0; host < constants.hosts; host++) {
		second.backingOff = dwfm.waiting[host]! * share;
		dwfm.waiting[host]! -= second.backingOff;
		dwfm.missing[host]! *= keep;
		putBack(dwfm, constants, second, host);
	}
	const broken = `${percent(share, 1)} of droplet leases are invalid`;
	say(ctx, 'error', 'leases-broken', broken);
}

function say(ctx: StepContext, level: 'info' | 'error', kind: string, text: string): void {
	ctx.say({source: 'dwfm', level, kind, text});
}
