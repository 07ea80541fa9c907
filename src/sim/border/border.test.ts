import {describe, expect, test} from 'vitest';
import {
	createAgenda,
	hash,
	luck,
	switchesOn,
	takeDue,
	tick,
	valuesOf,
	type Fact,
} from '../kernel/index.ts';
import {
	BORDER_PARAMETERS,
	carryOutBorder,
	createBorder,
	deliverBorder,
	stepBorder,
	strikeBorder,
	weighBorder,
} from './index.ts';

const CONDITIONS = {parameters: valuesOf(BORDER_PARAMETERS), switches: switchesOn([])};
const REROUTE = {id: 'reroute-border', args: {zone: 'use1-az1'}};

function aRun() {
	const facts: Fact[] = [];
	const beat = {
		now: tick(0),
		agenda: createAgenda(),
		luck: luck('seed'),
		say: (fact: Fact) => {
			facts.push(fact);
		},
	};
	return {border: createBorder(CONDITIONS, beat), beat, facts};
}

type Run = ReturnType<typeof aRun>;

function pass({border, beat}: Run, seconds: number): void {
	for (let second = 0; second < seconds; second++) {
		beat.now = tick(beat.now + 1);
		for (let due = takeDue(beat.agenda, beat.now); due; due = takeDue(beat.agenda, beat.now)) {
			deliverBorder(border, due.to, due.event, CONDITIONS, beat);
		}
		stepBorder(border, CONDITIONS, beat);
	}
}

function reroute({border, beat}: Run) {
	const verdict = weighBorder(border, REROUTE, CONDITIONS);
	return verdict.ok ? carryOutBorder(border, REROUTE, 'ana', CONDITIONS, beat) : verdict;
}

describe('the border', () => {
	test('loses packets for as long as the fault lasts, and heals by itself', () => {
		const run = aRun();
		strikeBorder(run.border, {type: 'packet-loss', share: 0.3, seconds: 100}, CONDITIONS, run.beat);
		pass(run, 99);
		expect(run.border.output.packetLossShare).toBe(0.3);
		pass(run, 1);
		expect(run.border.output.packetLossShare).toBe(0);
		expect(run.facts.map(({kind}) => kind)).toEqual(['packet-loss-began', 'packet-loss-ended']);
	});

	test('loses fewer packets once traffic is rerouted', () => {
		const run = aRun();
		strikeBorder(run.border, {type: 'packet-loss', share: 0.3, seconds: 100}, CONDITIONS, run.beat);
		expect(reroute(run)).toMatchObject({ok: true});
		pass(run, 1);
		expect(run.border.output.packetLossShare).toBeCloseTo(0.03, 9);
		expect(reroute(run)).toMatchObject({ok: false, code: 'already-rerouted'});
		pass(run, 100);
		expect(run.border.mode.value).toBe('clear');
	});

	test('has nothing to reroute when it is clear', () => {
		expect(reroute(aRun())).toMatchObject({ok: false, code: 'nothing-to-reroute'});
	});

	test('a reroute that comes after the end of the loss fails', () => {
		const run = aRun();
		strikeBorder(run.border, {type: 'packet-loss', share: 0.3, seconds: 10}, CONDITIONS, run.beat);
		pass(run, 20);
		const result = carryOutBorder(run.border, REROUTE, 'ana', CONDITIONS, run.beat);
		expect(result).toMatchObject({ok: false, code: 'nothing-to-reroute'});
	});

	test('a second blow before the first has healed lasts as long as it says', () => {
		const run = aRun();
		strikeBorder(run.border, {type: 'packet-loss', share: 0.3, seconds: 10}, CONDITIONS, run.beat);
		pass(run, 5);
		strikeBorder(run.border, {type: 'packet-loss', share: 0.5, seconds: 10}, CONDITIONS, run.beat);
		pass(run, 9);
		expect(run.border.output.packetLossShare).toBe(0.5);
		pass(run, 1);
		expect(run.border.output.packetLossShare).toBe(0);
	});

	test('ends in the same state, however often it is run', () => {
		const hashes = [0, 1].map(() => {
			const run = aRun();
			strikeBorder(run.border, {type: 'packet-loss', share: 0.3, seconds: 9}, CONDITIONS, run.beat);
			pass(run, 5);
			return hash(run.border);
		});
		expect(hashes[0]).toBe(hashes[1]);
	});
});
