import fs from 'node:fs';
import {clockOf} from '../../src/level/index.ts';
import {openReplay, parseJournal} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';
import {type Console, type Size} from '../../src/view/index.ts';
import {aConsole} from '../support/console.builder.ts';
import {gameVersion, goldenFile, type Golden} from '../golden/golden.ts';

/** A golden night taken over for a few minutes of looking about, and its console at the end of them. */
export type Scene = {
	readonly from: string;
	readonly until: string;
	/** What is typed in the console, a line each. */
	readonly typed: readonly string[];
};

/** The day as it happened, at four hours that show what its panels are for. */
export const SCENES = {
	/** The name is empty, everybody is paged, and nobody knows why. */
	empty: {
		from: '00:22',
		until: '00:40',
		typed: [
			'dig regional',
			'update many-services errors investigating next 30',
			'ack network',
			'shelve services',
			'show zone regional plans',
			'show enactors',
			'show hosts',
			'suspect dns-records 70 unless another name answers',
		],
	},
	/** DynamoDB is back, and the droplet managers work for nothing. */
	collapse: {
		from: '03:12',
		until: '03:30',
		typed: [
			'show hosts',
			'show curve',
			'show probe',
			'update ec2-launches errors mitigating next 45',
			'suspect dwfm 85 unless goodput rises by itself',
		],
	},
	/** Leases are back, instances start, and the network does not reach them. */
	network: {from: '06:40', until: '06:52', typed: ['show network', 'show throttles']},
	/** Health checks run late and take healthy zones out. */
	flapping: {from: '08:40', until: '08:54', typed: ['show balancers', 'page connect']},
} as const satisfies Readonly<Record<string, Scene>>;
export type SceneName = keyof typeof SCENES;

export const WINDOW: Size = {columns: 80, rows: 24};
const FRAME_SECONDS = 0.25;
const FRAMES_MAX = 10_000;

/** Consoles in each of the scenes, in the order in which they come. */
export function consolesOf(golden: Golden): Readonly<Record<SceneName, Console>> {
	const parsed = parseJournal(fs.readFileSync(goldenFile(golden), 'utf8'));
	assert(parsed.ok, 'a golden journal can be read');
	const {level} = golden;
	const clock = clockOf(level, parsed.journal.begin.seed);
	const options = {game: gameVersion(), node: 20};
	const opened = openReplay(level, parsed.journal, options);
	assert(opened.ok, 'a golden journal can be replayed');
	const {replayer} = opened;
	const consoleAt = ({from, until, typed}: Scene): Console => {
		replayer.seek(clock.tickOf(from) ?? 0);
		const forked = replayer.fork(options);
		assert(forked.ok, 'a golden night can be taken over');
		const {console} = aConsole({session: forked.session, title: level.title, limit: level.limit});
		for (const line of typed) type(console, `:${line}`);
		type(console, `:until ${until}`);
		for (let frame = 0; frame < FRAMES_MAX && console.ui.skip !== null; frame++) {
			console.frame(FRAME_SECONDS);
		}
		const there = clock.at(console.observation.now);
		assert(there.startsWith(until), `the scene ends at ${until}, not at ${there}`);
		return console;
	};
	return {
		empty: consoleAt(SCENES.empty),
		collapse: consoleAt(SCENES.collapse),
		network: consoleAt(SCENES.network),
		flapping: consoleAt(SCENES.flapping),
	};
}

function type(console: Console, line: string): void {
	for (const key of [...Array.from(line), 'enter']) console.press(key, WINDOW);
	console.frame(FRAME_SECONDS);
}
