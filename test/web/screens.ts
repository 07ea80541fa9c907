// Takes the pictures of the page in docs/web: `node --import ./build/typescript.mjs test/web/screens.ts`.
import fs from 'node:fs';
import path from 'node:path';
import {ROOT} from '../support/tree.ts';
import {bundleProgram} from '../cli/outage.ts';
import {openBrowser, serveSite} from './browsers.ts';
import {PROGRAMS} from './programs.ts';
import {Tab} from './tab.ts';

const SIZES = [
	{width: 1440, height: 900, deviceScaleFactor: 1},
	{width: 1024, height: 768, deviceScaleFactor: 1},
	{width: 390, height: 844, deviceScaleFactor: 1.5},
];

const [out = path.join(ROOT, 'docs', 'web'), only] = process.argv.slice(2);
fs.mkdirSync(out, {recursive: true});
await bundleProgram();
const site = await serveSite();
const browser = await openBrowser('chrome');
for (const {name, hash = '', before, shows} of PROGRAMS.filter(
	each => only === undefined || each.name === only,
)) {
	const profile = await browser.createBrowserContext();
	const tab = await Tab.open(profile, site, hash);
	await tab.page.setViewport(SIZES[0] ?? null);
	await before?.(tab);
	await tab.shows(shows, 120);
	for (const size of SIZES) {
		await tab.page.setViewport(size);
		for (const value of ['dark', 'light']) {
			await tab.page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}]);
			await new Promise(resolve => setTimeout(resolve, 400));
			const file = `${out}/${name}-${String(size.width)}-${value}.webp` as const;
			await tab.page.screenshot({path: file, type: 'webp', quality: 50});
		}
	}
	await profile.close();
}
await browser.close();
site.stop();
