import axe from 'axe-core';
import fs from 'node:fs';
import path from 'node:path';
import type {Browser} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ROOT} from '../support/tree.ts';
import {BROWSERS, openBrowser, serveSite, type Site} from './browsers.ts';
import {PROGRAMS} from './programs.ts';
import {Tab} from './tab.ts';

let site: Site;
let browser: Browser;

describe.runIf(BROWSERS.includes('chrome'))('each program', () => {
	beforeAll(async () => {
		site = await serveSite();
		browser = await openBrowser('chrome');
	}, 60_000);

	afterAll(async () => {
		await browser.close();
		site.stop();
	});

	test.each(PROGRAMS)(
		'$name has nothing serious for axe, and nothing beside a phone',
		async program => {
			const profile = await browser.createBrowserContext();
			const tab = await Tab.open(profile, site, program.hash);
			await tab.page.setViewport({width: 1440, height: 900});
			await program.before?.(tab);
			await tab.shows(program.shows, 120);
			for (const value of ['light', 'dark']) {
				await tab.page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}]);
				await tab.page.evaluate(axe.source);
				expect(await seriousIn(tab)).toEqual([]);
			}
			await tab.page.setViewport({width: 390, height: 844, deviceScaleFactor: 2});
			await tab.page.waitForFunction(() => document.querySelector('#screen')!.clientWidth <= 390);
			expect(await widerThanThePage(tab)).toEqual([]);
			expect(tab.strayed).toEqual([]);
			await profile.close();
		},
	);
});

function seriousIn(tab: Tab): Promise<readonly string[]> {
	return tab.page.evaluate(async () => {
		const {axe: checker} = globalThis as unknown as {axe: typeof axe};
		const {violations} = await checker.run();
		return violations
			.filter(({impact}) => impact === 'serious' || impact === 'critical')
			.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(' ')}`);
	});
}

/** What is wider than it may be: the page itself, or a row of it. */
function widerThanThePage(tab: Tab): Promise<readonly string[]> {
	return tab.page.evaluate(async () => {
		// The screen is drawn anew within two frames.
		for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
		return [document.documentElement, ...document.querySelectorAll('.row')]
			.filter(each => each.scrollWidth > each.clientWidth + 1)
			.map(each => each.textContent.slice(0, 100));
	});
}

test('there is a program for each picture in docs/web', () => {
	const names = fs.readdirSync(path.join(ROOT, 'docs', 'web')).map(name => name.split('-')[0]);
	expect([...new Set(names)].sort()).toEqual(PROGRAMS.map(({name}) => name).sort());
});
