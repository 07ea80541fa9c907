import type {Browser, BrowserContext} from 'puppeteer-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {leaksIn} from '../rooms/fog.ts';
import {Drill} from '../rooms/programs.ts';
import {EVERY_CASE} from '../support/sampled.ts';
import {axeFinds} from './axe-finds.ts';
import {BROWSERS, openBrowser, serveSite, type Site} from './browsers.ts';
import {SeatTab} from './seat.ts';

let site: Site;

beforeAll(async () => {
	site = await serveSite();
}, 60_000);

afterAll(() => {
	site.stop();
});

const ASKED = BROWSERS.filter(
	name => name === 'chrome' || process.env['EVERY_BROWSER'] !== undefined,
);

describe.each(ASKED)('a room in %s', name => {
	let browser: Browser;
	let drill: Drill;
	const people: BrowserContext[] = [];
	const tabs: SeatTab[] = [];

	beforeAll(async () => {
		browser = await openBrowser(name);
	}, 60_000);

	beforeEach(() => {
		drill = new Drill(site.program);
	});

	afterAll(() => browser.close());

	afterEach(async () => {
		// Nothing is asked of anybody else, and the page's rules have nothing to refuse.
		const strayed = tabs.splice(0).flatMap(each => each.strayed);
		await Promise.all(people.splice(0).map(each => each.close()));
		await drill.end();
		expect(strayed.filter(each => !IS_NO_HOST.test(each))).toEqual([]);
	});

	/** A tab of somebody who shares nothing with the others. */
	async function open(link: string): Promise<SeatTab> {
		const profile = await browser.createBrowserContext();
		people.push(profile);
		const tab = await SeatTab.at(profile, link);
		tabs.push(tab);
		return tab;
	}

	/** Light and dark are asked for where a test can ask for them; ordinarily of a player and of the board. */
	async function seriousIn({page}: SeatTab, isAlways = true): Promise<readonly string[]> {
		await page.bringToFront();
		return name === 'chrome' && (isAlways || EVERY_CASE) ? axeFinds(page) : [];
	}

	async function twoTabs(level: string, ...more: readonly string[]) {
		const {host, codes, links} = await drill.host([level, '--port', '0', ...more]);
		const [ann, bob] = await Promise.all([open(links.players), open(links.players)]);
		await ann.join('Ann', 'commander');
		await ann.tells(/You are Ann, on seat commander/u);
		return {host, codes, links, ann, bob};
	}

	test('two tabs and a terminal finish a drill, and none is sent what is not theirs', async () => {
		const {codes, ann, bob} = await twoTabs('one-empty-answer', '--players', '3');
		await bob.page.type('.door [name=name]', 'Bob');
		await bob.press('Enter');
		await bob.shows('One empty answer: you sit on names');
		await bob.press('Escape');
		await bob.tells(/You are Bob, on seat names/u);
		const cy = drill.join(codes[0] ?? '', 'Cy');
		await cy.says(/You are Cy, on seat machines/u);
		await ann.gives('request show zone regional of names');
		await bob.shows('commander asks you: show zone regional');
		await bob.gives('tell all nobody answers');
		await ann.shows('names: nobody answers');
		await cy.says(/SAID.* names: nobody answers/u);
		cy.type('tell commander between us');
		await ann.shows('machines to commander: between us');
		await ann.gives('pace 600');
		await ann.shows(/(?:WON|LOST) at/u);
		await ann.tells(/(?:WON|LOST)/u);
		await bob.shows(/(?:WON|LOST) at/u);
		await cy.says(/(?:WON|LOST) at/u);
		for (const tab of [ann, bob]) {
			const frames = await tab.frames();
			expect(frames.length).toBeGreaterThan(20);
			expect(leaksIn(frames, 3)).toEqual([]);
		}
		expect(await seriousIn(ann)).toEqual([]);
	});

	test('who is cut off, loads the page again or comes late has a seat and sees the present', async () => {
		const {links, ann, bob} = await twoTabs('october-20');
		await ann.gives('pace 60');
		await ann.gives('declare sev-2');
		await ann.shows('SEV-2');
		await ann.cut();
		await ann.tells(/The room cannot be reached/u);
		await ann.gives('declare sev-1');
		await ann.shows(/The room cannot be reached now|SEV-1/u);
		await ann.page.waitForFunction(() => document.querySelector('.bar:not([hidden])') === null);
		await ann.page.reload();
		await ann.tells(/You are Ann, on seat commander/u);
		await bob.page.waitForFunction(() => document.querySelector('[value=commander]:disabled'));
		await bob.join('Bob');
		await bob.shows(/SEV-[12]/u);
		const late = await open(links.players);
		await late.join('Cy', 'watch');
		await late.tells(/You are Cy, observer/u);
		await bob.shows(/SEV-[12]/u);
		await bob.press('q', 'y');
		await bob.tells(/You have left; your seat is free/u);
		expect(await seriousIn(bob, false)).toEqual([]);
	});

	test('a wrong code, a seat that is gone and a host that is closed are told in a sentence', async () => {
		const {host, links, ann} = await twoTabs('october-20');
		const eve = await open(links.players.replace(/=.*/u, '=aaaa-bbbb-cccc'));
		await eve.tells(/That code opens nothing here\. Ask whoever hosts/u);
		const thief = await open(links.players);
		await thief.page.waitForSelector('.door button:enabled');
		await thief.page.evaluate(() => {
			const code = new URLSearchParams(location.hash.slice(1)).get('join') ?? '';
			const place = {name: 'Eve', seat: 'commander', watch: false, token: 'x'.repeat(32)};
			sessionStorage.setItem(`outage-oncall room ${code}`, JSON.stringify(place));
		});
		await thief.page.reload();
		await thief.tells(/Ann sits on commander\. Free: engineer/u);
		await host.signal('SIGINT');
		await ann.tells(/The host has closed the room/u);
		await ann.presses('To the door');
		await ann.tells(/The room cannot be reached/u);
	});

	test('the facilitator looks through the eyes of a seat, and time is theirs', async () => {
		const {links, ann, bob} = await twoTabs('october-20');
		await bob.join('Bob');
		const fay = await open(links.facilitator);
		await fay.join('Fay');
		await fay.shows('3 DWFM');
		await fay.presses('commander (Ann)');
		await fay.shows('seat commander');
		await fay.presses('20x');
		await ann.shows('20x (together)');
		await fay.presses('Freeze');
		await ann.shows('STOPPED');
		await fay.presses('Everything');
		await fay.page.waitForFunction(
			() => !document.querySelector('#sheet')?.textContent.includes('seat commander'),
		);
		await fay.page.type('[name=line]', 'note ask why nobody dug');
		await fay.press('Enter');
		await fay.page.waitForFunction(
			() => document.querySelector<HTMLInputElement>('[name=line]')?.value === '',
		);
		await ann.gives('look engineer');
		await ann.shows('The facilitator alone sees what others see');
		expect(await seriousIn(fay, false)).toEqual([]);
	});

	test('the board shows what all were told, and nothing that one was told', async () => {
		const {links, ann, bob} = await twoTabs('october-20');
		await bob.join('Bob');
		const board = await open(links.board);
		await board.shows('Who does what');
		await ann.gives('pace 60');
		await ann.gives('tell engineer a secret');
		await ann.gives('request gate dwfm 4 of engineer');
		await ann.gives('tell all a word to everybody');
		await board.shows('commander: a word to everybody');
		await board.shows('gate dwfm 4, open, for commander');
		expect(await board.text()).not.toContain('a secret');
		expect((await board.frames()).join('\n')).not.toContain('a secret');
		expect(await seriousIn(board)).toEqual([]);
	});
});

/** What a browser says by itself where nobody is at the other end. */
const IS_NO_HOST = /ERR_CONNECTION_REFUSED|can’t establish a connection/u;
