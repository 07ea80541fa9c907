import {defineConfig} from 'vitest/config';

/** What a mode runs. The ordinary tests leave out what takes minutes. */
const SLOW = {heavy: '**/*.heavy.test.ts', oracle: '**/*.oracle.test.ts'};

export default defineConfig(({mode}) => {
	const slow = mode === 'heavy' || mode === 'oracle' ? SLOW[mode] : undefined;
	const shared = {
		exclude: ['**/node_modules/**', ...(slow === undefined ? Object.values(SLOW) : [])],
		pool: 'forks' as const,
		testTimeout: slow === undefined ? 60_000 : 600_000,
		hookTimeout: 60_000,
	};
	const within = (folder: string) =>
		slow === undefined ? `${folder}/**/*.test.{ts,tsx}` : `${folder}/${slow}`;
	return {
		test: {
			maxWorkers: 2,
			reporters: ['default', './test/support/closing-line.ts'],
			passWithNoTests: slow !== undefined,
			projects: [
				// What stands beside its source is pure: it may share the modules that it loads, which halves its time.
				{test: {...shared, name: 'src', include: [within('src')], isolate: false}},
				{
					test: {
						...shared,
						name: 'test',
						include: [within('test')],
						globalSetup: './test/support/one-program.ts',
					},
				},
			],
		},
	};
});
