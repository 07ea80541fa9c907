import {expect, test} from 'vitest';
import {beginTrouble, NAME_ELSEWHERE_EMPTY, troubleOf} from '../kernel/index.ts';
import {standFor} from '../../../test/support/stand.ts';
import {dns} from './index.ts';

const aRun = standFor(dns, {internalErrors: 0});
const ELSEWHERE = {automation: 'dns-automation-elsewhere'};

/** The race of another Region, ten minutes before it is won. */
function aRace() {
	const run = aRun();
	dns.faults['race-elsewhere']?.apply(run.state, {type: '', seconds: 600}, run.setup, run.ctx);
	return run;
}

test('empties the name of another Region, where nobody has stopped its automation', () => {
	const run = aRace();
	run.pass(599);
	expect(troubleOf(run.ctx, NAME_ELSEWHERE_EMPTY)).toBe(0);
	run.pass(1);
	expect(troubleOf(run.ctx, NAME_ELSEWHERE_EMPTY)).toBe(1);
	expect(run.facts.map(({kind}) => kind)).toContain('name-elsewhere-empty');
});

test('is stopped by whoever pauses the automation elsewhere before it is won', () => {
	const run = aRace();
	run.obey('pause-dns', ELSEWHERE);
	run.pass(3_600);
	expect(troubleOf(run.ctx, NAME_ELSEWHERE_EMPTY)).toBe(0);
});

test('a pause that comes too late brings nothing back', () => {
	const run = aRun();
	beginTrouble(run.ctx, NAME_ELSEWHERE_EMPTY, {amount: 1});
	run.obey('pause-dns', ELSEWHERE);
	run.pass(600);
	expect(troubleOf(run.ctx, NAME_ELSEWHERE_EMPTY)).toBe(1);
});
