import type {Reporter, SerializedError, TestModule} from 'vitest/node';

/** Says how the whole run went in one plain line, after vitest's own summary: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
		let passed = 0;
		// An error outside any test (an unhandled rejection) fails the run, and so counts.
		let failed = errors.length;
		for (const module of modules) {
			let failedHere = 0;
			for (const test of module.children.allTests()) {
				const {state} = test.result();
				if (state === 'passed') passed++;
				if (state === 'failed') failedHere++;
			}
			// A file that does not load, or whose hooks throw, fails without a failed test.
			failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
		}
		process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
	}
}
