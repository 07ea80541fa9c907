import {cruise, type ICruiseOptions, type ICruiseResult} from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import {copyFileSync, symlinkSync} from 'node:fs';
import {basename, join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {inScratch, ROOT, writeFiles} from '../support/tree.ts';

type Config = {
	readonly forbidden: readonly {readonly name: string}[];
	readonly options: ICruiseOptions;
};
type Found = {readonly rule: string; readonly from: string; readonly to: string};

const CONFIG = join(ROOT, '.dependency-cruiser.mjs');
const {default: config} = (await import(CONFIG)) as {default: Config};

// A small tree in which everything is allowed ...
const ALLOWED: Readonly<Record<string, string>> = {
	'src/sim/kernel/tick.ts': 'export type Tick = number;',
	'src/sim/kernel/mode.ts': `import {createActor} from 'xstate'; export const run = createActor;`,
	'src/sim/kernel/random-streams.ts': `import seedrandom from 'seedrandom'; export const randomStreams = seedrandom;`,
	'src/sim/kernel/index.ts': `export * from './tick.ts'; export * from './mode.ts'; export * from './random-streams.ts';`,
	'src/sim/dns/dns.machine.ts': `import {setup} from 'xstate'; export const dnsMachine = setup;`,
	'src/sim/dns/index.ts': `import type {Tick} from '../kernel/index.ts'; export type Dns = {at: Tick};`,
	'src/sim/nlb/nlb.types.ts': 'export type Nlb = {errors: number};',
	'src/sim/nlb/index.ts': `export * from './nlb.types.ts';`,
	'src/sim/world.ts': `import type {Dns} from './dns/index.ts'; export type World = {dns: Dns};`,
	'src/sim/index.ts': `export * from './world.ts';`,
	'src/observe/metrics.ts': 'export type Metric = string;',
	'src/observe/index.ts': `import type {World} from '../sim/index.ts'; export const see = (world: World) => world;`,
	'src/level/index.ts': `import {z} from 'zod/mini'; import {parse} from 'yaml'; export const level = [z, parse];`,
	'src/session/index.ts': `import {level} from '../level/index.ts'; export const session = level;`,
	'src/view/index.ts': `import {see} from '../observe/index.ts'; export const view = see;`,
	'src/play/kept/index.ts': 'export const kept = 1;',
	'src/play/index.ts': `import {view} from '../view/index.ts'; import {session} from '../session/index.ts'; export const play = [view, session];`,
	'src/tui/index.tsx': `import {Text} from 'ink'; import {view} from '../view/index.ts'; export const tui = [Text, view];`,
	'src/web/index.ts': `import {get} from 'idb-keyval'; import {play} from '../play/index.ts'; export const web = [get, play];`,
	'src/saves/index.ts': `import Conf from 'conf'; import {session} from '../session/index.ts'; import {kept} from '../play/kept/index.ts'; export const saves = [Conf, session, kept];`,
	'src/team/index.ts': `import {z} from 'zod/mini'; import {session} from '../session/index.ts'; export const team = [z, session];`,
	'src/host/index.ts': `import {WebSocket} from 'ws'; import {team} from '../team/index.ts'; export const host = [WebSocket, team];`,
	'src/saves/disk/index.ts': `import fs from 'node:fs'; export const disk = fs;`,
	'src/cli/main.ts': `import {disk} from '../saves/disk/index.ts'; import {tui} from '../tui/index.tsx'; export const main = [disk, tui];`,
	'src/view/view.test.ts': `import {expect} from 'vitest'; import type {World} from '../sim/world.ts'; export const t = expect as unknown as World;`,
	'test/support/driver.ts': 'export const driver = 1;',
};

// ... and beside it, one file for each rule, which breaks that rule and says so in its name.
const PLANTED: Readonly<Record<string, string>> = {
	'src/sim/world-in/sim-imports-only-below.ts': `import {see} from '../../observe/index.ts'; export const x = see;`,
	'src/observe/observe-imports-only-below.ts': `import {level} from '../level/index.ts'; export const x = level;`,
	'src/level/level-imports-only-below.ts': `import {see} from '../observe/index.ts'; export const x = see;`,
	'src/session/session-imports-only-below.ts': `import {saves} from '../saves/index.ts'; export const x = saves;`,
	'src/view/view-imports-only-below.ts': `import type {World} from '../sim/index.ts'; export type X = World;`,
	'src/tui/tui-imports-only-below.ts': `import {session} from '../session/index.ts'; export const x = session;`,
	'src/play/play-imports-only-below.ts': `import {saves} from '../saves/index.ts'; export const x = saves;`,
	'src/web/web-imports-only-below.ts': `import {saves} from '../saves/index.ts'; export const x = saves;`,
	'src/web/no-node-where-a-browser-goes.ts': `import path from 'node:path'; export const x = path;`,
	'src/saves/saves-know-what-is-kept.ts': `import {play} from '../play/index.ts'; export const x = play;`,
	'src/tui/browser-storage-in-web-only.ts': `import {get} from 'idb-keyval'; export const x = get;`,
	'src/saves/saves-imports-only-below.ts': `import {view} from '../view/index.ts'; export const x = view;`,
	'src/cli/cli-imports-only-below.ts': `import type {World} from '../sim/index.ts'; export type X = World;`,
	'src/team/team-imports-only-below.ts': `import {play} from '../play/index.ts'; export const x = play;`,
	'src/team/team-uses-named-packages.ts': `import {parse} from 'yaml'; export const x = parse;`,
	'src/host/host-imports-only-below.ts': `import {tui} from '../tui/index.tsx'; export const x = tui;`,
	'src/cli/sockets-in-host-only.ts': `import {WebSocket} from 'ws'; export const x = WebSocket;`,
	'src/jobs/jobs-imports-only-below.ts': `import {tui} from '../tui/index.tsx'; export const x = tui;`,
	'src/nats/nats-imports-only-below.ts': `import {tui} from '../tui/index.tsx'; export const x = tui;`,
	'src/cli/cluster-in-nats-only.ts': `import {connect} from '@nats-io/transport-node'; export const x = connect;`,
	'src/sim/dns/sim-uses-named-packages.ts': `import {z} from 'zod'; export const x = z;`,
	'src/observe/observe-uses-named-packages.ts': `import {z} from 'zod'; export const x = z;`,
	'src/level/level-uses-named-packages.ts': `import stringWidth from 'string-width'; export const x = stringWidth;`,
	'src/session/session-uses-named-packages.ts': `import {parse} from 'yaml'; export const x = parse;`,
	'src/view/view-uses-named-packages.ts': `import stringWidth from 'string-width'; export const x = stringWidth;`,
	'src/saves/no-circular.ts': `import {b} from './no-circular-b.ts'; export const a = () => b;`,
	'src/saves/no-circular-b.ts': `import {a} from './no-circular.ts'; export const b = () => a;`,
	'src/sim/dns/subsystems-do-not-know-each-other.ts': `import type {Nlb} from '../nlb/index.ts'; export type X = Nlb;`,
	'src/view/through-the-door.ts': `import type {Metric} from '../observe/metrics.ts'; export type X = Metric;`,
	'src/sim/through-the-subsystem-door.ts': `import type {Nlb} from './nlb/nlb.types.ts'; export type X = Nlb;`,
	'src/sim/dns/through-the-kernel-door.ts': `import type {Tick} from '../kernel/tick.ts'; export type X = Tick;`,
	'src/session/pure-core.ts': `import {readFileSync} from 'node:fs'; export const x = readFileSync;`,
	'src/sim/dns/xstate-in-charts-only.ts': `import {createActor} from 'xstate'; export const x = createActor;`,
	'src/sim/dns/seedrandom-in-random-streams-only.ts': `import seedrandom from 'seedrandom'; export const x = seedrandom;`,
	'src/saves/ink-and-react-in-the-terminal-only.ts': `import type {ReactNode} from 'react'; export type X = ReactNode;`,
	'src/cli/conf-in-saves-only.ts': `import Conf from 'conf'; export const x = Conf;`,
	'src/cli/files-through-one-reader-and-writer.ts': `import {readFile} from 'node:fs/promises'; export const x = readFile;`,
	'src/cli/program-does-not-know-its-tests.ts': `import {driver} from '../../test/support/driver.ts'; export const x = driver;`,
	'src/cli/everything-resolves.ts': `import {x} from './nowhere.ts'; export const y = x;`,
};

async function violationsOf(files: Readonly<Record<string, string>>): Promise<readonly Found[]> {
	return inScratch(async folder => {
		writeFiles(folder, files);
		for (const name of ['package.json', 'tsconfig.json'])
			copyFileSync(join(ROOT, name), join(folder, name));
		symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
		const {output} = await cruise(
			['src'],
			{
				...config.options,
				baseDir: folder,
				validate: true,
				ruleSet: {forbidden: [...config.forbidden] as never},
			},
			undefined,
			{tsConfig: extractTSConfig(join(folder, 'tsconfig.json'))},
		);
		const {summary} = output as ICruiseResult;
		expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(files).length - 2);
		return summary.violations.map(({rule, from, to}) => ({rule: rule.name, from, to}));
	});
}

describe('the layer rules', () => {
	let found: readonly Found[] = [];

	beforeAll(async () => {
		found = await violationsOf({...ALLOWED, ...PLANTED});
	});

	test('allow what the architecture allows', async () => {
		expect(await violationsOf(ALLOWED)).toEqual([]);
	});

	test.each(config.forbidden.map(rule => rule.name))('%s: a planted violation is caught', name => {
		const inPlanted = found.filter(({from}) => basename(from, '.ts').startsWith(name));
		expect(inPlanted.map(({rule}) => rule)).toContain(name);
	});

	test('catch nothing but what was planted', () => {
		const others = found.filter(({from}) => !(from in PLANTED));
		expect(others).toEqual([]);
	});
});
