import {createDns, DNS_FAULTS, DNS_PARAMETERS, stepDns} from './dns/index.ts';
import {
	applyFault,
	createAgenda,
	randomStreams,
	switchesOn,
	tick,
	valuesOf,
	type Tick,
} from './kernel/index.ts';
import type {WorldSettings} from './world.types.ts';

const REGIONAL = 0;
const ALONE = {internalErrors: 0};

/**
 * When the race empties the regional name under a seed, if it does by `until`. It lives the DNS automation
 * alone, which depends on nothing else before anybody acts, and so costs a thousandth of the whole Region.
 */
export function nameEmptiesAt(settings: WorldSettings, until: Tick): Tick | null {
	const setup = {
		parameters: valuesOf(DNS_PARAMETERS, settings.parameters.dns),
		switches: switchesOn(settings.switches),
	};
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(settings.seed),
		say: () => undefined,
	};
	const faults = settings.faults.filter(({to}) => to === 'dns');
	const dns = createDns(setup, ctx);
	while (ctx.now < until) {
		ctx.now = tick(ctx.now + 1);
		for (const {at, fault} of faults) {
			const isDue = at === ctx.now || (at === 0 && ctx.now === 1);
			if (isDue) applyFault(DNS_FAULTS, dns, fault, setup, ctx);
		}
		if (stepDns(dns, ALONE, setup, ctx).answers[REGIONAL] === 0) return ctx.now;
	}
	return null;
}
