import {expect, test} from 'vitest';
import {
	applyOrder,
	validateOrder,
	createAgenda,
	randomStreams,
	switchesOn,
	tick,
	valuesOf,
	type Switch,
} from '../kernel/index.ts';
import {createDwfm, DWFM_ORDERS, DWFM_PARAMETERS, stepDwfm} from './index.ts';

type Args = Record<string, string | number>;

function aFleet(switches: readonly Switch[] = []) {
	const setup = {
		parameters: valuesOf(DWFM_PARAMETERS, {hosts: 12, dropletsPerHost: 1000}),
		switches: switchesOn(switches),
	};
	const ctxAt = (now: number) => ({
		now: tick(now),
		agenda: createAgenda(),
		streams: randomStreams('fleet'),
		say: () => undefined,
	});
	const dwfm = createDwfm(setup, ctxAt(0));
	let now = 0;
	return {
		dwfm,
		validate: (id: string, args: Args = {}) =>
			validateOrder(DWFM_ORDERS, dwfm, {id, args}, setup, ctxAt(now + 1)),
		apply: (id: string, args: Args = {}) =>
			applyOrder(DWFM_ORDERS, dwfm, {id, args}, 'ana', setup, ctxAt(now + 1)),
		live: (seconds: number, storeEmpty = 0) => {
			for (const until = now + seconds; now < until;) {
				now++;
				const inputs = {
					storeEmpty,
					probesPerSecond: 0,
					probesOnReturnPerSecond: 0,
					placedPerSecond: 0,
				};
				stepDwfm(dwfm, inputs, setup, ctxAt(now));
			}
			return dwfm.output;
		},
	};
}

test.each<readonly [string, string, Args, string]>([
	['lifting a gate that is not set', 'gate-dwfm-off', {}, 'gate-off'],
	['a host that does not exist', 'restart-dwfm-host', {host: 99}, 'no-such-host'],
	['stopping what does not run', 'stop-restarts', {}, 'nothing-to-stop'],
	['purging when nothing has expired', 'drop-dwfm-expired', {}, 'nothing-expired'],
	['as many workers as there are', 'workers-dwfm', {threads: 16}, 'no-change'],
	['the deadline that stands', 'timeout-dwfm', {seconds: 90}, 'no-change'],
])('refuses %s', (_name, id, args, code) => {
	expect(aFleet().validate(id, args)).toMatchObject({ok: false, code});
});

test('a host that is restarting is not restarted again', () => {
	const fleet = aFleet();
	expect(fleet.apply('restart-dwfm-host', {host: 3}).ok).toBe(true);
	expect(fleet.live(1).hostsDown).toBe(1);
	expect(fleet.validate('restart-dwfm-host', {host: 3})).toMatchObject({
		code: 'already-restarting',
	});
	expect(fleet.live(180)).toMatchObject({hostsDown: 0, hostsCut: 0});
});

test('a rolling restart reaches every host once and passes over those restarted lately', () => {
	const fleet = aFleet();
	fleet.apply('restart-dwfm-zone', {zone: 'use1-az1'});
	const result = fleet.apply('restart-dwfm-batch', {size: 4, seconds: 60});
	expect(result).toMatchObject({ok: true, text: '10 hosts to restart, 4 every 60 s'});
	expect(fleet.validate('restart-dwfm-batch', {size: 4, seconds: 60}).ok).toBe(false);
	fleet.live(1);
	expect(fleet.dwfm.output.hostsDown).toBe(6);
	fleet.live(120);
	expect(fleet.dwfm.rolling.active).toBe(false);
	expect(fleet.dwfm.restartedAt.every(restarted => restarted > 0)).toBe(true);
});

test('a rolling restart that reaches nobody says so, and when it would reach somebody', () => {
	const fleet = aFleet();
	fleet.apply('restart-dwfm-all');
	fleet.live(600);
	expect(fleet.apply('restart-dwfm-batch', {size: 4, seconds: 60})).toMatchObject({
		ok: true,
		text: expect.stringMatching(/^nothing done: .* the next may be in \d+ min$/) as string,
	});
	expect(fleet.dwfm.rolling.active).toBe(false);
});

test('a stopped rolling restart leaves the other hosts alone', () => {
	const fleet = aFleet();
	fleet.apply('restart-dwfm-batch', {size: 4, seconds: 60});
	fleet.live(1);
	fleet.apply('stop-restarts');
	fleet.live(200);
	expect(fleet.dwfm.restartedAt.filter(restarted => restarted > 0)).toHaveLength(4);
});

test('leases are extended only where the store can still be written', () => {
	const fleet = aFleet();
	fleet.live(7000, 1);
	const cut = fleet.dwfm.output.hostsCut;
	expect(cut).toBeGreaterThan(0);
	expect(fleet.apply('extend-leases', {seconds: 3600})).toMatchObject({
		text: `leases of ${String(12 - cut)} of 12 hosts extended by 3600 s`,
	});
	fleet.live(20_000, 1);
	expect(fleet.validate('extend-leases', {seconds: 60})).toMatchObject({code: 'store-unreachable'});
});

test('a written procedure takes a quarter of the time', () => {
	expect(aFleet().validate('gate-dwfm', {rate: 4})).toEqual({ok: true, seconds: 120});
	expect(aFleet(['dwfm-runbook']).validate('gate-dwfm', {rate: 4})).toEqual({
		ok: true,
		seconds: 30,
	});
});

test('every form of an order names its blanks', () => {
	for (const spec of Object.values(DWFM_ORDERS)) {
		for (const form of spec.forms) {
			const blanks = [...form.matchAll(/<(\w+)>/g)].map(([, name]) => name);
			expect(blanks).toEqual(Object.keys(spec.blanks));
		}
	}
});
