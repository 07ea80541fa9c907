// `npm run walks [FOLDER]`: walks through three drills as people do and takes the pictures of them in docs/web.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type {Browser} from 'puppeteer-core';
import {bundleProgram, ownPlaces} from '../cli/outage.ts';
import {Drill, type Program} from '../rooms/programs.ts';
import {TerminalProgram} from '../support/terminal.ts';
import {ROOT} from '../support/tree.ts';
import {openBrowser, serveSite} from './browsers.ts';
import {SeatTab} from './seat.ts';

const SCREEN = {columns: 120, rows: 36};
const DESK = {width: 1440, height: 900};
const PLAN = `format: 1
level: one-empty-answer
aim: facts reach whose order waits for them
injects:
  - inject: wants-a-number
    when: {at: '10:03'}
    notAfter: '10:20'
    expects: comms answers with scope and next time
  - inject: dark-services
    when: {done: dig regional}
`;

const [out = path.join(ROOT, 'docs', 'web')] = process.argv.slice(2);
await bundleProgram();
const site = await serveSite();
const browser = await openBrowser('chrome');
let drill = new Drill(site.program);
const drills = [drill];

/** A seat in a real terminal. */
function sitAt(url: string, name: string, ...more: readonly string[]): TerminalProgram {
	const words = [site.program, 'join', url, '--name', name, ...more];
	const env = {XDG_CONFIG_HOME: drill.home, XDG_STATE_HOME: drill.home};
	return new TerminalProgram(process.execPath, words, {...SCREEN, cwd: drill.home, env});
}

async function give(
	terminal: TerminalProgram,
	line: string,
	until: string | RegExp,
): Promise<void> {
	terminal.type('\u001B');
	await new Promise(resolve => setTimeout(resolve, 100));
	terminal.type(`:${line}\r`);
	await terminal.until(until);
}

/** A panel, by its key. */
async function open(terminal: TerminalProgram, key: string, until: string | RegExp): Promise<void> {
	terminal.type('\u001B');
	await new Promise(resolve => setTimeout(resolve, 100));
	terminal.type(key);
	await terminal.until(until);
}

async function tabAt(link: string): Promise<SeatTab> {
	const tab = await SeatTab.at(await browser.createBrowserContext(), link);
	await tab.page.setViewport(DESK);
	return tab;
}

async function shoot({page}: SeatTab, name: string): Promise<void> {
	await page.bringToFront();
	await new Promise(resolve => setTimeout(resolve, 500));
	await page.screenshot({path: `${out}/walk-${name}.webp`, type: 'webp', quality: 50});
}

/** Text as a terminal has it. */
async function shootText(text: string, name: string, on: Browser = browser): Promise<void> {
	const page = await on.newPage();
	await page.setContent('<pre></pre>');
	await page.addStyleTag({
		content:
			'body{background:#0d1117;margin:12px}pre{color:#d0d7de;font:14px/1.25 monospace;display:inline-block;margin:0}',
	});
	await page.$eval('pre', (pre, shown) => (pre.textContent = shown), text);
	const pre = await page.$('pre');
	await pre?.screenshot({path: `${out}/walk-${name}.webp`, type: 'webp', quality: 50});
	await page.close();
}

function outage(...words: readonly string[]): string {
	const env = {...process.env, ...ownPlaces({XDG_CONFIG_HOME: drill.home})};
	return execFileSync(process.execPath, [site.program, ...words], {
		env,
		encoding: 'utf8',
		maxBuffer: 1e8,
	});
}

