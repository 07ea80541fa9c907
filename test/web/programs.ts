import fs from 'node:fs';
import path from 'node:path';
import {ROOT} from '../support/tree.ts';
import type {Tab} from './tab.ts';

/** How one comes to a program of the page, and what it then shows. */
export type Program = {
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
	await tab.shows('Import a file');
	await tab.press('Enter');
	await tab.shows('Replay');
}

const chosen = (item: string) => async (tab: Tab) => {
	await onRun(tab);
	await tab.click(item);
};

const DAYS_EARLIER = 2;

/** What was noted of a player is noted so many days earlier: drills come back when days have passed. */
function noteEarlier(days: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('outage-oncall');
		opening.onsuccess = () => {
			const writing = opening.result.transaction('kept', 'readwrite');
			const store = writing.objectStore('kept');
			const reading = store.get('profile');
			reading.onsuccess = () => {
				const earlier = (reading.result as string).replaceAll(
					/"day":(\d+)/gu,
					(_, day: string) => `"day":${String(Number(day) - days)}`,
				);
				store.put(earlier, 'profile');
			};
			writing.oncomplete = () => {
				opening.result.close();
				resolve();
			};
			writing.onerror = () => {
				reject(writing.error ?? new Error('not written'));
			};
		};
	});
}

/** Each program of the page. */
export const PROGRAMS: readonly Program[] = [
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
			await chosen('Replay')(tab);
			await tab.shows('REPLAY');
			await tab.type('nnnnnn');
		},
	},
	{name: 'score', shows: 'harm avoided', before: chosen('Score')},
	{
		name: 'debrief',
		shows: /Why it was/u,
		before: async tab => {
			await chosen('Debrief')(tab);
			await tab.shows('How did that feel?');
			await tab.press('3', 'Tab');
			await tab.shows(/re-simulated runs/u, 200);
		},
	},
	{
		name: 'review',
		shows: 'enter',
		before: async tab => {
			await chosen('Debrief')(tab);
			await tab.shows('How did that feel?');
			await tab.press('3', 'Tab');
			await tab.shows(/re-simulated runs/u, 200);
			await tab.press('Escape');
			await tab.shows('Save as a file');
			await tab.page.evaluate(noteEarlier, DAYS_EARLIER);
			await tab.go();
			await tab.shows('First steps');
			await tab.click('Review');
			await tab.shows(/begin/u);
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
		shows: 'esc close',
		before: async tab => {
			await tab.shows('First steps');
			await tab.click('Docs…');
			await tab.shows('sealed');
			await tab.press('ArrowDown', 'ArrowDown', 'Enter');
		},
	},
];
