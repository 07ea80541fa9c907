import {describe, expect, test} from 'vitest';
import {
	applyFault,
	applyOrder,
	validateOrder,
	createAgenda,
	restoreInto,
	hash,
	randomStreams,
	switchesOn,
	tick,
	toPlain,
	valuesOf,
	type Fact,
	type Fault,
	type Order,
	type Result,
	type Switch,
} from '../kernel/index.ts';
import {
	DNS_FAULTS,
	DNS_ORDERS,
	createDns,
	DNS_PARAMETERS,
	endpointIndex,
	stepDns,
	treeName,
	type Dns,
} from './index.ts';
import {hasTree, removeTree} from './zones.ts';

const REGIONAL = 0;
const ACCOUNT = endpointIndex('account');
const WHOLE = 300;

/** The DNS automation alone, with a hand to give it orders and let seconds pass. */
function aDns(seed = '1', switches: readonly Switch[] = []) {
	const setup = {
		parameters: valuesOf(DNS_PARAMETERS),
		switches: switchesOn(switches),
	};
	const facts: Fact[] = [];
	const ctx = {
		now: tick(0),
		agenda: createAgenda(),
		streams: randomStreams(seed),
		say: (fact: Fact) => void facts.push(fact),
	};
	const dns = createDns(setup, ctx);
	return {
		dns,
		facts,
		setup,
		pass: (seconds: number): void => {
			for (let second = 0; second < seconds; second++) {
				ctx.now = tick(ctx.now + 1);
				stepDns(dns, {internalErrors: 0}, setup, ctx);
			}
		},
		injectFault: (fault: Fault) => {
			applyFault(DNS_FAULTS, dns, fault, setup, ctx);
		},
		validate: (id: string, args: Order['args'] = {}) =>
			validateOrder(DNS_ORDERS, dns, {id, args}, setup, ctx),
		/** Carries an order out at once, as if its time had passed. */
		obey: (id: string, args: Order['args'] = {}): Result =>
			applyOrder(DNS_ORDERS, dns, {id, args}, 'ana', setup, ctx),
		/** The same world, through JSON. */
		reloaded: (): Dns => {
			const copy = createDns(setup, ctx);
			restoreInto(copy, JSON.parse(JSON.stringify(toPlain(dns))));
			return copy;
		},
	};
}

function lost(seed = '1', switches: readonly Switch[] = []) {
	const world = aDns(seed, switches);
	world.pass(130);
	world.injectFault({type: 'lose-tree', endpoint: 'regional'});
	world.pass(1);
	return world;
}

describe('a healthy night', () => {
	test('every plan reaches every endpoint, clean-up follows, and no plan goes back', () => {
		const {dns, pass} = aDns();
		pass(3600);
		expect(dns.output.answers.every(count => count === WHOLE)).toBe(true);
		expect(dns.newestPlan - Math.min(...dns.output.roots)).toBeLessThanOrEqual(1);
		expect(dns).toMatchObject({regressions: 0, emptied: 0});
		expect(dns.newestPlan).toBeGreaterThan(110 + 54);
	});

	test('a slow host falls behind, loses locks and publishes old plans', () => {
		const {dns, pass, injectFault} = aDns();
		injectFault({type: 'slow-enactor', enactor: 0, factor: 110});
		pass(500);
		const slow = dns.output.enactors[0]!;
		expect(slow.passAgeSeconds).toBeGreaterThan(300);
		expect(slow.planAge).toBeGreaterThan(5);
		pass(1000);
		expect(slow.lostLocks).toBeGreaterThan(3);
		expect(dns.regressions).toBeGreaterThan(5);
	});

	test('a slowness with an end is over at its end', () => {
		const {dns, pass, injectFault} = aDns();
		injectFault({type: 'slow-enactor', enactor: 0, factor: 110, seconds: 60});
		pass(61);
		expect(dns.enactors[0]!.slowness).toBe(1);
	});

	test('the same seed is the same night, and a reload at any second changes nothing', () => {
		for (const seconds of [1, 65, 130, 1111]) {
			const world = aDns('7');
			world.injectFault({type: 'slow-enactor', enactor: 0, factor: 110});
			world.pass(seconds);
			const copy = world.reloaded();
			expect(hash(copy)).toBe(hash(world.dns));
			const twin = aDns('7');
			restoreInto(twin.dns, toPlain(copy));
			twin.pass(seconds); // Its clock starts again at zero: nothing is due before it catches up.
			expect(hash(twin.dns)).toBe(hash(world.dns));
			world.pass(300);
			twin.pass(300);
			expect(hash(twin.dns)).toBe(hash(world.dns));
		}
	});
});

