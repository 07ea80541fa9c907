import {defineConfig} from 'vitest/config';

/** What a mode runs. The ordinary tests leave out what takes minutes. */
const SLOW = {heavy: '**/*.heavy.test.ts', oracle: '**/*.oracle.test.ts'};

export default defineConfig(({mode}) => {
	const slow = mode === 'heavy' || mode === 'oracle' ? SLOW[mode] : undefined;
	return {
		test: {
			include: slow === undefined ? ['{src,test}/**/*.test.{ts,tsx}'] : [`{src,test}/${slow}`],
			exclude: ['**/node_modules/**', ...(slow === undefined ? Object.values(SLOW) : [])],
			pool: 'forks',
			maxWorkers: 2,
			testTimeout: slow === undefined ? 60_000 : 600_000,
			hookTimeout: 60_000,
			reporters: ['default', './test/support/closing-line.ts'],
			passWithNoTests: slow !== undefined,
		},
	};
});
