import fs from 'node:fs';
import type {Browser, BrowserContext} from 'puppeteer-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {BROWSERS, openBrowser, serveSite, type Site} from './browsers.ts';
import {OCTOBER} from './giving.ts';
import {goldenPath} from './relive.ts';
import {Tab} from './tab.ts';

const LOST = goldenPath({level: OCTOBER, player: 'as-it-happened'});
const STILL = 'Re-simulating';

describe.runIf(BROWSERS.includes('chrome'))('the debrief of a lost night', () => {
	let site: Site;
	let browser: Browser;
	let profile: BrowserContext;
	let tab: Tab;

	beforeAll(async () => {
		site = await serveSite();
		browser = await openBrowser('chrome');
	}, 60_000);

	afterAll(async () => {
		await browser.close();
		site.stop();
	});

	beforeEach(async () => {
		profile = await browser.createBrowserContext();
		tab = await Tab.open(profile, site);
		await tab.shows('First steps');
		await tab.drop('lost.journal.jsonl', fs.readFileSync(LOST, 'utf8'));
		await tab.shows('is here now');
		await tab.click('Runs…');
		await tab.shows('Import a file');
		await tab.press('Enter');
		await tab.shows('Debrief');
		await tab.click('Debrief');
		await tab.shows('held to its marks');
	});

	afterEach(async () => {
		expect(tab.strayed).toEqual([]);
		await profile.close();
	});

	/** Left is left: the menu is there, and no worker goes on. */
	async function expectLeft(): Promise<void> {
		await tab.shows('Save as a file');
		expect(await tab.text()).not.toContain('How did that feel?');
		await expect.poll(() => tab.page.workers().length, {timeout: 60_000}).toBe(0);
		expect(await tab.text()).toContain('Save as a file');
	}

	test('is left before the run has been held to its marks', async () => {
		await tab.press('Escape');
		await expectLeft();
	});

	test('says how far it is, takes what is typed meanwhile, and is left on the way', async () => {
		await tab.shows('How did that feel?');
		await tab.shows(/again: 0 of \d+/u);
		await tab.press('3');
		await tab.shows('What happened, in your words?');
		await tab.type('The name was empty');
		await tab.shows('> The name was empty');
		const began = await livedIn(tab);
		await tab.page.waitForFunction(
			(lived: number) => {
				const [, now = '0'] = /again: (\d+) of/u.exec(document.body.textContent) ?? [];
				return Number(now) > lived;
			},
			{timeout: 120_000},
			began,
		);
		await tab.press('Tab', 'ArrowRight');
		await tab.shows('What mattered most');
		await tab.shows(STILL);
		expect(await livedIn(tab)).toBeGreaterThan(began);
		await tab.press('Escape');
		await expectLeft();
	});
});

async function livedIn(tab: Tab): Promise<number> {
	const [, lived] = new RegExp(`${STILL} (\\d+)/`, 'u').exec(await tab.text()) ?? [];
	expect(lived).toBeDefined();
	return Number(lived);
}