/** The parts of a report whose headings begin so. */
function partsOf(report: string, heading: string): string {
	let isIn = false;
	return report
		.split('\n')
		.filter(line => {
			if (/^[A-Z][A-Z0-9 :,’']{6,}$/u.test(line)) isIn = line.startsWith(heading);
			return isIn;
		})
		.join('\n');
}

/** What everybody came back to is a journal of its own, the last. */
function newestJournal(): string {
	const names = fs.readdirSync(drill.home).filter(name => name.endsWith('.journal.jsonl'));
	return path.join(drill.home, names.sort().at(-1) ?? '');
}

/** A second journal of the same level, by two who say what the others keep to themselves. */
async function anotherTeam(plan: string): Promise<string> {
	drill = new Drill(site.program);
	drills.push(drill);
	const {host, codes} = await drill.host(['one-empty-answer', '--port', '0', '--plan', plan]);
	const [players = '', , facilitator = ''] = codes;
	const [ann, bob] = [drill.join(players, 'Cy'), drill.join(players, 'Dee')];
	const fay = drill.join(facilitator, 'Fay');
	for (const each of [ann, bob, fay]) await each.says(/You are/u);
	fay.type('pace 30');
	await fay.says(/(?:PAGE|TICKET)[:,]/u);
	ann.type('tell all dns.answers.regional the name is empty');
	bob.type('tell all support.lockedOut customers cannot reach Support');
	ann.type('dig dynamodb.us-east-1.amazonaws.com');
	ann.type('confirm off');
	ann.type('repoint regional 136');
	ann.type('update dynamodb errors identified next 30');
	fay.type('pace 120');
	await ann.says(/(?:WON|LOST) at/u);
	await host.signal('SIGINT');
	return newestJournal();
}

/** A trainer with a plan serves it in a terminal and in a browser, and two teams are laid beside each other. */
async function trainer(): Promise<void> {
	const plan = path.join(drill.home, 'evening.yaml');
	fs.writeFileSync(plan, PLAN);
	const {host, codes, links} = await drill.host([
		'one-empty-answer',
		'--port',
		'0',
		'--plan',
		plan,
	]);
	const [players = '', , facilitator = ''] = codes;
	const fay = sitAt(facilitator, 'Fay');
	await fay.until('you run the drill');
	await shootText(fay.screen(), 'trainer-opening');
	const ann = sitAt(players, 'Ann');
	await ann.until('you sit on commander');
	await shootText(ann.screen(), 'opening');
	const bob = await tabAt(links.players);
	await bob.page.waitForSelector('.door button:enabled');
	await bob.page.type('.door [name=name]', 'Bob');
	await bob.press('Enter');
	await bob.shows('you sit on engineer');
	await shoot(bob, 'opening-browser');
	await bob.press('Escape');
	const gus = await tabAt(links.facilitator);
	await gus.join('Gus');
	await serve(fay, ann, bob, gus);
	await bob.shows(/(?:WON|LOST) at/u, 90);
	await ann.until(/(?:WON|LOST) at/u);
	await shootText(ann.screen(), 'card');
	fay.close();
	ann.close();
	await host.signal('SIGINT');
	const one = newestJournal();
	const report = outage('debrief', one, '--html', path.join(drill.home, 'report.html'));
	console.log(report);
	console.log(Object.keys(JSON.parse(outage('debrief', one, '--json')) as object).join(' '));
	const text = outage('debrief', one);
	await shootText(partsOf(text, 'NOTED BY THE FACILITATOR'), 'served');
	const other = await anotherTeam(plan);
	await shootText(outage('compare', one, other), 'compare');
}

/** Freezes, injects, looks through a seat's eyes, notes, goes back with everybody, and lets it be won. */
async function serve(
	fay: TerminalProgram,
	ann: TerminalProgram,
	bob: SeatTab,
	gus: SeatTab,
): Promise<void> {
	await give(ann, 'tell engineer I look at the name', 'Said.');
	await give(fay, 'pace 60', '60x');
	await fay.until(/ 10:00:/u);
	await give(fay, 'pace 0', 'STOPPED');
	await give(fay, 'snapshot calm', 'Kept: back');
	await give(fay, 'pace 60', '60x');
	await fay.until(/ 10:0[3-9]:/u);
	await give(fay, 'pace 0', 'STOPPED');
	await give(fay, 'note ask why nobody said it', 'Noted for the debrief');
	for (const inject of [
		'dark-services',
		'wants-a-number',
		'second-name',
		'loud-border',
		'names-leave',
	]) {
		await give(fay, `inject ${inject}`, `Injected`);
	}
	await give(fay, 'look engineer', 'seat engineer');
	await give(fay, 'look all', 'You see everything');
	await open(fay, 't', 'Plan of the session');
	fay.type('z');
	await fay.until('To inject');
	await shootText(fay.screen(), 'trainer-terminal');
	await gus.presses('engineer');
	await gus.shows('seat engineer');
	await shoot(gus, 'trainer-browser');
	await give(fay, 'back calm', / 10:0[01]:/u);
	await bob.shows(/Everybody is back/u);
	await gus.presses('4x');
	await give(ann, 'dig dynamodb.us-east-1.amazonaws.com', /DONE.*dig/u);
	await bob.gives('request repoint regional 136 of dns');
	await give(ann, 'answer 1 accept repoint regional 136 eta 10', 'Answered');
	await open(ann, 't', 'Requests');
	await shootText(ann.screen(), 'asked');
	ann.type('\u001B:repoint regional 136\r');
	await ann.until('DANGEROUS');
	ann.type('Y');
	await give(ann, 'update dynamodb errors identified next 30', /(?:RUNNING|DONE).*update/u);
	await gus.page.type('[name=line]', 'pace 120');
	await gus.press('Enter');
}

/** October 20 by four in two sittings: a seat changes hands, the first sitting closes with notes, the second opens on them. */
async function twoSittings(): Promise<void> {
	drill = new Drill(site.program);
	drills.push(drill);
	const first = await drill.host(['october-20', '--port', '0', '--players', '4']);
	const four = (url: string) =>
		['Ann', 'Bob', 'Cy'].map((name, index) =>
			drill.join(url, name, '--role', ['commander', 'dns', 'ec2'][index] ?? ''),
		) as [Program, Program, Program];
	const [ann, bob, cy] = four(first.codes[0] ?? '');
	for (const each of [ann, bob, cy]) await each.says(/You are/u);
	const dee = sitAt(first.codes[0] ?? '', 'Dee', '--role', 'network');
	await dee.until('you sit on network');
	await ann.says(/Dee/u);
	ann.type('pace 300');
	await ann.says(/PAGE[:,]/u);
	ann.type('pace 20');
	for (const line of ['declare sev-1', 'page dynamodb', 'page ec2', 'page network']) ann.type(line);
	bob.type('tell all dns.answers.regional nobody answers');
	bob.type('pause dns-automation');
	for (const line of NOTE_OF_EC2) cy.type(line);
	cy.type('handover to Bob the leases will lapse');
	await bob.says(/You sit on ec2 now/u);
	bob.type('take 1 2 3');
	await bob.says(/taken over|SEAT/u);
	ann.type('pace 300');
	await ann.says(/0[1-3]:\d\d/u);
	ann.type('pace 0');
	await give(dee, 'handover state network.latency', 'your note');
	await give(dee, 'handover not boost network until ec2 says', 'your note');
	await give(dee, 'handover watch network.latency above 600 within 60 then call ec2', 'your note');
	await open(dee, 't', 'Your note');
	await shootText(dee.screen(), 'note');
	dee.type('\u001B:handover to me the door stays shut\r');
	await dee.until(/There is a note|Handed over to this seat/u);
	dee.close();
	await first.host.signal('SIGINT');
	await secondSitting();
}

const NOTE_OF_EC2 = [
	'handover state dwfm.leasedShare',
	'handover watch dwfm.leasedShare below 0.95 within 60 then gate dwfm 4',
	'handover not restart dwfm all until dwfm.leasedShare above 0.9',
];

async function secondSitting(): Promise<void> {
	const {host, codes} = await drill.host([drill.journal, '--continue', '--port', '0']);
	const [url = ''] = codes;
	const people = [
		drill.join(url, 'Ann', '--role', 'commander'),
		drill.join(url, 'Bob', '--role', 'ec2'),
		drill.join(url, 'Cy', '--role', 'dns'),
	];
	for (const each of people) await each.says(/You are/u);
	const dee = sitAt(url, 'Dee', '--role', 'network');
	await dee.until('you sit on network');
	dee.type('\u001B');
	await open(dee, 't', 'Handed over to this seat');
	await shootText(dee.screen(), 'blank');
	await give(dee, 'take 1 2 3', 'You have taken over');
	const [ann] = people;
	ann?.type('pace 600');
	await ann?.says(/(?:WON|LOST) at/u, 300_000);
	dee.close();
	await host.signal('SIGINT');
	await shootText(partsOf(outage('debrief', drill.journal), 'HANDOVER'), 'handovers');
}

const WALKS = {trainer, twoSittings} as const;
const wanted = process.env['WALK'];
try {
	for (const [name, walk] of Object.entries(WALKS)) {
		if (wanted === undefined || wanted === name) await walk();
	}
} finally {
	await browser.close();
	await Promise.all(drills.map(each => each.end()));
	site.stop();
}
