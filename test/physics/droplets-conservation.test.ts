import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	hostsStuckIfRestoredNow,
	weighDroplets,
	type Droplets,
} from '../../src/sim/droplets/index.ts';
import {createAgenda, fill, hash, luck, tick, toPlain} from '../../src/sim/kernel/index.ts';
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
	const beat = {
		now: tick(night.now + 1),
		agenda: createAgenda(),
		luck: luck('none'),
		say: () => undefined,
	};
	return weighDroplets(night.x, orderOf(text), night.conditions, beat).ok;
}

/** Counts one host's droplets ring by ring, and says how far its running totals are off. */
function recount(x: Droplets, hosts: number, host: number): Record<string, number> {
	let waiting = 0;
	for (let index = host; index < x.due.length; index += hosts) waiting += x.due[index]!;
	const ways = 3;
	let missing = 0;
	for (let slot = host * ways; slot < x.missed.length; slot += hosts * ways) {
		for (let way = 0; way < ways; way++) missing += x.missed[slot + way]!;
	}
	let checking = 0;
	let attempting = 0;
	let workflows = 0;
	for (let row = host * 6; row < x.rows.length; row += hosts * 6) {
		for (let behind = 0; behind < 4; behind++) checking += x.rows[row + behind]!;
		attempting += x.rows[row + 4]!;
		workflows += x.rows[row + 5]!;
	}
	let rate = x.releasePerSecond[host]!;
	let backingOff = 0;
	const seconds = x.release.length / hosts;
	for (let ahead = 1; ahead <= seconds; ahead++) {
		rate += x.release[((x.tick + ahead) % seconds) * hosts + host]!;
		backingOff += rate;
	}
	return {
		waiting: waiting + missing - x.waiting[host]!,
		missing: missing - x.missing[host]!,
		checking: checking - x.checking[host]!,
		attempting: attempting - x.attempting[host]!,
		workflows: workflows - x.workflows[host]!,
		backingOff: backingOff - x.backingOff[host]!,
	};
}

test('whatever is ordered, each droplet is counted once, and queue rows are the work that is queued', () => {
	fc.assert(
		fc.property(script, given => {
			playAllowed(given, ({x, now}) => {
				if (now % 97 !== 0) return;
				for (let host = 0; host < FEW.hosts; host++) {
					for (const [crowd, error] of Object.entries(recount(x, FEW.hosts, host))) {
						expect(Math.abs(error), `${crowd} of host ${String(host)}`).toBeLessThan(1e-6);
					}
				}
				expect(Math.abs(x.output.leased + x.output.broken - 24_000)).toBeLessThan(1e-5);
				expect(x.output.startedPerSecond).toBeGreaterThanOrEqual(0);
			});
		}),
		{numRuns: 15},
	);
});

test('each launch that is placed starts, waits on a host, or is lost, while hosts go down and come back', () => {
	const steps: readonly Step[] = [[100, 'restart dwfm batch 5 every 3000']];
	let inWorkflow = 0;
	playAllowed({until: 1200, parameters: FEW, steps}, ({x, driver}) => {
		const {startedPerSecond, workflowsLostPerSecond} = x.output;
		inWorkflow += driver.inputs.placedPerSecond - startedPerSecond - workflowsLostPerSecond;
		const waiting = x.workflows.reduce((sum, each) => sum + each, 0);
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
			fill(loaded.x, JSON.parse(JSON.stringify(toPlain(original.x))));
			Object.assign(loaded.driver, original.driver);
			Object.assign(loaded.driver.inputs, original.driver.inputs);
			loaded.now = original.now;
			expect(hash(loaded.x)).toBe(hash(original.x));
			const rest = {...given, steps: [], until: original.now + 300};
			playNight(rest, undefined, original);
			playNight(rest, undefined, loaded);
			expect(hash(loaded.x)).toBe(hash(original.x));
		}),
		{numRuns: 15},
	);
});

test('asking what would happen changes nothing, and more hosts would stick the longer the name is gone', () => {
	const night = createNight({until: 0, parameters: {hosts: 20, storeUnitsPerSecond: 1800}});
	const stuck: number[] = [];
	for (const until of [1600, 4200, 7000, 10_800]) {
		playNight({until, emptyAt: 1692}, undefined, night);
		const before = hash(night.x);
		stuck.push(hostsStuckIfRestoredNow(night.x, night.conditions, night.driver.inputs));
		expect(hash(night.x)).toBe(before);
	}
	expect(stuck[0]).toBe(0);
	expect(stuck).toEqual([...stuck].sort((a, b) => a - b));
	expect(stuck[3]).toBeGreaterThan(15);
});
