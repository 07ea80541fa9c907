import {
	createDns,
	DNS_FAULTS,
	DNS_PARAMETERS,
	ENDPOINTS,
	stepDns,
	type Dns,
} from '../../src/sim/dns/index.ts';
import {
	applyFault,
	createAgenda,
	randomStreams,
	switchesOn,
	tick,
	valuesOf,
} from '../../src/sim/kernel/index.ts';
import type {Switch} from '../../src/sim/kernel/index.ts';

/** What one history of the DNS automation is run with. */
export type Setting = {
	readonly factor: number;
	readonly switches?: readonly Switch[];
	readonly parameters?: Readonly<Record<string, number>>;
	readonly seconds: number;
	/** Stops as soon as a name is empty. */
	readonly stopAtFirst?: boolean;
};

/** A name that was emptied, and the millisecond. */
export type Emptied = {readonly endpoint: string; readonly at: number};
export type History = {readonly emptied: readonly Emptied[]; readonly dns: Dns};

/** Runs the DNS automation alone, one Enactor slow from the first second, and says what was emptied. */
export function runHistory(seed: string, setting: Setting): History {
	const setup = {
		parameters: valuesOf(DNS_PARAMETERS, setting.parameters),
		switches: switchesOn(setting.switches ?? []),
	};
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(seed),
		say: () => undefined,
	};
	const dns = createDns(setup, ctx);
	const fault = {type: 'slow-enactor', enactor: 0, factor: setting.factor};
	applyFault(DNS_FAULTS, dns, fault, setup, ctx);
	const emptied: Emptied[] = [];
	const known = ENDPOINTS.map(() => false);
	for (let second = 1; second <= setting.seconds; second++) {
		ctx.now = tick(second);
		stepDns(dns, {internalErrors: 0}, setup, ctx);
		if (dns.emptied === emptied.length) continue;
		for (let index = 0; index < ENDPOINTS.length; index++) {
			if (known[index] === true || dns.output.empties[index] === 0) continue;
			known[index] = true;
			emptied.push({endpoint: ENDPOINTS[index]!.id, at: dns.danglingSince[index]!});
		}
		if (setting.stopAtFirst === true) break;
	}
	return {emptied, dns};
}
