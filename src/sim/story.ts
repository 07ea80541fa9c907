import {createDns, DNS_PARAMETERS, stepDns, strikeDns} from './dns/index.ts';
import {createAgenda, luck, switchesOn, tick, valuesOf, type Tick} from './kernel/index.ts';
import type {WorldSettings} from './world.types.ts';

const REGIONAL = 0;

/**
 * When the race empties the regional name under a seed, if it does by `until`. It lives the DNS automation
 * alone, which depends on nothing else before anybody acts, and so costs a thousandth of the whole Region.
 */
export function nameEmptiesAt(settings: WorldSettings, until: Tick): Tick | null {
	const conditions = {
		parameters: valuesOf(DNS_PARAMETERS, settings.parameters.dns),
		switches: switchesOn(settings.switches),
	};
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck(settings.seed),
		say: () => undefined,
	};
	const faults = settings.faults.filter(({to}) => to === 'dns');
	const dns = createDns(conditions, beat);
	while (beat.now < until) {
		beat.now = tick(beat.now + 1);
		for (const {at, fault} of faults) {
			if (at === beat.now || (at === 0 && beat.now === 1)) strikeDns(dns, fault, conditions, beat);
		}
		if (stepDns(dns, conditions, beat).answers[REGIONAL] === 0) return beat.now;
	}
	return null;
}
