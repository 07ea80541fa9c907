import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {BROWSERS, openBrowser, serveSite, type BrowserName, type Site} from './browsers.ts';
import {Tab} from './tab.ts';

let site: Site;

beforeAll(async () => {
	site = await serveSite();
}, 60_000);

afterAll(() => {
	site.stop();
});

/** A browser that was told to keep nothing of any page. */
function forgetful(name: BrowserName, profile: string) {
	if (name === 'firefox') return openBrowser(name, profile, {'network.cookie.cookieBehavior': 2});
	const preferences = {profile: {default_content_setting_values: {cookies: 2}}};
	fs.mkdirSync(path.join(profile, 'Default'));
	fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
	return openBrowser(name, profile);
}

describe.each(BROWSERS)('in %s', name => {
	test('where the browser keeps nothing it is said, and a run is played to its end and saved as a file', async () => {
		const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-forgetful-'));
		const browser = await forgetful(name, profile);
		const tab = await Tab.open(browser, site, '#play=read-a-panel');
		await tab.shows('the browser keeps nothing for this page');
		await tab.press('Enter');
		await tab.shows('The journal cannot be kept: the browser keeps nothing for this page');
		await tab.shows('drops 6.0 % of packets');
		await tab.type(':reroute border use1-az1');
		await tab.press('Enter', 'Escape');
		await tab.type('+++++++++');
		await tab.shows('WON', 60);
		await tab.press('Enter');
		await tab.shows('Save as a file');
		await tab.click('Score');
		await tab.shows('How the run stands');
		expect(tab.strayed.filter(said => !said.includes('ServiceWorker'))).toEqual([]);
		await browser.close();
		fs.rmSync(profile, {recursive: true, force: true});
	});
});
