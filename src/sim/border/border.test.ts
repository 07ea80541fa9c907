import {describe, expect, test} from 'vitest';
import {standFor} from '../../../test/support/stand.ts';
import {applyFault, hash} from '../kernel/index.ts';
import {border} from './index.ts';

const aRun = standFor(border, {});
const ZONE = {zone: 'use1-az1'};

function injectFault({state, setup, ctx}: ReturnType<typeof aRun>, share: number, seconds: number) {
	applyFault(border.faults, state, {type: 'packet-loss', share, seconds}, setup, ctx);
}

describe('the border', () => {
	test('loses packets for as long as the fault lasts, and heals by itself', () => {
		const run = aRun();
		injectFault(run, 0.3, 100);
		run.pass(99);
		expect(run.output.packetLossShare).toBe(0.3);
		run.pass(1);
		expect(run.output.packetLossShare).toBe(0);
		expect(run.facts.map(({kind}) => kind)).toEqual(['packet-loss-began', 'packet-loss-ended']);
	});

	test('loses fewer packets once traffic is rerouted', () => {
		const run = aRun();
		injectFault(run, 0.3, 100);
		expect(run.obey('reroute-border', ZONE)).toMatchObject({ok: true});
		run.pass(1);
		expect(run.output.packetLossShare).toBeCloseTo(0.03, 9);
		expect(run.obey('reroute-border', ZONE)).toMatchObject({ok: false, code: 'already-rerouted'});
		run.pass(100);
		expect(run.state.mode.value).toBe('clear');
	});

	test('has nothing to reroute when it is clear', () => {
		expect(aRun().obey('reroute-border', ZONE)).toMatchObject({
			ok: false,
			code: 'nothing-to-reroute',
		});
	});

	test('a reroute that comes after the end of the loss fails', () => {
		const run = aRun();
		injectFault(run, 0.3, 10);
		run.pass(20);
		const result = run.apply('reroute-border', ZONE);
		expect(result).toMatchObject({ok: false, code: 'nothing-to-reroute'});
	});

	test('a second blow before the first has healed lasts as long as it says', () => {
		const run = aRun();
		injectFault(run, 0.3, 10);
		run.pass(5);
		injectFault(run, 0.5, 10);
		run.pass(9);
		expect(run.output.packetLossShare).toBe(0.5);
		run.pass(1);
		expect(run.output.packetLossShare).toBe(0);
	});

	test('ends in the same state, however often it is run', () => {
		const hashes = [0, 1].map(() => {
			const run = aRun();
			injectFault(run, 0.3, 9);
			run.pass(5);
			return hash(run.state);
		});
		expect(hashes[0]).toBe(hashes[1]);
	});
});
