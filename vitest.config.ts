import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {defineConfig} from 'vitest/config';
import './build/typescript.mjs';
import {filesBelow, ROOT} from './test/support/tree.ts';

/** What a mode runs. The ordinary tests leave out what takes minutes. */
const SLOW = {heavy: '*.heavy.test.ts', oracle: '*.oracle.test.ts'};

/** Tests that start no program of ours: they do not wait for it to be made. */
const WITHOUT_PROGRAM = [
	'src',
	'test/charts',
	'test/docs',
	'test/frames',
	'test/fuzz',
	'test/golden',
	'test/levels',
	'test/observe',
	'test/parity',
	'test/physics',
	'test/properties',
	'test/protocol',
	'test/queue',
	'test/race',
	'test/references',
	'test/screens',
	'test/team',
	'test/vopr',
];

/** Node loads our modules itself: Vite's runner asks a getter for each imported name, and the simulation takes twice the time. */
const NATIVE = {viteModuleRunner: false, nodeLoader: false};

/** Files that try some of their cases in the ordinary run: heavy mode runs them with all. */
function sampled(): readonly string[] {
	return ['src', 'test']
		.flatMap(folder => filesBelow(folder, /(?<!\.(?:heavy|oracle))\.test\.tsx?$/u))
		.filter(file => /\/sampled\.ts'/u.test(readFileSync(join(ROOT, file), 'utf8')));
}

const startsNone = (file: string) => WITHOUT_PROGRAM.some(folder => file.startsWith(`${folder}/`));

export default defineConfig(({mode}) => {
	const slow = mode === 'heavy' || mode === 'oracle' ? SLOW[mode] : undefined;
	const within = (folder: string) => `${folder}/**/${slow ?? '*.test.{ts,tsx}'}`;
	const whole = mode === 'heavy' ? sampled() : [];
	const others = slow === undefined ? Object.values(SLOW).map(name => `**/${name}`) : [];
	const shared = {
		exclude: ['**/node_modules/**', ...others],
		pool: 'forks' as const,
		isolate: false, // No test leaves anything behind in its process: the modules that it loads serve the next.
		execArgv: ['--import', new URL('build/typescript.mjs', import.meta.url).href],
		experimental: NATIVE,
		env: {EVERY_CASE: mode === 'heavy' ? '1' : ''},
		testTimeout: slow === undefined ? 60_000 : 600_000,
		hookTimeout: 60_000,
	};
	return {
		test: {
			maxWorkers: 2,
			reporters: ['default', './test/support/closing-line.ts'],
			passWithNoTests: slow !== undefined,
			projects: [
				{
					test: {
						...shared,
						name: 'modules',
						include: [...WITHOUT_PROGRAM.map(within), ...whole.filter(startsNone)],
					},
				},
				{
					test: {
						...shared,
						name: 'program',
						include: [within('test'), ...whole.filter(file => !startsNone(file))],
						exclude: [...shared.exclude, ...WITHOUT_PROGRAM.map(folder => `${folder}/**`)],
						globalSetup: './test/support/one-program.ts',
					},
				},
			],
		},
	};
});
