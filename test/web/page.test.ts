import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser, BrowserContext} from 'puppeteer-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {parseJournal, runLink} from '../../src/session/index.ts';
import {someOf} from '../support/sampled.ts';
import {axeFinds} from './axe-finds.ts';
import {BROWSERS, openBrowser, serveBelow, serveSite, type Site} from './browsers.ts';
import {Tab} from './tab.ts';

const LEVEL = 'read-a-panel';
const ORDERS = ['show border', 'reroute border use1-az1'];

let site: Site;
let folder: string;

beforeAll(async () => {
	site = await serveSite();
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-web-'));
}, 60_000);

afterAll(() => {
	site.stop();
	fs.rmSync(folder, {recursive: true, force: true});
});

/** The program in a terminal, on a journal. */
function outage(...words: readonly string[]): string {
	const env = {...process.env, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder};
	return execFileSync(process.execPath, [site.program, ...words], {encoding: 'utf8', env});
}

function saved(text: string, name = 'of-a-tab.journal.jsonl'): string {
	const file = path.join(folder, name);
	fs.writeFileSync(file, text);
	return file;
}

async function onlyJournal(tab: Tab): Promise<string> {
	const [text, ...others] = Object.values(await tab.journals());
	expect(others).toEqual([]);
	return text ?? '';
}

/** `npm run test:browsers` asks every browser; the one that is everywhere is asked each time. */
const ASKED = BROWSERS.filter(
	name => name === 'chrome' || process.env['EVERY_BROWSER'] !== undefined,
);

