import {expect, test} from 'vitest';
import {someOf} from '../support/sampled.ts';
import {headlines, logReader, played, type Rule} from './reading-player.ts';

const UPDATE = 'update many-services errors mitigating next 60';

/** What somebody who knows the trade orders for what stands in a headline; the same on every rung. */
const FOR_HEADLINES: readonly Rule[] = [
	{reads: /\S+ border network drops|Border \S+ [\d.]+ % lost/u, orders: ['show border']},
	{
		reads: /CRIT .*DynamoDB name .* empty|answers 0 addresses/u,
		orders: ['dig regional', 'pause dns-automation', 'show zone regional'],
	},
	{reads: /show zone regional: .*ROLLBACK alias nothing/u, orders: ['show zone regional plans']},
	{
		reads: /show zone regional: .*ROLLBACK alias [\da-f]{8}/u,
		orders: ['repoint regional rollback'],
		after: /DONE .*dns-automation stopped/u,
	},
	{
		reads: /show zone regional plans: .*newest built: [\da-f]{8} plan (\d+)/u,
		orders: ['repoint regional $1'],
		after: /DONE .*dns-automation stopped/u,
	},
	{
		reads: /CRIT .*Droplet leases .*(?:lapsed|wasted)/u,
		orders: ['throttle launches 5 percent', 'gate dwfm 4', 'restart dwfm batch 10 every 190'],
	},
	{reads: /OK .*Droplet leases/u, orders: ['throttle launches 100 percent']},
	{
		reads: /no update to customers|update (?:late|owed)|CHAT .*status desk/u,
		orders: [UPDATE],
		again: true,
	},
	{reads: /CHAT .*(?:How bad is this|no severity)/u, orders: ['declare sev-2']},
];

/** The same of what stands in the log, which never tells what came of one's own orders. */
const FOR_LOG: readonly Rule[] = [
	{reads: /alias target not found/u, orders: ['pause dns-automation', 'dig regional']},
	{reads: /ConsoleLogin failing/u, orders: ['repoint regional rollback'], after: /alias target/u},
	{
		reads: /published plan (\d+) to the regional endpoint/u,
		orders: ['repoint regional $1'],
		after: /ConsoleLogin failing/u,
	},
	{
		reads: /leases held (?:\d|[1-8]\d)\.\d %/u,
		orders: ['throttle launches 5 percent', 'gate dwfm 4', 'restart dwfm batch 10 every 190'],
	},
	{reads: /packets lost/u, orders: ['show border']},
	{reads: /regional impact detected/u, orders: ['declare sev-2', UPDATE]},
];

const RUNGS = ['one-empty-answer', 'two-writers', 'quiet-shift', 'a-queue-that-will-not-drain'];
const SEEDS = ['1', '5312'];

const NIGHTS = RUNGS.flatMap(id => SEEDS.map(seed => [id, seed] as const));

test.each(someOf(NIGHTS, 2))(
	'%s, seed %s is won by the headlines alone, and no better by the log',
	(id, seed) => {
		const byHeadlines = played(id, seed, headlines, FOR_HEADLINES);
		const byLog = played(id, seed, logReader(), FOR_LOG);
		expect(byHeadlines).toMatchObject({won: true, opened: 0});
		expect(byLog.points).toBeLessThanOrEqual(byHeadlines.points);
	},
);
