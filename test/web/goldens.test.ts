import type {Browser} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {BROWSERS, openBrowser} from './browsers.ts';
import {hashOf, relivedIn, reliveScript, type Golden} from './relive.ts';

/** A level of minutes, one of every system, and the whole event; all of them in the heavy test. */
const SOME: readonly Golden[] = [
	{level: 'two-writers', player: 'textbook'},
	{level: 'network-backlog', player: 'reckless'},
	{level: 'october-20', player: 'textbook'},
];

let script: string;
beforeAll(async () => {
	script = await reliveScript();
}, 60_000);

describe.each(BROWSERS)('%s', name => {
	let browser: Browser;

	beforeAll(async () => {
		browser = await openBrowser(name);
	}, 60_000);

	afterAll(() => browser.close());

	test.each(SOME)('lives $player of $level again to the hash that Node gave', async golden => {
		const page = await browser.newPage();
		await page.evaluate(script);
		const {hash} = await relivedIn(page, golden);
		expect(hash).toBe(hashOf(golden));
		await page.close();
	});
});