describe.each(ASKED)('in %s', name => {
	let browser: Browser;
	/** What one test keeps, no other finds. */
	let profile: BrowserContext;
	const tabs: Tab[] = [];

	beforeAll(async () => {
		browser = await openBrowser(name);
	}, 60_000);

	beforeEach(async () => {
		profile = await browser.createBrowserContext();
	});

	afterAll(() => browser.close());

	afterEach(async () => {
		// Nothing is asked of anybody else, and the page's rules have nothing to refuse.
		expect(tabs.splice(0).flatMap(({strayed}) => strayed)).toEqual([]);
		await profile.close();
	});

	async function open(hash = ''): Promise<Tab> {
		const tab = await Tab.open(profile, site, hash);
		tabs.push(tab);
		return tab;
	}

	/** On until it is won, without waiting for the clock. */
	async function wins(tab: Tab): Promise<void> {
		await tab.type(':until 12:00');
		await tab.press('Enter');
		await tab.shows('WON', 60);
	}

	test('a level is won by keys alone, and lives again in the terminal to the same end', async () => {
		const tab = await open(`#play=${LEVEL}`);
		await tab.shows('enter  begins');
		await tab.press('Enter');
		await tab.shows('drops 6.0 % of packets');
		for (const order of ORDERS) {
			await tab.type(':');
			await tab.type(order);
			await tab.press('Enter', 'Escape');
		}
		await wins(tab);
		const file = saved(await onlyJournal(tab));
		expect(outage('replay', file, '--verify')).toContain('Verified');
		expect(ordersIn(file)).toEqual(ORDERS);
	});

	test('a run that was begun in a tab goes on in a terminal, and one of a terminal in a tab', async () => {
		const tab = await open(`#play=${LEVEL}`);
		await tab.shows('enter  begins');
		await tab.press('Enter');
		await tab.shows('drops 6.0 % of packets');
		await tab.type(':');
		await tab.type(ORDERS[0] ?? '');
		await tab.press('Enter', 'Escape');
		await tab.shows(/DONE .*show border/u);
		await tab.press('q');
		await tab.press('y');
		await tab.shows('Levels');
		await tab.press('Escape');
		await tab.shows('Resume');
		const file = saved(await onlyJournal(tab));
		const lines = `${ORDERS[1] ?? ''}\nwait 1\nquit\n`;
		execFileSync(
			process.execPath,
			[site.program, 'play', LEVEL, '--plain', '--continue', '--saves', folder],
			{input: lines, env: {...process.env, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder}},
		);
		const text = fs.readFileSync(file, 'utf8');
		expect(ordersIn(file)).toEqual(ORDERS);

		const other = await browser.createBrowserContext();
		const next = await Tab.open(other, site);
		await next.shows('First steps');
		await next.drop('of-a-terminal.journal.jsonl', text);
		await next.shows('of-a-terminal.journal.jsonl is here now');
		await next.shows('Resume');
		await next.click('Resume');
		await next.shows(/RUNNING .*reroute border/u);
		await next.type(' ');
		await wins(next);
		const whole = saved(await onlyJournal(next));
		expect(outage('replay', whole, '--verify')).toContain('Verified');
		await other.close();
		fs.rmSync(file);
	});

	test('a link is lived again before it is believed, and says so; a cut one is refused', async () => {
		const golden = path.join('saves', 'golden', LEVEL, 'textbook.journal.jsonl');
		const link = outage('share', golden).trim();
		const verdict = outage('score', link).split('\n')[0] ?? '';
		const tab = await open(link);
		await tab.shows(verdict);
		await tab.press('Escape');
		await tab.shows('REPLAY');
	});

	test('a link that was cut, changed, made up or is of another version is refused with a sentence', async () => {
		const golden = path.join('saves', 'golden', LEVEL, 'textbook.journal.jsonl');
		const link = outage('share', golden).trim();
		const script = '<img src=x onerror=alert(1)>';
		const tab = await open();
		const hostile: readonly (readonly [string, RegExp])[] = [
			[link.slice(0, -9), /cut off or changed/u],
			[link.replace(/.{20}$/u, end => end.toUpperCase()), /cut off or changed/u],
			[link.replace('#run=1.', '#run=7.'), /It is of form 7/u],
			[`#run=1.0.2.0.${'A'.repeat(1_000_000)}.00000000`, /longer than 8192/u],
			[scriptedLink(golden, script), /There is no level “<img src=x/u],
			[`#run=${encodeURIComponent(script)}`, /cut off or changed/u],
			[`#play=${encodeURIComponent(script)}`, /There is no level “<img src=x/u],
		];
		for (const [hash, sentence] of someOf(hostile, 3)) {
			await tab.go(hash);
			await tab.shows(sentence);
		}
		expect(await tab.page.$$('img')).toEqual([]);
		expect(await tab.journals()).toEqual({});
	});

	test('what is no journal, or has been changed, is refused with a sentence', async () => {
		const tab = await open();
		await tab.shows('First steps');
		await tab.drop('<img src=x onerror=alert(1)>.journal.jsonl', '<script>alert(1)</script>');
		await tab.shows('The file: ');
		const golden = path.join('saves', 'golden', LEVEL, 'textbook.journal.jsonl');
		const changed = fs.readFileSync(golden, 'utf8').replace('"order":1', '"order":2');
		await tab.drop('changed.journal.jsonl', changed);
		await tab.shows(/changed\.journal\.jsonl: .*line \d/u);
		expect(await tab.journals()).toEqual({});
	});

	test('a debrief works beside the page, and can be left', async () => {
		const tab = await open();
		await tab.shows('First steps');
		const golden = path.join('saves', 'golden', LEVEL, 'reckless.journal.jsonl');
		await tab.drop('lost.journal.jsonl', fs.readFileSync(golden, 'utf8'));
		await tab.shows('lost.journal.jsonl is here now');
		await tab.click('Runs…');
		await tab.click('Read a panel');
		await tab.shows('Debrief');
		await tab.click('Debrief');
		await tab.shows('How did that feel?');
		await tab.shows(/re-simulated runs/u, 60);
		await tab.press('1', 'Escape');
		await tab.shows('Save as a file');
	});

	test('two tabs do not play one run', async () => {
		const first = await open(`#play=${LEVEL}`);
		await first.shows('enter  begins');
		await first.press('Enter');
		await first.shows('9 Log');
		const second = await open(`#play=${LEVEL}`);
		await second.shows('Another tab is playing it.');
		await second.press('Enter');
		await second.shows('9 Log');
		expect(Object.keys(await second.journals())).toHaveLength(2);
	});

	test('a tab that dies loses at most a second of play', async () => {
		const tab = await open(`#play=${LEVEL}`);
		await tab.shows('enter  begins');
		await tab.press('Enter');
		await tab.shows('drops 6.0 % of packets');
		const [, clock = ''] = /(\d\d:\d\d:\d\d) PDT/u.exec(await tab.text()) ?? [];
		await tab.die();
		const next = await open();
		await next.shows('Resume');
		const [text = ''] = Object.values(await next.journals());
		const {reached} = JSON.parse(
			execFileSync(process.execPath, ['-e', REACHED], {input: text, encoding: 'utf8'}),
		) as {reached: number};
		// The night began at half past nine; time runs at eight seconds a second at most by then.
		expect(reached).toBeGreaterThanOrEqual(secondsSince('09:30:00', clock) - 8);
	});
});

