import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ROOT} from '../support/tree.ts';
import {BROWSERS, openBrowser, serveSite, type Site} from './browsers.ts';
import {Tab} from './tab.ts';
import {
	endHashIn,
	giveAllByKeys,
	giveByMouse,
	givenIn,
	OCTOBER,
	plainLines,
	sinceStart,
	type Given,
} from './giving.ts';

const LEVEL = OCTOBER;

let site: Site;
let folder: string;

beforeAll(async () => {
	site = await serveSite();
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-october-'));
}, 60_000);

afterAll(() => {
	site.stop();
	fs.rmSync(folder, {recursive: true, force: true});
});

/** The journal that the terminal writes when somebody gives the same orders at the same seconds there. */
function inTerminal(given: readonly Given[], name: string): string {
	const saves = path.join(folder, name);
	outage(
		['play', LEVEL, '--plain', '--saves', saves],
		['confirm off', ...plainLines(given), 'until 05:00', 'quit', ''].join('\n'),
	);
	const [file = ''] = fs.readdirSync(saves).filter(each => each.endsWith('.jsonl'));
	return fs.readFileSync(path.join(saves, file), 'utf8');
}

function outage(words: readonly string[], input = ''): string {
	const env = {...process.env, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder};
	return execFileSync(process.execPath, [site.program, ...words], {encoding: 'utf8', env, input});
}

async function journalOf(tab: Tab): Promise<string> {
	const [text = '', ...others] = Object.values(await tab.journals());
	expect(others).toEqual([]);
	return text;
}

/** The same orders at the same seconds, to the same end; and the terminal verifies the page's own journal. */
function expectSame(page: string, name: string): void {
	const terminal = inTerminal(givenIn(page), name);
	expect(givenIn(terminal)).toEqual(givenIn(page));
	expect(endHashIn(terminal)).toBe(endHashIn(page));
	const file = path.join(folder, `${name}.journal.jsonl`);
	fs.writeFileSync(file, page);
	expect(outage(['replay', file, '--verify'])).toContain('Verified');
}

describe.each(BROWSERS)('in %s, October 20 is won', name => {
	let browser: Browser;

	beforeAll(async () => {
		browser = await openBrowser(name);
	}, 60_000);

	afterAll(() => browser.close());

	async function begun(): Promise<Tab> {
		const profile = await browser.createBrowserContext();
		const tab = await Tab.open(profile, site, `#play=${LEVEL}`);
		await tab.page.setViewport({width: 1440, height: 900});
		await tab.shows('begins');
		return tab;
	}

	test('by keys alone, as the textbook of the terminal wins it', async () => {
		const tab = await begun();
		await tab.press('Enter');
		await tab.shows('9 Log');
		await tab.type(' ');
		await tab.shows('‖');
		const golden = path.join(ROOT, 'saves', 'golden', LEVEL, 'textbook.journal.jsonl');
		const wanted = givenIn(fs.readFileSync(golden, 'utf8'));
		await giveAllByKeys(tab, wanted);
		await tab.type(':until 05:00');
		await tab.press('Enter');
		await tab.shows('WON', 120);
		const journal = await journalOf(tab);
		expect(givenIn(journal)).toEqual(wanted);
		expectSame(journal, `${name}-keys`);
		expect(tab.strayed).toEqual([]);
		await tab.page.close();
	});

	// Both browsers are handed the same clicks; one of them is enough for three minutes.
	test.runIf(name === 'chrome')('by a mouse alone', async () => {
		const tab = await begun();
		await tab.click('begins');
		await tab.shows('9 Log');
		for (const [at, form, ...values] of BY_MOUSE) {
			await untilByMouse(tab, at);
			await giveByMouse(tab, form, ...values);
		}
		await untilByMouse(tab, '05:00:00');
		const journal = await journalOf(tab);
		expect(givenIn(journal)).toHaveLength(BY_MOUSE.length);
		expectSame(journal, `${name}-mouse`);
		expect(tab.strayed).toEqual([]);
		await tab.page.close();
	});
});

/** Lets time run, as fast as it goes, until the clock has passed a time or the night is won. */
async function untilByMouse(tab: Tab, clock: string): Promise<void> {
	for (;;) {
		const text = await tab.text();
		if (text.includes('WON')) return;
		const [, now = ''] = /(\d\d:\d\d:\d\d) PDT/u.exec(text) ?? [];
		if (sinceStart(now) >= sinceStart(clock)) return;
		if (!text.includes('► 240x')) await tab.click(' speed ');
		await tab.page.waitForFunction(
			(shown: string) => document.querySelector('#sheet')?.textContent !== shown,
			{polling: 'mutation', timeout: 5_000},
			await tab.page.$eval('#sheet', sheet => sheet.textContent),
		);
	}
}

/** A good night, without an order that has to be written. */
const BY_MOUSE: readonly (readonly [string, string, ...string[]])[] = [
	['23:50:00', 'declare <severity>', 'sev-1'],
	['23:50:00', 'break glass access'],
	['23:50:10', 'dig <name>', 'regional'],
	...['dynamodb', 'ec2', 'nlb', 'lambda', 'redshift', 'support'].map(
		team => ['23:50:30', 'page <team>', team] as const,
	),
	[
		...(['23:51:00', 'update <scope> <impact> <action> next <minutes>'] as const),
		...['many-services', 'down', 'investigating', '40'],
	],
	['23:56:00', 'show border'],
	['23:57:00', 'show zone <endpoint>', 'regional'],
	['23:58:00', 'show enactors'],
	['00:14:00', 'pause <automation>', 'dns-automation'],
	['00:14:00', 'override <name> <scope> <setting>', 'regional', 'prod', 'on'],
	['00:15:00', 'pause <automation>', 'dns-automation-elsewhere'],
	['00:15:00', 'pause <automation>', 'redshift-replacement'],
	['00:15:30', 'gate dwfm <rate>', '4'],
	['00:16:00', 'bypass support <state>', 'on'],
	['00:16:00', 'throttle launches <share> percent', '100'],
	['00:16:00', 'throttle terminations <share> percent', '100'],
	['00:34:00', 'repoint all rollback'],
	['00:35:00', 'override <name> <scope> <setting>', 'all', 'prod', 'on'],
	['01:16:00', 'flush resolvers <scope>', 'customers'],
	['01:25:00', 'show leases'],
	['01:32:00', 'restore pollers <source>', 'sqs'],
	['01:36:00', 'hold registration <setting>', 'on'],
	['02:08:00', 'show leases'],
	['02:10:00', 'throttle launches <share> percent', '190'],
	['02:10:00', 'throttle terminations <share> percent', '190'],
	['02:12:00', 'override <name> <scope> <setting>', 'all', 'prod', 'off'],
	['03:15:00', 'throttle launches off'],
	['03:15:00', 'throttle terminations off'],
	['03:20:00', 'hold registration <setting>', 'off'],
	['03:30:00', 'resume <automation>', 'redshift-replacement'],
];
