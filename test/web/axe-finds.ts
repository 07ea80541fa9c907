import axe from 'axe-core';
import type {Page} from 'puppeteer-core';

/** What axe finds serious on a page, light and dark. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
	const found: string[] = [];
	for (const value of ['light', 'dark']) {
		await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}]);
		await page.evaluate(axe.source);
		const serious = await page.evaluate(async () => {
			const {axe: checker} = globalThis as unknown as {axe: typeof axe};
			const {violations} = await checker.run();
			return violations
				.filter(({impact}) => impact === 'serious' || impact === 'critical')
				.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(' ')}`);
		});
		found.push(...serious);
	}
	return found;
}
