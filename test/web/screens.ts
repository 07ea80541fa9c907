// Takes the pictures of the page in docs/web: `node --import ./build/typescript.mjs test/web/screens.ts`.
import fs from 'node:fs';
import path from 'node:path';
import {ROOT} from '../support/tree.ts';
import {openBrowser, serveSite} from './browsers.ts';
import {Tab} from './tab.ts';

type Shot = {
	readonly name: string;
	readonly hash?: string;
	readonly before?: (tab: Tab) => Promise<void>;
	readonly shows: RegExp | string;
};

const PLAYED = ['network-backlog', 'reckless'] as const;

/** A run that was played, open in the menu on its own page. */
async function onRun(tab: Tab): Promise<void> {
	await tab.shows('First steps');
	const [level, player] = PLAYED;
	const file = path.join(ROOT, 'saves', 'golden', level, `${player}.journal.jsonl`);
	await tab.drop(`${level}-reckless.journal.jsonl`, fs.readFileSync(file, 'utf8'));
	await tab.shows('is here now');
	await tab.click('Runs…');
	await tab.shows('Take in a file');
	await tab.press('Enter');
	await tab.shows('Watch it');
}

const chosen = (item: string) => async (tab: Tab) => {
	await onRun(tab);
	await tab.click(item);
};

const SHOTS: readonly Shot[] = [
	{name: 'menu', shows: 'First steps'},
	{name: 'brief', hash: '#play=october-20', shows: 'begins'},
	{
		name: 'tutorial',
		hash: '#play=first-steps',
		shows: /First steps 1 of|Playing asks/u,
		before: async tab => {
			await tab.shows('begins');
			await tab.press('Enter');
		},
	},
	{
		name: 'console',
		hash: '#play=october-20',
		shows: /open page/u,
		before: async tab => {
			await tab.shows('begins');
			await tab.press('Enter');
			await tab.shows(/9 Log|Playing asks/u);
			await tab.type('n');
			await tab.type('n');
		},
	},
	{
		name: 'replay',
		shows: 'REPLAY',
		before: async tab => {
			await chosen('Watch it')(tab);
			await tab.shows('REPLAY');
			await tab.type('nnnnnn');
		},
	},
	{name: 'score', shows: 'How the run stands', before: chosen('How it stands')},
	{
		name: 'debrief',
		shows: /What mattered most/u,
		before: async tab => {
			await chosen('Debrief')(tab);
			await tab.shows('How did that feel?');
			await tab.press('3', 'Tab', 'ArrowRight');
			await tab.shows(/lived again, in this model/u, 200);
		},
	},
	{
		name: 'settings',
		shows: 'theme',
		before: async tab => {
			await tab.shows('First steps');
			await tab.click('Settings…');
		},
	},
	{
		name: 'reader',
		shows: /more lines/u,
		before: async tab => {
			await tab.shows('First steps');
			await tab.click('Read…');
			await tab.shows('sealed');
			await tab.press('ArrowDown', 'ArrowDown', 'Enter');
		},
	},
];

const SIZES = [
	{width: 1440, height: 900, deviceScaleFactor: 1},
	{width: 1024, height: 768, deviceScaleFactor: 1},
	{width: 390, height: 844, deviceScaleFactor: 1.5},
];

const [out = path.join(ROOT, 'docs', 'web'), only] = process.argv.slice(2);
fs.mkdirSync(out, {recursive: true});
const site = await serveSite();
const browser = await openBrowser('chrome');
for (const {name, hash = '', before, shows} of SHOTS.filter(
	each => only === undefined || each.name === only,
)) {
	const profile = await browser.createBrowserContext();
	const tab = await Tab.open(profile, site, hash);
	await tab.page.setViewport(SIZES[0] ?? null);
	await before?.(tab);
	await tab.shows(shows, 120);
	for (const size of SIZES) {
		await tab.page.setViewport(size);
		for (const value of ['dark', 'light']) {
			await tab.page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}]);
			await new Promise(resolve => setTimeout(resolve, 400));
			const file = `${out}/${name}-${String(size.width)}-${value}.webp` as const;
			await tab.page.screenshot({path: file, type: 'webp', quality: 50});
		}
	}
	await profile.close();
}
await browser.close();
site.stop();
