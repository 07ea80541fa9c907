import fc from 'fast-check';
import {expect, test} from 'vitest';
import {DWFM_ORDERS, hostsStuckIfRestoredNow, type Dwfm} from '../../src/sim/dwfm/index.ts';
import {
	validateOrder,
	createAgenda,
	restoreInto,
	hash,
	randomStreams,
	tick,
	toPlain,
} from '../../src/sim/kernel/index.ts';
import {
	createNight,
	orderOf,
	playNight,
	type Night,
	type Script,
	type Step,
} from '../oracle/night.ts';

const FEW = {hosts: 6, storeUnitsPerSecond: 540, dropletsPerHost: 4000};
const END = 4000;

const line = fc.oneof(
	fc.double({min: 0, max: 1, noNaN: true}).map(share => `break ${share.toFixed(3)}`),
	fc.integer({min: 1, max: 500}).map(tenths => `gate dwfm ${String(tenths / 10)}`),
	fc.integer({min: 1, max: 6}).map(host => `restart dwfm host ${String(host)}`),
	fc.integer({min: 1, max: 6}).map(zone => `restart dwfm zone use1-az${String(zone)}`),
	fc
		.tuple(fc.integer({min: 1, max: 4}), fc.integer({min: 10, max: 400}))
		.map(([size, every]) => `restart dwfm batch ${String(size)} every ${String(every)}`),
	fc.integer({min: 4, max: 64}).map(threads => `workers dwfm ${String(threads)}`),
	fc.integer({min: 10, max: 120}).map(seconds => `timeout dwfm ${String(seconds)}`),
	fc.integer({min: 60, max: 3600}).map(seconds => `extend leases ${String(seconds)}`),
	fc.constantFrom(
		'gate dwfm off',
		'restart dwfm all',
		'stop restarts',
		'drop dwfm expired',
		'cap 15',
		'cap off',
	),
);

const script: fc.Arbitrary<Script> = fc.record({
	until: fc.constant(END),
	parameters: fc.constant(FEW),
	seed: fc.string({maxLength: 8}),
	emptyAt: fc.integer({min: 1, max: 1500}),
	restoredAt: fc.integer({min: 1500, max: 3000}),
	switches: fc.subarray([
		'dwfm-no-dynamodb',
		'lease-grace',
		'queue-backpressure',
		'drop-expired',
		'jittered-release',
	] as const),
	steps: fc.array(
		fc.tuple(fc.integer({min: 1, max: END}), line).map((step): Step => step),
		{maxLength: 14},
	),
});

/** Plays a script but for the orders that the world refuses. */
function playAllowed(given: Script, watch: (night: Night) => void = () => undefined): Night {
	const night = createNight(given);
	const steps = [...(given.steps ?? [])].sort((a, b) => a[0] - b[0]);
	for (const [due, text] of steps) {
		playNight({...given, steps: [], until: due}, watch, night);
		const allowed = text.startsWith('break') || text.startsWith('cap') || accepts(night, text);
		playNight({...given, steps: allowed ? [[due + 1, text]] : [], until: due + 1}, watch, night);
	}
	return playNight({...given, steps: []}, watch, night);
}

function accepts(night: Night, text: string): boolean {
	const ctx = {
		now: tick(night.now + 1),
		agenda: createAgenda(),
		streams: randomStreams('none'),
		say: () => undefined,
	};
	return validateOrder(DWFM_ORDERS, night.dwfm, orderOf(text), night.setup, ctx).ok;
}

