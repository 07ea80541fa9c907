import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {BROWSERS, openBrowser, serveSite, type Site} from './browsers.ts';
import {endHashIn, giveAllByKeys, givenIn, OCTOBER, plainLines} from './giving.ts';
import {goldenPath} from './relive.ts';
import {Tab} from './tab.ts';

const TEXTBOOK = {level: OCTOBER, player: 'textbook'} as const;
/** As tall as a whole score. */
const TALL = {width: 1_440, height: 4_000};

describe.runIf(BROWSERS.length === 2)('a run that travels', () => {
	let site: Site;
	let folder: string;
	let chromium: Browser;
	let firefox: Browser;

	beforeAll(async () => {
		site = await serveSite();
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-travels-'));
		chromium = await openBrowser('chrome');
		firefox = await openBrowser('firefox');
	}, 60_000);

	afterAll(async () => {
		await chromium.close();
		await firefox.close();
		site.stop();
		fs.rmSync(folder, {recursive: true, force: true});
	});

	function outage(words: readonly string[], input = ''): string {
		const home = {XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, LANG: 'C.UTF-8'};
		const env = {...process.env, ...home};
		return execFileSync(process.execPath, [site.program, ...words], {encoding: 'utf8', env, input});
	}

	test('from a tab through a terminal into a link has one score and one hash everywhere', async () => {
		const wanted = givenIn(fs.readFileSync(goldenPath(TEXTBOOK), 'utf8'));
		const half = wanted.findIndex(({at}) => at >= (wanted[wanted.length >> 1]?.at ?? 0));
		const file = await begunIn(wanted.slice(0, half));
		expect(givenIn(fs.readFileSync(file, 'utf8'))).toEqual(wanted.slice(0, half));

		const lines = ['confirm off', ...plainLines(wanted.slice(half)), 'until 05:00', 'quit', ''];
		const saves = path.dirname(file);
		outage(['play', OCTOBER, '--plain', '--continue', '--saves', saves], lines.join('\n'));
		const whole = fs.readFileSync(file, 'utf8');
		expect(givenIn(whole)).toEqual(wanted);
		expect(outage(['replay', file, '--verify'])).toContain('Verified');

		const ofFile = scoreIn(outage(['score', file]));
		expect(ofFile.hash).toBe(endHashIn(whole));
		expect(ofFile.axes.length).toBeGreaterThan(4);
		const link = outage(['share', file]).trim();
		expect(scoreIn(outage(['score', link]))).toEqual(ofFile);
		expect(await scoreOfFile(path.basename(file), whole)).toEqual(ofFile);
		expect(await scoreOfLink(link)).toEqual(ofFile);
	});

	/** Begins the night in Chromium, gives orders, leaves it, and saves it as the page does. */
	async function begunIn(given: ReturnType<typeof givenIn>): Promise<string> {
		const saves = path.join(folder, 'saves');
		fs.mkdirSync(saves);
		const profile = await chromium.createBrowserContext({
			downloadBehavior: {policy: 'allow', downloadPath: saves},
		});
		const tab = await Tab.open(profile, site, `#play=${OCTOBER}`);
		await tab.shows('begins');
		await tab.press('Enter');
		await tab.shows('9 Log');
		await tab.type(' ');
		await tab.shows('‖');
		await giveAllByKeys(tab, given);
		await tab.type('q');
		await tab.type('y');
		await tab.shows('Runs…');
		await tab.click('Runs…');
		await tab.shows('Import a file');
		await tab.press('Enter');
		await tab.shows('Save as a file');
		await tab.click('Save as a file');
		await tab.shows('is where your browser puts what it loads down');
		const [name = ''] = Object.keys(await tab.journals());
		await expect.poll(() => fs.readdirSync(saves)).toEqual([name]);
		expect(tab.strayed).toEqual([]);
		await profile.close();
		return path.join(saves, name);
	}

	async function scoreOfFile(name: string, journal: string) {
		const profile = await chromium.createBrowserContext();
		const tab = await Tab.open(profile, site);
		await tab.page.setViewport(TALL);
		await tab.shows('First steps');
		await tab.drop(name, journal);
		await tab.shows('is here now');
		await tab.click('Runs…');
		await tab.shows('Import a file');
		await tab.press('Enter');
		await tab.shows('Score');
		await tab.click('Score');
		const score = await scoreOn(tab);
		await profile.close();
		return score;
	}

	async function scoreOfLink(link: string) {
		const profile = await firefox.createBrowserContext();
		const tab = await Tab.open(profile, site, link);
		await tab.page.setViewport(TALL);
		await tab.shows('won, ');
		const score = await scoreOn(tab);
		await profile.close();
		return score;
	}
});

async function scoreOn(tab: Tab) {
	await tab.shows(/hash [0-9a-f]{16}/u, 60);
	expect(tab.strayed).toEqual([]);
	return scoreIn(await tab.text());
}

/** A score as it is read: what it comes to, the points of each axis, and the hash. */
function scoreIn(text: string) {
	return {
		points: /safety and tasks \d+, harm avoided \d+/u.exec(text)?.[0],
		axes: [...text.matchAll(/([a-z]+(?: [a-z]+)*) +(\d+) [█░]{20}/gu)].map(
			([, axis, points]) => `${axis ?? ''} ${points ?? ''}`,
		),
		hash: /hash ([0-9a-f]{16})/u.exec(text)?.[1],
	};
}
