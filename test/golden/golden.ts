import fs from 'node:fs';
import {parseLevel, type Level} from '../../src/level/index.ts';
import {
	open,
	parseOrderFile,
	PLAYERS,
	playOrders,
	playOut,
	VOCABULARY,
	type RunResult,
} from '../../src/session/index.ts';
import {assert} from '../../src/sim/kernel/index.ts';

const ROOT = new URL('../../', import.meta.url);
const LEVEL = 'october-20';

/** The runs of October 20 that we promise to keep replaying. */
export const GOLDEN = [
	'silent',
	'as-it-happened',
	'reference-operator',
	'textbook',
	'reckless',
] as const;
export type Golden = (typeof GOLDEN)[number];

/** Marks ten minutes apart keep a whole night in some sixty kilobytes. */
const MARK_EVERY_SECONDS = 600;

export function goldenFile(name: Golden): URL {
	return new URL(`saves/golden/${LEVEL}/${name}.journal.jsonl`, ROOT);
}

export function goldenLevel(): Level {
	const parsed = parseLevel(
		fs.readFileSync(new URL(`levels/${LEVEL}/level.yaml`, ROOT), 'utf8'),
		VOCABULARY,
	);
	assert(parsed.ok, 'the level of the golden runs is valid');
	return parsed.level;
}

export function gameVersion(): string {
	const manifest = JSON.parse(fs.readFileSync(new URL('package.json', ROOT), 'utf8')) as {
		version: string;
	};
	return manifest.version;
}

/** Plays a golden run from its script or policy, and returns its journal. */
export function record(name: Golden): {readonly journal: string; readonly result: RunResult} {
	const level = goldenLevel();
	const lines: string[] = [];
	const policy = PLAYERS[name];
	const session = open(level, {
		game: gameVersion(),
		node: 20,
		observed: policy !== undefined,
		markEverySeconds: MARK_EVERY_SECONDS,
		onLine: line => {
			lines.push(line);
		},
	});
	if (policy === undefined) playOrders(session, name, scriptOf(name, level), level.limit);
	else playOut(session, policy(level.seed), level.limit);
	return {journal: `${lines.join('\n')}\n`, result: session.result()};
}

function scriptOf(name: Golden, level: Level) {
	const file = new URL(`levels/${LEVEL}/players/${name}.orders`, ROOT);
	const parsed = parseOrderFile(fs.readFileSync(file, 'utf8'), level);
	assert(parsed.ok, `${name}.orders is a valid script`);
	return parsed.orders;
}