/** Counts one host's droplets ring by ring, and says how far its running totals are off. */
function recount(dwfm: Dwfm, hosts: number, host: number): Record<string, number> {
	let waiting = 0;
	for (let index = host; index < dwfm.due.length; index += hosts) waiting += dwfm.due[index]!;
	const ways = 3;
	let missing = 0;
	for (let slot = host * ways; slot < dwfm.missed.length; slot += hosts * ways) {
		for (let way = 0; way < ways; way++) missing += dwfm.missed[slot + way]!;
	}
	let checking = 0;
	let attempting = 0;
	let workflows = 0;
	for (let row = host * 6; row < dwfm.rows.length; row += hosts * 6) {
		for (let behind = 0; behind < 4; behind++) checking += dwfm.rows[row + behind]!;
		attempting += dwfm.rows[row + 4]!;
		workflows += dwfm.rows[row + 5]!;
	}
	let rate = dwfm.releasePerSecond[host]!;
	let backingOff = 0;
	const seconds = dwfm.release.length / hosts;
	for (let ahead = 1; ahead <= seconds; ahead++) {
		rate += dwfm.release[((dwfm.tick + ahead) % seconds) * hosts + host]!;
		backingOff += rate;
	}
	return {
		waiting: waiting + missing - dwfm.waiting[host]!,
		missing: missing - dwfm.missing[host]!,
		checking: checking - dwfm.checking[host]!,
		attempting: attempting - dwfm.attempting[host]!,
		workflows: workflows - dwfm.workflows[host]!,
		backingOff: backingOff - dwfm.backingOff[host]!,
	};
}

test('whatever is ordered, each droplet is counted once, and queue rows are the work that is queued', () => {
	fc.assert(
		fc.property(script, given => {
			playAllowed(given, ({dwfm, now}) => {
				if (now % 97 !== 0) return;
				for (let host = 0; host < FEW.hosts; host++) {
					for (const [crowd, error] of Object.entries(recount(dwfm, FEW.hosts, host))) {
						expect(Math.abs(error), `${crowd} of host ${String(host)}`).toBeLessThan(1e-6);
					}
				}
				expect(Math.abs(dwfm.output.leased + dwfm.output.broken - 24_000)).toBeLessThan(1e-5);
				expect(dwfm.output.startedPerSecond).toBeGreaterThanOrEqual(0);
			});
		}),
		{numRuns: 15},
	);
});

test('each launch that is placed starts, waits on a host, or is lost, while hosts go down and come back', () => {
	const steps: readonly Step[] = [[100, 'restart dwfm batch 5 every 3000']];
	let inWorkflow = 0;
	playAllowed({until: 1200, parameters: FEW, steps}, ({dwfm, driver}) => {
		const {startedPerSecond, workflowsLostPerSecond} = dwfm.output;
		inWorkflow += driver.inputs.placedPerSecond - startedPerSecond - workflowsLostPerSecond;
		const waiting = dwfm.workflows.reduce((sum, each) => sum + each, 0);
		expect(Math.abs(inWorkflow - waiting)).toBeLessThan(1e-6);
	});
});

test('a save at any second continues as the original does', () => {
	fc.assert(
		fc.property(script, fc.integer({min: 1, max: END - 300}), (given, savedAt) => {
			const original = playAllowed({
				...given,
				steps: (given.steps ?? []).filter(([due]) => due < savedAt),
				until: savedAt,
			});
			const loaded = createNight(given);
			restoreInto(loaded.dwfm, JSON.parse(JSON.stringify(toPlain(original.dwfm))));
			Object.assign(loaded.driver, original.driver);
			Object.assign(loaded.driver.inputs, original.driver.inputs);
			loaded.now = original.now;
			expect(hash(loaded.dwfm)).toBe(hash(original.dwfm));
			const rest = {...given, steps: [], until: original.now + 300};
			playNight(rest, undefined, original);
			playNight(rest, undefined, loaded);
			expect(hash(loaded.dwfm)).toBe(hash(original.dwfm));
		}),
		{numRuns: 15},
	);
});

test('asking what would happen changes nothing, and more hosts would stick the longer the name is gone', () => {
	const night = createNight({until: 0, parameters: {hosts: 20, storeUnitsPerSecond: 1800}});
	const stuck: number[] = [];
	for (const until of [1600, 4200, 7000, 10_800]) {
		playNight({until, emptyAt: 1692}, undefined, night);
		const before = hash(night.dwfm);
		stuck.push(
			hostsStuckIfRestoredNow(night.dwfm, night.setup, {...night.driver.inputs, keepSeconds: 1}),
		);
		expect(hash(night.dwfm)).toBe(before);
	}
	expect(stuck[0]).toBe(0);
	expect(stuck).toEqual([...stuck].sort((a, b) => a - b));
	expect(stuck[3]).toBeGreaterThan(15);
});
