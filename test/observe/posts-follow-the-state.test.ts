import {expect, test} from 'vitest';
import {SENTENCES} from '../../src/observe/post-words.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {NO_ORDERS, scriptSource} from '../../src/session/relive/source.ts';
import {startRun, type Run} from '../../src/session/run.ts';
import type {World} from '../../src/sim/index.ts';
import {goldenNamed} from '../golden/golden.ts';

/** What each sentence of the status desk says, as the Region has it in the second in which it is posted. */
const SAID: readonly (readonly [words: RegExp, so: (world: World) => boolean])[] = [
	[/increased error rates/, world => world.dependents.output.errors.some(each => each > 0.05)],
	[/support cases may fail/, world => world.support.output.lockedOutShare > 0.02],
	[
		/Requests to the DynamoDB endpoint.* fail/,
		world => world.dynamodb.output.customerErrors > 0.05,
	],
	[/its name does not resolve/, world => world.dns.output.answers[0] === 0],
	[/endpoint resolves again/, world => world.dns.output.answers[0]! > 0],
	[/Most requests to it should succeed/, world => world.dynamodb.output.customerErrors < 0.5],
	[/Requests to DynamoDB succeed/, world => world.dynamodb.output.customerErrors < 0.05],
	[
		/Launches of new EC2 instances .*fail/,
		({launches, network}) =>
			launches.output.successShare < 0.9 || network.output.latencySeconds > 600,
	],
	[/requests are limited/, world => world.launches.output.throttled],
	[/connectivity problems|connections.* fail/, world => world.nlb.output.customerErrors > 0.002],
	[/watches the health|Health checks .* late/, world => world.nlb.output.checkDelaySeconds > 10],
	[
		/operate normally again/,
		({dependents, launches, nlb}) =>
			!launches.output.throttled &&
			nlb.output.failoverOn &&
			dependents.output.errors.every(each => each <= 0.05),
	],
];

/** Nights that end well, badly and not at all. */
test.each([
	['october-20', 'textbook'],
	['comms-only', 'textbook'],
	['throttle-then-relax', 'textbook'],
	['network-backlog', 'all-but-the-lesson'],
])('every sentence of the status desk in %s by %s is so when it is posted', (id, player) => {
	const {level, script} = goldenNamed(id, player);
	const run = startRun(level, {seed: level.seed, switches: [], parameters: {}, observed: true});
	const wrong: string[] = [];
	let posted = 0;
	const check = ({world, observer}: Run) => {
		const {posts, posted: written} = observer!.board.newsroom;
		if (written === posted) return;
		posted = written;
		const {text} = posts.at(-1)!;
		for (const [words, so] of SAID) {
			if (words.test(text) && !so(world)) wrong.push(`${String(world.now)} ${text}`);
		}
	};
	relive(run, scriptSource(player, script ?? NO_ORDERS), {recorders: [check], until: level.limit});
	expect(posted).toBeGreaterThan(0);
	expect(wrong).toEqual([]);
});

test('every sentence that can be posted is in the table', () => {
	const texts = Object.values(SENTENCES).flatMap(({first, again}) =>
		[...first, ...again].map(({text}) => text),
	);
	const advice = /^(Please leave|Services recover|Recovery continues|Services built|Its team)/;
	const untold = texts.filter(
		text => !advice.test(text) && !SAID.some(([words]) => words.test(text)),
	);
	expect(untold).toEqual([
		'If the endpoint still does not resolve for you, flush your DNS caches.',
	]);
});
