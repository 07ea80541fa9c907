import {expect, test} from 'vitest';
import {debriefIn} from '../support/debrief.builder.ts';
import {levelNamed} from '../levels/own-levels.ts';
import {check} from './carried-out.ts';
import {nights, playedOn} from './nights.ts';

const SHORT = ['two-writers', 'false-health-signal', 'one-empty-answer', 'lambda-pollers'];

test(
	'the first finding, carried out by an order file, comes to what was told',
	{timeout: 120_000},
	() => {
		const short = nights(36)
			.map(live => live)
			.filter((_, index) => index < 36);
		let told = 0;
		for (const night of short.map(live => live())) {
			if (!SHORT.includes(night.level.id)) continue;
			const debrief = debriefIn(night.level, night.recorded);
			for (const finding of [...debrief.decisions.slice(0, 1), ...debrief.better.slice(0, 1)]) {
				told += 1;
				expect(check(night, debrief, finding), night.name).toMatchObject({isTrue: true});
			}
		}
		expect(told).toBeGreaterThan(3);
	},
);
