import {describe, expect, test} from 'vitest';
import {BROWSERS, openBrowser} from './browsers.ts';
import {goldens, hashOf, relivedIn, reliveScript} from './relive.ts';

describe.each(BROWSERS)('%s', name => {
	test('lives every golden journal again to the hash that Node gave', async () => {
		const browser = await openBrowser(name);
		const script = await reliveScript();
		const wrong: string[] = [];
		for (const golden of goldens()) {
			const page = await browser.newPage();
			await page.evaluate(script);
			const {hash} = await relivedIn(page, golden);
			if (hash !== hashOf(golden)) wrong.push(`${golden.level} ${golden.player}`);
			await page.close();
		}
		await browser.close();
		expect(goldens().length).toBeGreaterThan(50);
		expect(wrong).toEqual([]);
	});
});
