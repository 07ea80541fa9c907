import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Comparison, TeamDebrief} from '../../src/session/index.ts';
import {ownPlaces} from '../cli/outage.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {Drill, Socket} from '../rooms/programs.ts';
import {playNight} from '../rooms/scripted-team.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {axeFinds} from './axe-finds.ts';
import {BROWSERS, openBrowser, serveSite, type Site} from './browsers.ts';
import {SeatTab} from './seat.ts';
import {Tab} from './tab.ts';

const DESK = {width: 1280, height: 800};
const PHONE = {width: 390, height: 844};
const HOSTILE = '<img src=x onerror=alert(1)>';
const LONG = 'N'.repeat(40);

let site: Site;
let browser: Browser;

beforeAll(async () => {
	site = await serveSite();
	browser = await openBrowser('chrome');
}, 60_000);

afterAll(async () => {
	await browser.close();
	site.stop();
});

/** What changed is on the screen two frames later. */
async function drawn(page: Page): Promise<void> {
	await page.evaluate(
		() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
	);
}

/** What keeps a page from being read at a desk and on a telephone, by day and by night. */
async function faultsOn(page: Page): Promise<readonly string[]> {
	const faults: string[] = [];
	await page.bringToFront();
	for (const size of [PHONE, DESK]) {
		await page.setViewport(size);
		await drawn(page);
		const beyond = await page.evaluate(() =>
			[document.documentElement, ...document.querySelectorAll('main *')]
				.filter(each => each.closest('.scroll, pre, svg, #screen') === null)
				.filter(
					each =>
						Math.max(
							each.getBoundingClientRect().right,
							each === document.documentElement ? each.scrollWidth : 0,
						) >
						innerWidth + 1,
				)
				.map(each => `${each.tagName} stands beyond the edge: ${each.textContent.slice(0, 60)}`),
		);
		faults.push(...beyond.slice(0, 3), ...(await axeFinds(page)));
	}
	return faults;
}

/** Somebody on a seat, without a screen. */
async function sitting(url: string, name: string, seat: string) {
	const socket = new Socket(url);
	await socket.join(url, {name, seat});
	await socket.hears('welcome');
	let said = 0;
	return async (text: string) => {
		const id = said++;
		socket.up({kind: 'say', id, text});
		expect((await socket.hears('answer', answer => answer.id === id)).problem).toBeNull();
	};
}