/** A link whose checksum is right, and whose level is called as somebody liked. */
function scriptedLink(file: string, level: string): string {
	const parsed = parseJournal(fs.readFileSync(file, 'utf8'));
	if (!parsed.ok) throw new Error(parsed.problem.message);
	const {journal} = parsed;
	const made = runLink({...journal, begin: {...journal.begin, level}});
	if (!made.ok) throw new Error(made.message);
	return made.link;
}

const REACHED = `
	const lines = require('fs').readFileSync(0, 'utf8').trim().split('\\n').map(line => JSON.parse(line));
	console.log(JSON.stringify({reached: Math.max(...lines.map(({at}) => at ?? 0))}));
`;

function secondsSince(start: string, clock: string): number {
	const seconds = (time: string) =>
		time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
	return seconds(clock) - seconds(start);
}

function ordersIn(file: string): readonly string[] {
	return fs
		.readFileSync(file, 'utf8')
		.split('\n')
		.filter(line => line.startsWith('{"kind":"do"') && line.includes('"by":"you"'))
		.map(line => (JSON.parse(line) as {what: string}).what);
}

describe.runIf(BROWSERS.includes('chrome'))('for everybody', () => {
	let browser: Browser;

	beforeAll(async () => {
		browser = await openBrowser('chrome');
	}, 60_000);

	afterAll(() => browser.close());

	const programs: readonly (readonly [string, string, readonly string[], string])[] = [
		['menu', '', [], 'First steps'],
		['brief', '#play=october-20', [], 'enter  begins'],
		['console', `#play=${LEVEL}`, ['Enter'], '9 Log'],
		['tutorial', '#play=first-steps', ['Enter'], 'First steps 1'],
	];
	test.each(someOf(programs, 2))(
		'axe finds nothing serious in the %s, light and dark',
		async (_, hash, keys, shows) => {
			const tab = await Tab.open(browser, site, hash);
			if (keys.length === 0) await tab.shows(shows);
			else {
				await tab.shows(/begins|First steps/u);
				await tab.press(...keys);
				await tab.shows(shows);
			}
			expect(await axeFinds(tab.page)).toEqual([]);
			await tab.page.close();
		},
	);

	test('in a folder below its host the page works, and after its first load without a network', async () => {
		const below = await serveBelow(site, '/some/sub/path/');
		const tab = await Tab.open(browser, below);
		await tab.shows('First steps');
		await tab.page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
		await tab.page.setOfflineMode(true);
		await tab.go(`#play=${LEVEL}`);
		await tab.shows('enter  begins');
		await tab.press('Enter');
		await tab.shows('9 Log');
		expect(tab.strayed).toEqual([]);
		await tab.page.close();
		below.stop();
	});

	test('the tab of the first visit goes on without a network', async () => {
		const below = await serveBelow(site, '/first/visit/');
		const profile = await browser.createBrowserContext();
		const tab = await Tab.open(profile, below);
		await tab.shows('First steps');
		await tab.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		below.stop();
		await tab.press('Enter');
		await tab.shows('enter  begins');
		await tab.press('Enter');
		await tab.shows('First steps 1');
		expect(tab.strayed).toEqual([]);
		await profile.close();
	});

	test('of a site that is half updated nothing is kept, and what does not load is said', async () => {
		const files = path.join(path.dirname(site.program), 'site');
		const half = path.join(folder, 'half');
		fs.cpSync(files, path.join(half, 'site'), {recursive: true});
		fs.appendFileSync(path.join(half, 'site', 'worker.js'), '//');
		let isUpdated = false;
		const program = path.join(half, 'any.mjs');
		const below = await serveBelow({program}, '/half/', name => isUpdated && /^part-/u.test(name));
		const profile = await browser.createBrowserContext();
		const tab = await Tab.open(profile, below);
		await tab.shows('First steps');
		await tab.page.waitForFunction(async () => {
			const [kept] = await caches.keys();
			return kept !== undefined && (await navigator.serviceWorker.getRegistration()) === undefined;
		});
		expect(await tab.page.evaluate(() => caches.match('./main.js').then(Boolean))).toBe(false);
		isUpdated = true;
		await tab.press('Enter');
		await tab.shows('This part of the page did not load.');
		await tab.press('Escape');
		await tab.shows('Settings');
		await profile.close();
		below.stop();
	});

	const GONE: readonly (readonly [string, string, string, RegExp])[] = [
		['its levels', '"id":"october-20"', '', /The page cannot begin: .* Load it again\./u],
		['the room', 'A room of outage-oncall', '#join=aaaa-bbbb-cccc', /did not load\./u],
		['the board', 'The board waits', '#board=aaaa-bbbb-cccc', /did not load\./u],
	];
	test.each(someOf(GONE, 1))('where %s cannot be had it is said', async (_, words, hash, said) => {
		const files = path.join(path.dirname(site.program), 'site');
		const holds = (name: string) => fs.readFileSync(path.join(files, name), 'utf8').includes(words);
		const gone = fs.readdirSync(files).filter(holds);
		expect(gone).toHaveLength(1);
		const below = await serveBelow(site, '/gone/', name => gone.includes(name));
		const profile = await browser.createBrowserContext();
		const tab = await Tab.open(profile, below, hash);
		await tab.shows(said);
		await profile.close();
		below.stop();
	});

	test('where the room of the page is full it is said, play goes on, and all of it is kept later', async () => {
		const profile = await browser.createBrowserContext();
		const tab = await Tab.open(profile, site, `#play=${LEVEL}`);
		await tab.shows('begins');
		const devtools = await tab.page.createCDPSession();
		const {origin} = new URL(site.url);
		await devtools.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 1});
		await tab.press('Enter');
		await tab.shows(
			'The journal cannot be kept: the room that the browser gives to this page is full.',
		);
		expect(await tab.journals()).toEqual({});
		await tab.type(`:${ORDERS[0] ?? ''}`);
		await tab.press('Enter', 'Escape');
		await tab.shows(/DONE .*show border/u);
		await devtools.send('Storage.overrideQuotaForOrigin', {origin});
		await tab.shows('The journal is being kept again; nothing is lost.');
		const file = saved(await onlyJournal(tab), 'full.journal.jsonl');
		expect(ordersIn(file)).toEqual([ORDERS[0]]);
		await profile.close();
	});

	test('where nothing is kept of a run, that is said when it is left', async () => {
		const profile = await browser.createBrowserContext();
		const tab = await Tab.open(profile, site);
		await tab.shows('First steps');
		const devtools = await tab.page.createCDPSession();
		const {origin} = new URL(site.url);
		await devtools.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 1});
		await tab.press('Enter');
		await tab.shows('enter  begins');
		await tab.press('Enter');
		await tab.shows('The journal cannot be kept');
		await tab.press('q', 'y');
		await tab.shows('only in this tab: save the run as a file');
		await profile.close();
	});

	test('on a phone one reads, and playing says what it asks for', async () => {
		const unplayed = await browser.createBrowserContext();
		const tab = await Tab.open(unplayed, site);
		await tab.page.setViewport({width: 360, height: 740, deviceScaleFactor: 2});
		await tab.shows('First steps');
		const wide = await tab.page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide).toBeLessThanOrEqual(360);
		await tab.go(`#play=${LEVEL}`);
		await tab.shows('begins');
		await tab.press('Enter');
		await tab.shows('Playing asks for 80 columns');
		await unplayed.close();
	});

	test('what happens is read out as plain mode says it', async () => {
		const unplayed = await browser.createBrowserContext();
		const tab = await Tab.open(unplayed, site, `#play=${LEVEL}`);
		await tab.shows('begins');
		await tab.press('Enter');
		const isTold = await tab.page.waitForFunction(() =>
			document.querySelector('#live')?.textContent.includes('PAGE'),
		);
		expect(await isTold.jsonValue()).toBe(true);
		await unplayed.close();
	});
});
