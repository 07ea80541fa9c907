import {expect, test} from 'vitest';
import {levelOf} from '../../../test/support/level.builder.ts';
import {liveSecond, startRun, type Run} from '../run.ts';
import {stateOf} from './enough.ts';

const LEVEL = levelOf(`format: 1
id: short
title: Short
summary: Metrics are lost when somebody looks.
start: '23:40'
limit: '00:40'
seed: '6715'
faults:
  - {when: {done: show leases}, again: 10, to: telemetry, type: lose-metrics, share: 0.1}
switches: []
parameters: {}
`);

function lived(): Run {
	const run = startRun(LEVEL, {seed: LEVEL.seed, switches: [], parameters: {}, observed: false});
	for (let second = 0; second < 60; second++) liveSecond(run);
	return run;
}

test('two nights have met only where what lasts and what the level remembers are the same too', () => {
	const [one, other] = [lived(), lived()];
	expect(stateOf(other)).toBe(stateOf(one));
	other.cues.struckAt[0] = one.cues.struckAt[0]! + 1;
	expect(stateOf(other)).not.toBe(stateOf(one));
	const third = lived();
	third.world.troubles.standing.push({type: 'sts-errors', on: '', amount: 0.1, until: 9_999});
	expect(stateOf(third)).not.toBe(stateOf(one));
});