describe.runIf(BROWSERS.includes('chrome'))('what a drill shows can be read', () => {
	let drill: Drill;
	let links: Awaited<ReturnType<Drill['host']>>['links'];
	let ec2: SeatTab;
	let fay: SeatTab;
	let board: SeatTab;
	const tabs: SeatTab[] = [];

	async function open(link: string): Promise<SeatTab> {
		const tab = await SeatTab.at(await browser.createBrowserContext(), link);
		tabs.push(tab);
		return tab;
	}

	/** A line of the facilitator, once it has been taken. */
	async function serves(line: string): Promise<void> {
		await fay.page.bringToFront();
		await fay.page.type('[name=line]', line);
		await fay.press('Enter');
		await fay.page.waitForFunction(
			() => document.querySelector<HTMLInputElement>('[name=line]')?.value === '',
		);
	}

	beforeAll(async () => {
		drill = new Drill(site.program);
		const hosted = await drill.host(['october-20', '--port', '0', '--players', '6']);
		links = hosted.links;
		const [url = ''] = hosted.codes;
		ec2 = await open(links.players);
		await ec2.join('Ann', 'ec2');
		await ec2.tells(/on seat ec2/u);
		const [commander, dns, network] = [
			await sitting(url, HOSTILE, 'commander'),
			await sitting(url, '\u202Elive\u0007 Cy', 'dns'),
			await sitting(url, LONG, 'network'),
		];
		await sitting(url, 'אבג', 'comms');
		fay = await open(links.facilitator);
		await fay.join('Fay');
		await fay.shows('3 DWFM');
		board = await open(links.board);
		await board.shows('Who does what');
		await serves('pace 600');
		await board.shows(/23:5[5-9]:\d\d PDT/u);
		await serves('pace 1');
		await commander('declare sev-1');
		await commander('request restart dwfm all of ec2');
		await commander('ask nlb.errors of network');
		await commander('split dns ec2 into alpha for 10');
		await commander('remind 2 @ec2 next update');
		await commander('star request 1');
		await dns('tell all dynamodb.customerErrors nobody answers');
		await dns('tell alpha names first');
		await commander('tag 1 decision');
		await network(`tell all ${'long'.repeat(120)}`);
		await network('propose repoint all rollback');
		await dns(`tell all @ann ${HOSTILE}`);
		await serves('aside ec2 what does your panel owe the others?');
		await serves(`note ask ${HOSTILE}`);
		await serves('snapshot calm');
	}, 180_000);

	afterAll(async () => {
		expect(tabs.flatMap(({strayed}) => strayed)).toEqual([]);
		await drill.end();
	});

	test('the inbox of a seat', async () => {
		await ec2.press('i');
		await ec2.shows('facilitator to ec2: what does your panel owe');
		expect(await faultsOn(ec2.page)).toEqual([]);
		await ec2.press('i');
	});

	test('what was said, asked, marked and is to be remembered', async () => {
		await ec2.press('t');
		await ec2.shows(
			/Requests[^]*Reminders[^]*next update[^]*Timeline, newest first[^]*Said in the room, newest first/u,
		);
		await ec2.shows(/FOR YOU #\d+ .* dns: @ann/u);
		expect(await faultsOn(ec2.page)).toEqual([]);
	});

	test('a panel of others, and an order that is to be read back', async () => {
		await ec2.press('2');
		await ec2.shows('withheld in this drill: dns and network see it');
		await ec2.gives('restart dwfm all');
		await ec2.shows('DANGEROUS');
		await ec2.type('Y');
		await ec2.shows(/It is read back first: .* after 60 s put “unconfirmed” before it\./u);
		expect(await faultsOn(ec2.page)).toEqual([]);
	});

	test('the board, on which nobody takes the room of others', async () => {
		await board.shows('network proposes');
		const text = await board.text();
		expect(text).toMatch(/long\w*…[^]*dns: /u);
		expect(text).toMatch(/DynamoDB \+1 +\d/u);
		expect(text).not.toMatch(/names first|owe the others|Nothing unread/u);
		expect(await faultsOn(board.page)).toEqual([]);
	});

	test('the page of the facilitator, with names as long as they may be', async () => {
		await fay.presses(`network (${LONG}`);
		await fay.shows('seat network');
		expect(
			await fay.page.$$eval('.bar bdi', names => names.map(({textContent}) => textContent)),
		).toEqual([HOSTILE, 'live Cy', 'Ann', LONG, 'אבג']);
		expect(await fay.page.$$eval('img', images => images.length)).toBe(0);
		expect(await faultsOn(fay.page)).toEqual([]);
	});

	test('the door, and how things stand for whoever comes late', async () => {
		const late = await open(links.players);
		await late.page.waitForSelector('.door [value=services]:enabled');
		expect(await faultsOn(late.page)).toEqual([]);
		await board.shows('SEV-1 declared');
		await late.page.bringToFront();
		await late.page.type('.door [name=name]', 'Gil');
		await late.page.click('.door [value=services]');
		await late.press('Enter');
		await late.shows(/You own every affected service[^]*It is \d\d:\d\d:\d\d; sev-1 is declared/u);
		expect(await faultsOn(late.page)).toEqual([]);
	});
});

const [WHOLE, SILENT] = ['whole', 'silent'] as const;

describe.runIf(BROWSERS.includes('chrome'))('what is told of a drill can be read', () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outage-told-'));
	const files = {
		[WHOLE]: path.join(folder, 'whole.journal.jsonl'),
		[SILENT]: path.join(folder, 'silent.journal.jsonl'),
	};

	beforeAll(() => {
		const level = levelNamed('one-empty-answer');
		const script = scriptsOf(level)['textbook'];
		if (script === undefined) throw new Error('it has a textbook');
		const night = {level, script, players: 3};
		fs.writeFileSync(files[WHOLE], playNight(night).text);
		fs.writeFileSync(files[SILENT], playNight({...night, silent: ['names']}).text);
	}, 60_000);

	afterAll(() => {
		fs.rmSync(folder, {recursive: true, force: true});
	});

	function outage(...words: readonly string[]): string {
		const env = {...process.env, ...ownPlaces({XDG_CONFIG_HOME: folder})};
		return execFileSync(process.execPath, [site.program, ...words], {encoding: 'utf8', env});
	}

	/** A page that the program writes, with everything in it unfolded, and its data. */
	async function pageOf(...words: readonly string[]) {
		const file = path.join(folder, 'page.html');
		const told: unknown = JSON.parse(outage(...words, '--json', '--html', file));
		const page = await browser.newPage();
		await page.goto(pathToFileURL(file).href);
		await page.$$eval('details', all => {
			for (const each of all) each.open = true;
		});
		return {page, told};
	}

	/** The rows below a heading or a summary, cell by cell, without what names a cell on a telephone. */
	function rowsUnder(page: Page, title: string): Promise<readonly (readonly string[])[]> {
		return page.evaluate((wanted: string) => {
			const head = [...document.querySelectorAll('h2, summary')].find(
				each => each.textContent.trim() === wanted,
			);
			let next = head?.nextElementSibling ?? null;
			while (next !== null && next.tagName !== 'TABLE') next = next.nextElementSibling;
			return [...(next?.querySelectorAll('tbody tr') ?? [])].map(row =>
				[...row.children].map(cell => (cell.querySelector('bdi') ?? cell).textContent.trim()),
			);
		}, title);
	}

	const minutesOf = (clock: string) => {
		const [hours = 0, minutes = 0] = clock.split(':').map(Number);
		return 60 * hours + minutes;
	};

	test('a team’s debrief, with the numbers that its data have', async () => {
		const {page, told} = await pageOf('debrief', files[SILENT]);
		const {team} = told as {readonly team: TeamDebrief};
		expect(await faultsOn(page)).toEqual([]);
		const facts = await rowsUnder(page, 'Every fact, from seen to acted on');
		expect(facts.map(([what]) => what)).toEqual(team.relays.map(({what}) => what));
		const start = minutesOf(facts[0]?.[1] ?? '') - Math.floor((team.relays[0]?.trueAt ?? 0) / 60);
		expect(facts.map(row => minutesOf(row[1] ?? '') - start)).toEqual(
			team.relays.map(({trueAt}) => Math.floor(trueAt / 60)),
		);
		expect(facts.map(row => row[7])).toEqual(team.relays.map(({broke}) => broke ?? ''));
		const duties = await rowsUnder(page, 'What was critical, and who owned it');
		expect(duties.map(([seats, what]) => [seats, what])).toEqual(
			team.duties.map(({seats, what}) => [seats.join(', '), what]),
		);
		expect(duties.map(row => row[2]?.split(' ')[0])).toEqual(team.duties.map(({state}) => state));
		expect(
			(await rowsUnder(page, 'What came in, and what was done')).map(([seat, came]) => [
				seat,
				came,
			]),
		).toEqual(team.load.seats.map(({seat, arriving}) => [seat, arriving.join(' ')]));
		// Names of seats are not broken in the middle.
		const lines = await page.$$eval('td.id bdi', cells =>
			cells
				.filter(({textContent}) => /^\w+$/u.test(textContent))
				.map(cell => cell.getClientRects().length),
		);
		expect(new Set(lines)).toEqual(new Set([1]));
		await page.close();
	});

	test('two runs side by side, with the numbers that their data have', async () => {
		const {page, told: data} = await pageOf('compare', files[WHOLE], files[SILENT]);
		const told = data as Comparison;
		expect(await faultsOn(page)).toEqual([]);
		const ends = await rowsUnder(page, 'How they ended');
		expect(ends[0]?.slice(1)).toEqual(
			told.ends.map(({won, at}) => `${won ? 'won' : 'lost'} ${at?.slice(0, 5) ?? ''}`),
		);
		expect(ends[1]?.slice(1)).toEqual(told.ends.map(({harm}) => harm.toFixed(0)));
		expect(ends.slice(2).map(([id]) => id)).toEqual(told.axes.map(({id}) => `${id}, points`));
		expect(ends.slice(2).map(row => row.slice(1))).toEqual(
			told.axes.map(({points}) => points.map(each => (each === null ? '-' : String(each)))),
		);
		const facts = await rowsUnder(page, 'The same facts');
		expect(facts.map(([what]) => what)).toEqual(told.facts.map(({what}) => what));
		await page.close();
	});

	test('both in the page itself, and two seats beside each other as in a terminal', async () => {
		const tab = await Tab.open(await browser.createBrowserContext(), site);
		await tab.shows('First steps');
		for (const name of [WHOLE, SILENT]) {
			await tab.drop(`${name}.journal.jsonl`, fs.readFileSync(files[name], 'utf8'));
			await tab.shows(`${name}.journal.jsonl is here now`);
		}
		await tab.click('Runs…');
		await tab.shows('Import a file');
		await tab.press('Enter');
		await tab.shows('Compare');
		await tab.click('Compare');
		await tab.shows('THE SAME FACTS', 60);
		const text = outage('compare', files[SILENT], files[WHOLE]).split('\n');
		const harm = text.find(line => line.startsWith('harm, minutes'))?.split(/ {2,}/u) ?? [];
		await tab.shows(new RegExp(harm.join(' +'), 'u'));
		expect(await faultsOn(tab.page)).toEqual([]);
		await tab.press('Escape');
		await tab.shows('Replay');
		await tab.click('Replay');
		await tab.shows('REPLAY', 60);
		await tab.type(':look names machines');
		await tab.press('Enter');
		await tab.shows('As names and machines saw it');
		expect(await faultsOn(tab.page)).toEqual([]);
		await tab.shows(/^ names +│ machines/u);
		const rowsOf = (text: string) => text.split('\n').map(row => row.trimEnd());
		const inPage = rowsOf(await tab.text());
		const terminal = new TerminalProgram(
			process.execPath,
			[site.program, 'replay', files[SILENT], '--seat', 'names', '--seat', 'machines'],
			{
				...{columns: 139, rows: inPage.length, cwd: folder},
				env: ownPlaces({XDG_CONFIG_HOME: folder}) as Record<string, string>,
			},
		);
		try {
			await expect.poll(() => terminal.screen(), {timeout: 20_000}).toContain(' machines');
			const inTerminal = rowsOf(terminal.screen());
			expect(inTerminal.slice(0, -2)).toEqual(inPage.slice(0, -2));
		} finally {
			process.kill(terminal.pid, 'SIGKILL');
		}
		expect(tab.strayed).toEqual([]);
	});
});
