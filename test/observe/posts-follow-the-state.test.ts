import {expect, test} from 'vitest';
import {SENTENCES} from '../../src/observe/post-words.ts';
import {relive} from '../../src/session/relive/relive.ts';
import {NO_ORDERS, scriptSource} from '../../src/session/relive/source.ts';
import {startRun, type Run} from '../../src/session/run.ts';
import {goldenNamed} from '../golden/golden.ts';
import {POSTED} from './posted.ts';

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
		for (const [words, so] of POSTED) {
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
	const advice =
		/^(We recommend not|We are seeing recovery|We continue to see recovery|Services that depend|The service team)/;
	const untold = texts.filter(
		text => !advice.test(text) && !POSTED.some(([words]) => words.test(text)),
	);
	expect(untold).toEqual([
		'If you still see issues resolving the endpoint, we recommend flushing your DNS caches.',
	]);
});
