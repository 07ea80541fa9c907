import {describe, expect, test} from 'vitest';
import {aCard, LOST_RESULT} from '../../../test/support/card.builder.ts';
import {verdictRows} from './card.ts';
import {milestoneRows} from './card-milestones.ts';
import {cardText} from './card-text.ts';
import {NOTHING_MORE, type CardTold} from './card.types.ts';

const WON: CardTold['result'] = {
	...LOST_RESULT,
	ended: {
		at: '14:19:00',
		won: true,
		why: 'The event is over: everything is healthy again.',
		open: [],
	},
};

function linesOf(told: CardTold, width = 78): string {
	return verdictRows(told, width)
		.map(row => row.map(({text}) => text).join(''))
		.join('\n');
}

function milestonesOf(told: CardTold): string {
	return milestoneRows(told, 78)
		.map(row =>
			row
				.map(({text}) => text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
}

describe('the card of a run', () => {
	test.each([78, 58])('as drawn, %d wide', async width => {
		const drawn = linesOf(aCard(), width);
		for (const line of drawn.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
		await expect(`${drawn.replace(/ +$/gmu, '')}\n`).toMatchFileSnapshot(
			`../../../test/frames/expected/result-card-${String(width)}.txt`,
		);
	});

	test('names the condition that failed and since when, and what else was open', () => {
		expect(linesOf(aCard()).replace(/\s+/gu, ' ')).toContain(
			'Not met: launch throttle 100 % (since 04:01). Also open: gate dwfm 3/s (since 01:37).',
		);
	});

	test('says why a win is one, and what was left open', () => {
		const words = linesOf(aCard({result: WON})).replace(/\s+/gu, ' ');
		expect(words).toContain('WON at 14:19:00 PDT');
		expect(words).toContain('The event is over: everything is healthy again. Handed on: launches');
	});

	test('has tasks, safety and impact at once, and says how far the rest is', () => {
		const words = linesOf(aCard({...NOTHING_MORE, coming: true}));
		expect(words).toMatch(/critical tasks +33 /u);
		expect(words).toContain('516 min of full outage');
		expect(words).toMatch(/harm avoided +- .*re-simulating your run/u);
		const later = aCard({
			...NOTHING_MORE,
			coming: true,
			soFar: {...aCard().soFar!, done: 2, axes: []},
		});
		expect(linesOf(later)).toContain('re-simulating 2/5');
	});

	test('a dash has its reason', () => {
		expect(linesOf(aCard())).toMatch(/diagnosis +- +·+ +no hypothesis was noted/u);
	});

	test('marks stand on one scale in their order, your own best among them', () => {
		const scale = /^ +0 .*$/mu.exec(linesOf(aCard({best: 500})))?.[0] ?? '';
		expect(scale.replaceAll(/[^A-Z]/gu, '')).toBe('TBYDN');
	});

	test('parts sum to the total, with their weights', () => {
		expect(linesOf(aCard()).replace(/\s+/gu, ' ')).toContain(
			'EC2 launches 353 (841 at weight 0.42) + DynamoDB 105 + Lambda 58 (318 at weight 0.18)',
		);
	});

	test('tells milestones as they came, what was averted, and never that something came never', () => {
		const told = milestonesOf(aCard());
		expect(told).not.toContain('never');
		expect(told.indexOf('DynamoDB requests')).toBeLessThan(told.indexOf('leases are held'));
		expect(told).toMatch(/95 % of droplet leases have lapsed +averted +02:24/u);
		expect(told).not.toContain('load balancers fail');
		expect(told).toMatch(/everything has been healthy.* not reached/u);
	});

	test('lays a run beside the day only where it is of that night', () => {
		const milestones = LOST_RESULT.milestones.map(each => ({...each, real: null}));
		expect(milestonesOf(aCard({result: {...LOST_RESULT, milestones}}))).not.toContain('that day');
	});

	test('is the same in the shell, in ASCII where it has nothing else', () => {
		expect(cardText(aCard(), 'braille')).toContain(linesOf(aCard()).split('\n')[4]?.trimEnd());
		expect(cardText(aCard(), 'ascii')).toMatch(/^[\n\u0020-\u007E]*$/u);
	});
});