describe('a name whose tree is gone', () => {
	test('a tree is lost even where clean-up has left none before the live one', () => {
		const world = aDns();
		const live = world.dns.zones.root[REGIONAL]!;
		for (let old = 0; old < live; old++) removeTree(world.dns.zones, REGIONAL, old);
		world.injectFault({type: 'lose-tree', endpoint: 'regional'});
		world.pass(1);
		expect(world.dns.output.answers[REGIONAL]).toBe(0);
		expect(world.dns.zones.rollback[REGIONAL]).toBe(live);
		expect(hasTree(world.dns.zones, REGIONAL, live)).toBe(true);
	});

	test('gives zero answers, account names with it, and the other names go on', () => {
		const {dns} = lost();
		expect(dns.output.answers[REGIONAL]).toBe(0);
		expect(dns.output.answers[ACCOUNT]).toBe(0);
		expect(dns.output.answers[1]).toBe(WHOLE);
		expect(dns.output.empties[REGIONAL]).toBe(1);
	});

	test('is stuck: no plan, forced plan, restart or broken lock brings it back', () => {
		const {dns, pass, obey, facts} = lost();
		pass(600);
		obey('restart-enactors', {enactor: 'enactors'});
		obey('force-plan');
		obey('break-lock', {endpoint: 'regional'});
		pass(6 * 3600);
		expect(dns.output.answers[REGIONAL]).toBe(0);
		expect(Math.min(...dns.output.enactors.map(enactor => enactor.failures))).toBeGreaterThan(100);
		const failures = facts.filter(fact => fact.kind === 'install-failed');
		expect(failures.length).toBeGreaterThan(3);
		expect(failures.length).toBeLessThan(300);
	});

	test('comes back with its rollback tree, a little smaller for its age', () => {
		const {dns, pass, obey} = lost();
		pass(9000);
		obey('pause-dns', {automation: 'dns-automation'});
		expect(obey('repoint', {endpoint: 'regional'})).toMatchObject({ok: true});
		pass(1);
		const answers = dns.output.answers[REGIONAL]!;
		expect(answers).toBeLessThan(WHOLE);
		expect(answers).toBeGreaterThan(0.8 * WHOLE);
		pass(36_000);
		expect(dns.output.answers[REGIONAL]).toBe(answers);
	});

	test('repointed while Enactors run, they wake and publish over it', () => {
		const {dns, pass, obey} = lost();
		pass(3600);
		obey('repoint-all');
		let victims = 0;
		for (let second = 0; second < 240; second++) {
			pass(1);
			victims = Math.max(victims, ...dns.enactors.map(enactor => enactor.victims.length));
		}
		expect(dns.zones.root[REGIONAL]).toBeGreaterThan(dns.newestPlan - 6);
		expect(victims).toBeGreaterThan(20);
	});

	test.each([
		['rollback-null-ok', 150],
		['last-known-good', 62],
	] as const)('%s: it is back within %i seconds', (guard, seconds) => {
		const {dns, pass} = lost('1', [guard]);
		expect(dns.output.answers[REGIONAL]).toBe(0);
		pass(seconds);
		expect(dns.output.answers[REGIONAL]).toBeGreaterThan(0.9 * WHOLE);
	});
});

