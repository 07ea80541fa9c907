// Whole events in a process of its own: the first, which compiles as it goes, and then three more. Prints one
// JSON object.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseLevel} from '../../src/level/file/index.ts';
import {open, parseOrderFile, VOCABULARY} from '../../src/session/index.ts';

const EVENT_SECONDS = 54_000; // 23:20 to 14:20 PDT (canon 1.1).
const FRAME_SECONDS = 60; // How often somebody looks: at 600 times the speed of life, ten times a second.

const [root = '.'] = process.argv.slice(2);
const folder = join(root, 'levels/october-20');
const parsed = parseLevel(readFileSync(join(folder, 'level.yaml'), 'utf8'), VOCABULARY);
if (!parsed.ok) throw new Error('the level is broken');
const orders = parseOrderFile(
	readFileSync(join(folder, 'players/as-it-happened.orders'), 'utf8'),
	parsed.level,
	parsed.level.seed,
);
if (!orders.ok) throw new Error('the order file is broken');

const first = playEvent();
const peakBytes = process.resourceUsage().maxRSS * 1024;
const warm = [playEvent(), playEvent(), playEvent()]
	.map(({seconds}) => seconds)
	.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({...first, warmSeconds: warm[1], peakBytes}));

/** One whole event, observed every second and looked at once a minute. */
function playEvent() {
	if (!parsed.ok || !orders.ok) throw new Error('the level is broken');
	const began = performance.now();
	const session = open(parsed.level, {game: 'bench', node: 0, observed: true});
	let next = 0;
	let news = 0;
	while (session.now < EVENT_SECONDS && !session.ended) {
		for (; (orders.orders[next]?.at ?? Infinity) <= session.now + 1; next++) {
			session.attempt('bench', orders.orders[next]!.words);
		}
		const look = session.now - (session.now % FRAME_SECONDS) + FRAME_SECONDS;
		const order = (orders.orders[next]?.at ?? Infinity) - 1;
		session.advance(Math.min(look, order, EVENT_SECONDS) - session.now);
		if (session.now === look) news = session.observation.news;
	}
	const {hash, ticks} = session.result();
	return {seconds: (performance.now() - began) / 1000, ticks, hash, news};
}