describe('edits by hand', () => {
	test('the first takes ten minutes, later ones two; readable names make it one', () => {
		const {validate, obey} = lost();
		expect(validate('repoint', {endpoint: 'regional'})).toEqual({ok: true, seconds: 600});
		obey('repoint', {endpoint: 'regional'});
		expect(validate('repoint', {endpoint: 'fips'})).toEqual({ok: true, seconds: 120});
		const readable = lost('1', ['human-readable-names']);
		expect(readable.validate('repoint', {endpoint: 'regional'})).toEqual({ok: true, seconds: 60});
	});

	test('without its rollback tree a zone can only be rebuilt', () => {
		const {dns, obey, pass} = lost();
		obey('pause-dns', {automation: 'dns-automation'});
		obey('clean-zone', {endpoint: 'regional'});
		expect(obey('repoint', {endpoint: 'regional'})).toMatchObject({
			ok: false,
			code: 'no-such-tree',
		});
		obey('delete-rollback', {endpoint: 'regional'});
		expect(obey('repoint', {endpoint: 'regional'})).toMatchObject({ok: false, code: 'no-rollback'});
		expect(obey('rebuild-zone', {endpoint: 'regional'})).toMatchObject({ok: true});
		pass(1);
		expect(dns.output.answers[REGIONAL]).toBe(WHOLE);
	});

	test('a plan that was cleaned up cannot be pointed at', () => {
		const {obey} = lost();
		expect(obey('repoint', {endpoint: 'regional', generation: 5})).toMatchObject({
			ok: false,
			code: 'no-such-tree',
		});
	});

	test('pasted addresses are all there is, and no Enactor gets past them', () => {
		const {dns, obey, pass} = lost();
		obey('pin', {endpoint: 'regional', count: 8});
		pass(600);
		expect(dns.output.answers[REGIONAL]).toBe(8);
		expect(dns.output.empties[REGIONAL]).toBe(0);
		expect(dns.output.enactors[1]!.failures).toBeGreaterThan(2);
	});

	test('nothing dangles, so there is nothing for repoint all', () => {
		expect(aDns().validate('repoint-all')).toMatchObject({ok: false, code: 'nothing-dangles'});
	});
});

describe('switching automations off', () => {
	test('a paused Planner leaves DNS as it is; resumed, it goes on', () => {
		const {dns, obey, pass} = aDns();
		obey('pause-dns', {automation: 'planner'});
		const plan = dns.newestPlan;
		pass(600);
		expect(dns.newestPlan).toBe(plan);
		obey('resume-dns', {automation: 'planner'});
		pass(120);
		expect(dns.newestPlan).toBeGreaterThan(plan);
	});

	test('paused Enactors do nothing, and say who stopped them', () => {
		const {dns, obey, pass, validate} = aDns();
		pass(65);
		obey('pause-dns', {automation: 'enactors'});
		const roots = [...dns.zones.root];
		pass(600);
		expect([...dns.zones.root]).toEqual(roots);
		expect(dns.automations[2]).toMatchObject({id: 'enactor-2', paused: true, by: 'ana', since: 65});
		expect(validate('pause-dns', {automation: 'enactors'})).toMatchObject({code: 'paused-already'});
		obey('resume-dns', {automation: 'dns-automation'});
		pass(60);
		expect(dns.zones.root[REGIONAL]).toBeGreaterThan(dns.newestPlan - 2);
	});

	test('without clean-up trees pile up and nothing else happens', () => {
		const {dns, obey, pass, injectFault} = aDns();
		injectFault({type: 'slow-enactor', enactor: 0, factor: 110});
		obey('pause-dns', {automation: 'cleanup'});
		pass(7200);
		expect(dns.emptied).toBe(0);
		expect(dns.enactors.every(enactor => enactor.plan >= 0 || enactor.mode.value === 'idle')).toBe(
			true,
		);
	});

	test('other Regions take forty minutes to freeze, or ten seconds with a switch for it', () => {
		const args = {automation: 'dns-automation-elsewhere'};
		expect(aDns().validate('pause-dns', args)).toEqual({ok: true, seconds: 2400});
		expect(aDns('1', ['freeze-switch']).validate('pause-dns', args)).toEqual({
			ok: true,
			seconds: 10,
		});
	});

	test('a leader that is stopped is followed by another, after a gap', () => {
		const {dns, obey, pass} = aDns('1', ['single-writer']);
		pass(200);
		obey('pause-dns', {automation: 'enactor-1'});
		pass(60);
		const root = dns.zones.root[REGIONAL]!;
		expect(dns.leader).toBe(1);
		pass(300);
		expect(dns.zones.root[REGIONAL]).toBeGreaterThan(root);
	});
});

test('tree names are UUIDs of their own, or tell their plan', () => {
	const {dns, setup} = aDns();
	const name = treeName(dns, REGIONAL, 110, setup.switches);
	expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
	const names = new Set<string>();
	for (let endpoint = 0; endpoint < 24; endpoint++) {
		for (let plan = 0; plan < 200; plan++) {
			names.add(treeName(dns, endpoint, plan, setup.switches));
		}
	}
	expect(names.size).toBe(24 * 200);
	const readable = switchesOn(['human-readable-names']);
	expect(treeName(dns, REGIONAL, 110, readable)).toBe('plan-110.regional');
});
